import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import { choosePassword, firstSignIn, invite, linkFor, welcome } from '../testing/colleagues.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const TODAY = dayOfInstant(Date.now());
const TOMORROW = addDays(TODAY, 1);
const HOME_CARE = testMember('noord', 'DISTRICT_NURSE');
let app: TestApp;
let manager: Agent;

beforeAll(async () => {
  app = await startTestApp();
  manager = await app.as('PRACTICE_MANAGER');
}, 60_000);
afterAll(() => app.close());

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly email: string;
  readonly version: number;
}
const listed = async (agent: Agent, id: string): Promise<Listed | undefined> => {
  const { body } = await agent.get('/api/v1/users').expect(200);
  return body.items.find((user: Listed) => user.id === id);
};

describe('people of the practice network', () => {
  it('are seen with their organisations by the manager and the log officer, and by nobody else', async () => {
    for (const role of ['PRACTICE_MANAGER', 'LOG_OFFICER'] as const) {
      const { body } = await (await app.as(role, 'zuid')).get('/api/v1/users').expect(200);
      expect(body.organisations.map(({ kind }: { kind: string }) => kind)).toEqual(
        expect.arrayContaining(['PRACTICE', 'HOME_CARE', 'SPECIALIST', 'SOCIAL_WORK']),
      );
      expect(body.items).toHaveLength(8);
      expect(body.items.find(({ email }: Listed) => email === 'gp@zuid.test.invalid')).toMatchObject({
        state: 'ACTIVE',
        role: 'GP',
        fromOn: TODAY,
        untilOn: null,
        confirmedOn: null,
        isOneself: false,
      });
    }
    await (await app.as('GP')).get('/api/v1/users').expect(403);
    await (await app.as('LOG_OFFICER')).post('/api/v1/users').send({}).expect(403);
  });

  it('can be invited, choose a password, enrol a second factor and work', async () => {
    const person = await invite(manager);
    expect(await listed(manager, person.id)).toMatchObject({ state: 'INVITED', email: person.email });
    const token = await linkFor(manager, person.id);
    const { body: view } = await app.visitor().post('/api/v1/account-links/view').send({ token }).expect(200);
    expect(view).toMatchObject({
      purpose: 'INVITATION',
      practice: 'Praktijk noord',
      role: 'DISTRICT_NURSE',
      email: person.email,
    });
    expect(await choosePassword(app, token)).toBe(200);
    const { answer } = await firstSignIn(app, person.email);
    expect(answer).toMatchObject({ state: 'SIGNED_IN', user: { id: person.id, role: 'DISTRICT_NURSE' } });
    expect(await listed(manager, person.id)).toMatchObject({ state: 'ACTIVE', version: 1 });
  });

  it.each([
    [
      'a role of another kind of organisation',
      { role: 'ELDERLY_ADVISER', organisationId: HOME_CARE.organisationId },
      '/role',
      'ROLE_OF_OTHER_KIND',
    ],
    [
      'an organisation of another practice',
      { organisationId: testMember('zuid', 'DISTRICT_NURSE').organisationId },
      '/organisationId',
      'INVALID_ID',
    ],
    ['a BIG number of ten figures', { bigNumber: '1901234560' }, '/bigNumber', 'INVALID_BIG_NUMBER'],
    ['a first day that is past', { fromOn: addDays(TODAY, -1) }, '/fromOn', 'BEFORE_TODAY'],
    [
      'a last day before the first',
      { fromOn: addDays(TODAY, 5), untilOn: addDays(TODAY, 4) },
      '/untilOn',
      'BEFORE_START',
    ],
    ['no e-mail address', { email: 'kim' }, '/email', 'INVALID_EMAIL'],
  ])('are not invited with %s', async (_, change, pointer, code) => {
    const body = {
      displayName: 'Kim',
      email: 'kim@elders.example',
      role: 'DISTRICT_NURSE',
      organisationId: HOME_CARE.organisationId,
      ...change,
    };
    const answer = await manager.post('/api/v1/users').send(body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });

  it('are not invited twice, nor by two managers in the same moment', async () => {
    const { email } = await invite(manager);
    const body = {
      displayName: 'Kim',
      email: email.toUpperCase(),
      role: 'DISTRICT_NURSE',
      organisationId: HOME_CARE.organisationId,
    };
    expect((await manager.post('/api/v1/users').send(body).expect(409)).body.code).toBe('ALREADY_MEMBER');
    const twice = { ...body, email: 'tweemaal@elders.example' };
    const other = await app.as('PRACTICE_MANAGER');
    const answers = await Promise.all([manager, other].map((agent) => agent.post('/api/v1/users').send(twice)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it('give themselves nothing: no role, no link, no change, no end', async () => {
    const { userId } = testMember('noord', 'PRACTICE_MANAGER');
    const own = {
      displayName: 'Ik',
      email: 'Practice_Manager@noord.test.invalid',
      role: 'LOG_OFFICER',
      organisationId: testMember('noord', 'GP').organisationId,
    };
    const refusals = await Promise.all([
      manager.post('/api/v1/users').send(own),
      manager.post(`/api/v1/users/${userId}/link`),
      manager.post(`/api/v1/users/${userId}/re-enrol`).send({ identityCheck: 'IN_PERSON' }),
      manager.post(`/api/v1/users/${userId}/end`).send({ on: TODAY }),
      manager.patch(`/api/v1/users/${userId}`).set('If-Match', '"1"').send({ displayName: 'Ander' }),
    ]);
    expect(refusals.map(({ body }) => body.code)).toEqual(Array.from({ length: 5 }, () => 'NOT_ONESELF'));
  });

  it('are out of reach of another practice', async () => {
    const stranger = await app.as('PRACTICE_MANAGER', 'zuid');
    const { userId } = testMember('noord', 'GP');
    const refusals = await Promise.all([
      stranger.post(`/api/v1/users/${userId}/link`),
      stranger.post(`/api/v1/users/${userId}/re-enrol`).send({ identityCheck: 'IN_PERSON' }),
      stranger.post(`/api/v1/users/${userId}/end`).send({ on: TODAY }),
      stranger.post(`/api/v1/users/${userId}/withdraw`),
      stranger.patch(`/api/v1/users/${userId}`).set('If-Match', '"1"').send({ displayName: 'Ander' }),
      stranger.post('/api/v1/users/recertification').send({ userIds: [userId] }),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('are changed only after a second factor of at most five minutes old', async () => {
    const agent = await app.as('PRACTICE_MANAGER');
    const person = await invite(agent);
    await app.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '5 minutes 1 second'`);
    const refusals = await Promise.all([
      agent.post('/api/v1/users').send({
        displayName: 'Kim',
        email: 'oud@elders.example',
        role: 'DISTRICT_NURSE',
        organisationId: HOME_CARE.organisationId,
      }),
      agent.post(`/api/v1/users/${person.id}/link`),
      agent.post(`/api/v1/users/${testMember('noord', 'GP').userId}/re-enrol`).send({ identityCheck: 'IN_PERSON' }),
      agent.post(`/api/v1/users/${testMember('noord', 'GP').userId}/end`).send({ on: TODAY }),
      agent.patch(`/api/v1/users/${person.id}`).set('If-Match', '"1"').send({ displayName: 'Ander' }),
      agent.post('/api/v1/organisations').send({ name: 'Thuiszorg Oost', kind: 'HOME_CARE' }),
    ]);
    expect(refusals.map(({ body }) => body.code)).toEqual(Array.from({ length: 6 }, () => 'STEP_UP_REQUIRED'));
    manager = await app.as('PRACTICE_MANAGER');
  });

  it('lose an invitation that is withdrawn, with its link', async () => {
    const person = await invite(manager);
    const token = await linkFor(manager, person.id);
    const { body } = await manager.post(`/api/v1/users/${person.id}/withdraw`).expect(200);
    expect(body.state).toBe('WITHDRAWN');
    expect(await choosePassword(app, token)).toBe(404);
    await manager.post(`/api/v1/users/${person.id}/withdraw`).expect(409);
    await manager.post(`/api/v1/users/${person.id}/link`).expect(409);
    expect((await invite(manager, { email: person.email })).email).toBe(person.email);
  });

  it('have their name and phone changed by the version that was seen', async () => {
    const person = await welcome(app, manager);
    const change = (version: number) =>
      manager
        .patch(`/api/v1/users/${person.id}`)
        .set('If-Match', `"${version}"`)
        .send({ displayName: 'Kim Visser', phone: '0599 123456' });
    await manager.patch(`/api/v1/users/${person.id}`).send({ displayName: 'Kim' }).expect(428);
    expect((await change(1).expect(200)).body).toMatchObject({
      displayName: 'Kim Visser',
      phone: '0599 123456',
      version: 2,
    });
    expect((await change(1).expect(412)).body.current).toMatchObject({ displayName: 'Kim Visser', version: 2 });
    expect((await person.agent.get('/api/v1/session').expect(200)).body.user.displayName).toBe('Kim Visser');
  });
});

describe('an act on the people of a practice', () => {
  it('is told to its GPs, log officer and other managers, without content', async () => {
    await app.owner.query('DELETE FROM care.notice');
    const person = await welcome(app, manager);
    await manager.post(`/api/v1/users/${person.id}/link`).expect(200);
    const other = await welcome(app, manager);
    await manager.post(`/api/v1/users/${other.id}/re-enrol`).send({ identityCheck: 'IN_PERSON' }).expect(200);
    const { rows } = await app.owner.query(
      'SELECT user_id, kind, client_id, object_id FROM care.notice ORDER BY user_id, made_at',
    );
    for (const role of ['GP', 'LOG_OFFICER'] as const) {
      const told = rows.filter(({ user_id }) => user_id === testMember('noord', role).userId);
      const of = (id: string) => ({ user_id: told[0]?.user_id, kind: 'USERS_CHANGED', client_id: null, object_id: id });
      expect(told).toEqual([of(person.id), of(person.id), of(other.id), of(other.id)]);
    }
    const { body } = await (await app.as('GP')).get('/api/v1/notices').expect(200);
    expect(JSON.stringify(body)).not.toContain('Kim');
  });
});

describe('the end of a membership', () => {
  it('today ends its sessions at once', async () => {
    const person = await welcome(app, manager);
    await person.agent.get('/api/v1/organisations').expect(200);
    const { body } = await manager.post(`/api/v1/users/${person.id}/end`).send({ on: TODAY }).expect(200);
    expect(body).toMatchObject({ state: 'ENDED', untilOn: TODAY });
    expect((await person.agent.get('/api/v1/organisations').expect(401)).body.code).toBe('MEMBERSHIP_REQUIRED');
    await manager.post(`/api/v1/users/${person.id}/end`).send({ on: TODAY }).expect(409);
    const { body: network } = await manager.get('/api/v1/organisations').expect(200);
    expect(JSON.stringify(network)).not.toContain(person.id);
  });

  it('on a later day comes by itself, can be moved, and is no day that is past', async () => {
    const person = await welcome(app, manager);
    const end = (on: string) => manager.post(`/api/v1/users/${person.id}/end`).send({ on });
    await end(addDays(TODAY, -1)).expect(400);
    expect((await end(TOMORROW).expect(200)).body).toMatchObject({ state: 'ACTIVE', untilOn: TOMORROW });
    expect((await end(addDays(TODAY, 9)).expect(200)).body.untilOn).toBe(addDays(TODAY, 9));
    await person.agent.get('/api/v1/organisations').expect(200);
    await app.owner.query(
      `UPDATE care.membership SET valid = tstzrange(lower(valid), now() + interval '1 millisecond') WHERE id = $1`,
      [person.id],
    );
    await app.owner.query('SELECT pg_sleep(0.05)');
    await person.agent.get('/api/v1/organisations').expect(401);
    expect((await listed(manager, person.id))?.state).toBe('ENDED');
  });

  it('of two people who were granted by two is not moved to a later day', async () => {
    const { userId } = testMember('zuid', 'ELDERLY_CARE_PHYSICIAN');
    const agent = await app.as('PRACTICE_MANAGER', 'zuid');
    const end = (on: string) => agent.post(`/api/v1/users/${userId}/end`).send({ on });
    await end(addDays(TODAY, 9)).expect(200);
    await end(addDays(TODAY, 8)).expect(200);
    expect((await end(addDays(TODAY, 9)).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('before its first day means that it never begins', async () => {
    const person = await invite(manager, { fromOn: addDays(TODAY, 7) });
    await choosePassword(app, await linkFor(manager, person.id));
    const { agent, answer } = await firstSignIn(app, person.email);
    expect(answer).toMatchObject({ state: 'MEMBERSHIP_REQUIRED', memberships: [] });
    await agent.get('/api/v1/organisations').expect(401);
    expect((await listed(manager, person.id))?.state).toBe('PLANNED');
    const { body } = await manager
      .post(`/api/v1/users/${person.id}/end`)
      .send({ on: addDays(TODAY, 3) })
      .expect(200);
    expect(body.state).toBe('ENDED');
  });

  it('and a change by another manager in the same moment: one after the other, nothing lost', async () => {
    const person = await welcome(app, manager);
    const other = await app.as('PRACTICE_MANAGER');
    const [ended, changed, again] = await Promise.all([
      manager.post(`/api/v1/users/${person.id}/end`).send({ on: TODAY }),
      other.patch(`/api/v1/users/${person.id}`).set('If-Match', '"1"').send({ displayName: 'Kim Ander' }),
      other.post(`/api/v1/users/${person.id}/end`).send({ on: TODAY }),
    ]);
    expect([ended.status, again.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect([200, 409, 412]).toContain(changed.status);
    expect((await listed(manager, person.id))?.state).toBe('ENDED');
  });

  it('lets a first and a last day count from midnight to midnight in the Netherlands', async () => {
    const person = await invite(manager, { fromOn: '2027-03-28', untilOn: '2028-02-29' });
    await choosePassword(app, await linkFor(manager, person.id));
    const { rows } = await app.owner.query(
      'SELECT ctx.utc(lower(valid)) AS lower, ctx.utc(upper(valid)) AS upper FROM care.membership WHERE id = $1',
      [person.id],
    );
    expect([rows[0].lower, rows[0].upper]).toEqual(['2027-03-27T23:00:00.000000Z', '2028-02-29T23:00:00.000000Z']);
    expect(await listed(manager, person.id)).toMatchObject({
      state: 'PLANNED',
      fromOn: '2027-03-28',
      untilOn: '2028-02-29',
    });
  });
});

describe('organisations', () => {
  it('are added and renamed, and there is one practice', async () => {
    await manager.post('/api/v1/organisations').send({ name: 'Tweede praktijk', kind: 'PRACTICE' }).expect(400);
    const { body } = await manager
      .post('/api/v1/organisations')
      .send({ name: 'Welzijn Oost', kind: 'SOCIAL_WORK', phone: '0599123456' })
      .expect(201);
    expect(body).toMatchObject({ name: 'Welzijn Oost', kind: 'SOCIAL_WORK', phone: '0599 123456', version: 1 });
    const rename = (version: number, name: string) =>
      manager.patch(`/api/v1/organisations/${body.id}`).set('If-Match', `"${version}"`).send({ name });
    expect((await rename(1, 'Welzijn Veenkant').expect(200)).body).toMatchObject({
      name: 'Welzijn Veenkant',
      phone: '0599 123456',
      version: 2,
    });
    expect((await rename(1, 'Welzijn Ander').expect(412)).body.current.name).toBe('Welzijn Veenkant');
    await (
      await app.as('PRACTICE_MANAGER', 'zuid')
    )
      .patch(`/api/v1/organisations/${body.id}`)
      .set('If-Match', '"2"')
      .send({ name: 'X' })
      .expect(404);
    await (await app.as('GP')).post('/api/v1/organisations').send({ name: 'Y', kind: 'HOME_CARE' }).expect(403);
  });
});

describe('the quarterly confirmation', () => {
  const due = async (agent: Agent): Promise<Listed[]> =>
    (await agent.get('/api/v1/users/recertification').expect(200)).body.items;

  it('asks for everybody whom nobody confirmed for three months, all or none at once, and keeps each confirmation', async () => {
    const agent = await app.as('PRACTICE_MANAGER', 'leeg');
    expect(await due(agent)).toEqual([]);
    await app.owner.query(
      `UPDATE care.membership SET valid = tstzrange(now() - interval '3 months 1 day', NULL) WHERE practice_id = $1`,
      [testMember('leeg', 'GP').practiceId],
    );
    const all = await due(agent);
    expect(all).toHaveLength(8);
    const officer = await app.as('LOG_OFFICER', 'leeg');
    expect(await due(officer)).toHaveLength(8);
    const ids = [testMember('leeg', 'GP').userId, testMember('leeg', 'DISTRICT_NURSE').userId];
    await officer.post('/api/v1/users/recertification').send({ userIds: ids }).expect(403);
    await agent
      .post('/api/v1/users/recertification')
      .send({ userIds: [...ids, testMember('noord', 'GP').userId] })
      .expect(404);
    expect(await due(agent)).toHaveLength(8);
    const other = await app.as('PRACTICE_MANAGER', 'leeg');
    const answers = await Promise.all(
      [agent, other].map((one) => one.post('/api/v1/users/recertification').send({ userIds: ids })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await due(agent)).toHaveLength(6);
    const { rows } = await app.owner.query('SELECT user_id FROM care.membership_confirmation ORDER BY user_id');
    expect(rows.map(({ user_id }) => user_id)).toEqual(ids.toSorted());
  });

  it('of oneself is for another manager, while there is one', async () => {
    const agent = await app.as('PRACTICE_MANAGER', 'leeg');
    const { userId } = testMember('leeg', 'PRACTICE_MANAGER');
    const second = await welcome(app, agent, { role: 'PRACTICE_MANAGER' }, 'leeg');
    const confirm = () => agent.post('/api/v1/users/recertification').send({ userIds: [userId] });
    expect((await confirm().expect(403)).body.code).toBe('NOT_ONESELF');
    await second.agent
      .post('/api/v1/users/recertification')
      .send({ userIds: [userId] })
      .expect(200);
    expect((await due(agent)).map(({ id }) => id)).not.toContain(userId);
    await app.owner.query('DELETE FROM care.membership_confirmation');
    await agent.post(`/api/v1/users/${second.id}/end`).send({ on: TODAY }).expect(200);
    await confirm().expect(200);
  });
});

describe('where a colleague is signed in', () => {
  const sessionsOf = async (id: string) => (await manager.get(`/api/v1/users/${id}/sessions`).expect(200)).body.items;

  it('is seen by the manager, who ends one of them: from then on it opens nothing', async () => {
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    const [one, two] = [await app.as('DISTRICT_NURSE'), await app.as('DISTRICT_NURSE')];
    const before = await sessionsOf(userId);
    expect(Object.keys(before[0]).toSorted()).toEqual(['device', 'id', 'lastInputAt', 'startedAt']);
    const mine = (await two.get('/api/v1/session/list').expect(200)).body.items.find(
      ({ current }: { current: boolean }) => current,
    );
    await manager.delete(`/api/v1/users/${userId}/sessions/${mine.id}`).expect(204);
    await manager.delete(`/api/v1/users/${userId}/sessions/${mine.id}`).expect(404);
    expect([(await one.get('/api/v1/session')).status, (await two.get('/api/v1/session')).status]).toEqual([200, 401]);
    expect((await sessionsOf(userId)).map(({ id }: { id: string }) => id)).not.toContain(mine.id);
    const { rows } = await app.owner.query(
      `SELECT object_id AS "objectId", query FROM audit.event WHERE event_type = 'END_USER_SESSION'`,
    );
    expect(rows).toEqual([{ objectId: userId, query: { sessionId: mine.id } }]);
  });

  it('is told of this practice only, to a manager only, and never of oneself', async () => {
    const person = await welcome(app, manager);
    const zuid = await app.as('PRACTICE_MANAGER', 'zuid');
    const there = await invite(zuid, { email: person.email }, 'zuid');
    await person.agent
      .post('/api/v1/account-links/join')
      .send({ token: await linkFor(zuid, there.id) })
      .expect(200);
    expect(await sessionsOf(person.id)).toHaveLength(1);
    await person.agent.post('/api/v1/session/membership').send({ membershipId: there.id }).expect(200);
    expect(await sessionsOf(person.id)).toEqual([]);
    const elsewhere = (await zuid.get(`/api/v1/users/${there.id}/sessions`).expect(200)).body.items[0].id;
    await manager.delete(`/api/v1/users/${person.id}/sessions/${elsewhere}`).expect(404);
    await manager.get(`/api/v1/users/${there.id}/sessions`).expect(404);
    await (await app.as('LOG_OFFICER')).get(`/api/v1/users/${person.id}/sessions`).expect(403);
    const own = testMember('noord', 'PRACTICE_MANAGER').userId;
    expect((await manager.get(`/api/v1/users/${own}/sessions`)).body.code).toBe('NOT_ONESELF');
  });
});
