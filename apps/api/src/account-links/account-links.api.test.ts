import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOfInstant } from '@samenoud/domain';
import { choosePassword, firstSignIn, invite, linkFor, welcome } from '../testing/colleagues.ts';
import { codeOf, letStepsCountAgain, letWaitsPass, PASSWORD } from '../testing/sign-in-steps.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const ANOTHER = 'acht groene ramen zingen';
let app: TestApp;
let noord: Agent;
let zuid: Agent;

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  noord = await app.as('PRACTICE_MANAGER', 'noord');
  zuid = await app.as('PRACTICE_MANAGER', 'zuid');
});

const visit = (step: 'view' | 'password', body: object) =>
  app.visitor().post(`/api/v1/account-links/${step}`).send(body);
const join = (agent: Agent, token: string) => agent.post('/api/v1/account-links/join').send({ token });
const reEnrol = (agent: Agent, id: string) =>
  agent.post(`/api/v1/users/${id}/re-enrol`).send({ identityCheck: 'CALLED_BACK' });

async function signIn(email: string, secret: string, password = PASSWORD): Promise<Agent> {
  await letStepsCountAgain(app);
  await letWaitsPass(app);
  const agent = app.visitor();
  await agent.post('/api/v1/session').send({ email, password }).expect(200);
  await agent
    .post('/api/v1/session/second-factor')
    .send({ code: codeOf(secret) })
    .expect(200);
  return agent;
}

describe('a one-time link', () => {
  it('works once, also for two at the same moment', async () => {
    const person = await invite(noord);
    const token = await linkFor(noord, person.id);
    const statuses = await Promise.all([PASSWORD, ANOTHER].map((password) => choosePassword(app, token, password)));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect(await choosePassword(app, token)).toBe(404);
    expect((await visit('view', { token }).expect(404)).body.code).toBe('LINK_INVALID');
  });

  it('is over after 72 hours, after a newer one, and never what somebody guesses', async () => {
    const person = await invite(noord);
    const [older, newer] = [await linkFor(noord, person.id), await linkFor(noord, person.id)];
    expect(await choosePassword(app, older)).toBe(404);
    const { rows } = await app.owner.query(
      `SELECT extract(epoch FROM expires_at - now())::int / 3600.0 AS hours FROM auth.one_time_link WHERE expires_at > now() AND user_id = $1`,
      [person.id],
    );
    expect(rows.map(({ hours }) => Math.round(Number(hours)))).toEqual([72]);
    await app.owner.query('UPDATE auth.one_time_link SET expires_at = now() WHERE user_id = $1', [person.id]);
    expect(await choosePassword(app, newer)).toBe(404);
    await visit('view', { token: 'x'.repeat(43) }).expect(404);
  });

  it('keeps only a hash of itself, and stays open after a password that is easy to guess', async () => {
    const person = await invite(noord);
    const token = await linkFor(noord, person.id);
    const { body } = await visit('password', { token, password: 'Welkom123456' }).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/password', code: 'PASSWORD_COMMON' }]);
    const { rows } = await app.owner.query(
      'SELECT i::text, l::text FROM care.idempotency i FULL JOIN auth.one_time_link l ON false',
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await choosePassword(app, token)).toBe(200);
  });

  it('gives a new password, keeps the second factor and ends the sessions', async () => {
    const person = await welcome(app, noord);
    const token = await linkFor(noord, person.id);
    expect((await visit('view', { token }).expect(200)).body).toMatchObject({ purpose: 'PASSWORD', email: null });
    expect(await choosePassword(app, token, ANOTHER)).toBe(200);
    await person.agent.get('/api/v1/session').expect(401);
    const agent = app.visitor();
    await agent.post('/api/v1/session').send({ email: person.email, password: PASSWORD }).expect(401);
    await letWaitsPass(app);
    const { body } = await agent.post('/api/v1/session').send({ email: person.email, password: ANOTHER }).expect(200);
    expect(body.state).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('for a password is over when the membership is', async () => {
    const person = await welcome(app, noord);
    const token = await linkFor(noord, person.id);
    await noord
      .post(`/api/v1/users/${person.id}/end`)
      .send({ on: dayOfInstant(Date.now()) })
      .expect(200);
    expect(await choosePassword(app, token, ANOTHER)).toBe(404);
  });
});

describe('an invitation of somebody who has an account elsewhere', () => {
  it('is taken with that account, which then chooses between its memberships', async () => {
    const person = await welcome(app, noord);
    const there = await invite(zuid, { email: person.email }, 'zuid');
    const token = await linkFor(zuid, there.id);
    const agent = await signIn(person.email, person.secret);
    expect((await join(agent, token).expect(200)).body).toEqual({ userId: there.id, state: 'ACTIVE' });
    expect((await join(agent, token).expect(200)).body).toEqual({ userId: there.id, state: 'ACTIVE' });
    const { body } = await agent.post('/api/v1/session/membership').send({ membershipId: there.id }).expect(200);
    expect(body).toMatchObject({ user: { id: there.id }, practice: { name: 'Praktijk zuid' } });
    await agent.post('/api/v1/session/membership').send({ membershipId: person.id }).expect(200);
  });

  it('looks the same to whoever holds the link or made it, and takes the same time', async () => {
    const person = await welcome(app, noord);
    const known = await invite(zuid, { email: person.email }, 'zuid');
    const unknown = await invite(zuid, {}, 'zuid');
    const told = async ({ id }: { id: string }) => {
      const token = await linkFor(zuid, id);
      const view = await visit('view', { token });
      const startedAt = performance.now();
      const first = await visit('password', { token, password: ANOTHER });
      const took = performance.now() - startedAt;
      const [second, again] = [await visit('password', { token, password: ANOTHER }), await visit('view', { token })];
      const { requestId: _one, instance: _two, ...refused } = second.body;
      return {
        took,
        answers: [
          view.status,
          Object.keys(view.body),
          first.status,
          first.body,
          second.status,
          refused.code,
          again.status,
        ],
      };
    };
    const [one, other] = [await told(known), await told(unknown)];
    expect(one.answers).toEqual(other.answers);
    const slower = Math.max(one.took, other.took) / Math.min(one.took, other.took);
    expect(slower).toBeLessThan(5); // a password is hashed either way, which is nearly all of it
    await letWaitsPass(app);
    await app.visitor().post('/api/v1/session').send({ email: person.email, password: ANOTHER }).expect(401);
  });

  it('still lets her in after she chose a password she did not need', async () => {
    const person = await welcome(app, noord);
    const there = await invite(zuid, { email: person.email }, 'zuid');
    const token = await linkFor(zuid, there.id);
    expect(await choosePassword(app, token, ANOTHER)).toBe(200);
    const agent = await signIn(person.email, person.secret);
    await join(agent, token).expect(200);
  });

  it('is not taken by another account, by one factor, or after it was withdrawn', async () => {
    const person = await welcome(app, noord);
    const there = await invite(zuid, { email: person.email }, 'zuid');
    const token = await linkFor(zuid, there.id);
    const stranger = await welcome(app, noord);
    expect((await join(stranger.agent, token).expect(409)).body.code).toBe('OTHER_ACCOUNT');
    await letWaitsPass(app);
    const half = app.visitor();
    await half.post('/api/v1/session').send({ email: person.email, password: PASSWORD }).expect(200);
    expect((await join(half, token).expect(401)).body.code).toBe('SECOND_FACTOR_REQUIRED');
    await app.visitor().post('/api/v1/account-links/join').send({ token }).expect(401);
    await zuid.post(`/api/v1/users/${there.id}/withdraw`).expect(200);
    await join(person.agent, token).expect(404);
  });

  it('starts an account anew that opens nothing any more', async () => {
    const person = await welcome(app, noord);
    await noord
      .post(`/api/v1/users/${person.id}/end`)
      .send({ on: dayOfInstant(Date.now()) })
      .expect(200);
    const there = await invite(zuid, { email: person.email }, 'zuid');
    expect(await choosePassword(app, await linkFor(zuid, there.id))).toBe(200);
    await letWaitsPass(app);
    const { answer } = await firstSignIn(app, person.email);
    expect(answer).toMatchObject({ state: 'SIGNED_IN', user: { id: there.id } });
  });
});

describe('a second factor that is lost', () => {
  it('is taken away by a manager: she enrols anew after her own password', async () => {
    const person = await welcome(app, noord);
    expect((await reEnrol(noord, person.id).expect(200)).body).toEqual({ state: 'DONE' });
    await person.agent.get('/api/v1/session').expect(401);
    await letWaitsPass(app);
    const { answer } = await firstSignIn(app, person.email);
    expect(answer).toMatchObject({ state: 'SIGNED_IN', user: { id: person.id } });
    const { rows } = await app.owner.query(
      `SELECT query FROM audit.event WHERE event_type = 'RE_ENROL_USER' AND object_id = $1`,
      [person.id],
    );
    expect(rows).toEqual([{ query: { identityCheck: 'CALLED_BACK', state: 'DONE' } }]);
    await noord.post(`/api/v1/users/${person.id}/re-enrol`).send({ identityCheck: 'SHE_SAID_SO' }).expect(400);
  });

  it('and a password that is lost too are never both given by one manager within 72 hours', async () => {
    const person = await welcome(app, noord);
    const colleague = await welcome(app, noord, { role: 'PRACTICE_MANAGER' });
    const token = await linkFor(noord, person.id);
    expect((await reEnrol(noord, person.id).expect(409)).body.code).toBe('RE_ENROL_AFTER_LINK');
    await choosePassword(app, token, ANOTHER);
    await app.owner.query(
      `UPDATE auth.one_time_link SET made_at = now() - interval '80 hours', expires_at = now() - interval '8 hours',
         used_at = now() - interval '71 hours' WHERE user_id = $1 AND purpose = 'PASSWORD'`,
      [person.id],
    );
    await reEnrol(noord, person.id).expect(409);
    await reEnrol(colleague.agent, person.id).expect(200);
    for (const agent of [noord, colleague.agent])
      expect((await agent.post(`/api/v1/users/${person.id}/link`).expect(409)).body.code).toBe('LINK_AFTER_RE_ENROL');
  });

  it('is never followed by a link for a password while it was not set again, however long that takes', async () => {
    const person = await welcome(app, noord);
    const colleague = await welcome(app, noord, { role: 'PRACTICE_MANAGER' });
    const link = async (agent: Agent) => (await agent.post(`/api/v1/users/${person.id}/link`)).body.code ?? 'MADE';
    await reEnrol(noord, person.id).expect(200);
    await app.owner.query(`UPDATE auth.re_enrolment SET asked_at = asked_at - interval '73 hours',
      done_at = done_at - interval '73 hours' WHERE done_at IS NOT NULL`);
    expect([await link(noord), await link(colleague.agent)]).toEqual(['LINK_AFTER_RE_ENROL', 'LINK_AFTER_RE_ENROL']);
    await letWaitsPass(app);
    await firstSignIn(app, person.email);
    expect(await link(colleague.agent)).toBe('MADE');
  });

  it('is not taken away by whoever may know the password from her own link, until its owner signed in with both', async () => {
    const person = await welcome(app, noord);
    await choosePassword(app, await linkFor(noord, person.id), ANOTHER);
    await app.owner.query(
      `UPDATE auth.one_time_link SET made_at = now() - interval '90 hours', expires_at = now() - interval '18 hours',
         used_at = now() - interval '80 hours' WHERE user_id = $1 AND purpose = 'PASSWORD'`,
      [person.id],
    );
    expect((await reEnrol(noord, person.id).expect(409)).body.code).toBe('RE_ENROL_AFTER_LINK');
    await letWaitsPass(app);
    await app.visitor().post('/api/v1/session').send({ email: person.email, password: ANOTHER }).expect(200);
    await reEnrol(noord, person.id).expect(409);
    await signIn(person.email, person.secret, ANOTHER);
    await reEnrol(noord, person.id).expect(200);
  });

  it('lets who was let go start anew, also when it was never set again', async () => {
    const person = await welcome(app, noord);
    await reEnrol(noord, person.id).expect(200);
    await noord
      .post(`/api/v1/users/${person.id}/end`)
      .send({ on: dayOfInstant(Date.now()) })
      .expect(200);
    const again = await invite(noord, { email: person.email });
    expect(await choosePassword(app, await linkFor(noord, again.id), ANOTHER)).toBe(200);
    await zuid.post(`/api/v1/users/${again.id}/link`).expect(404);
    const colleague = await welcome(app, noord, { role: 'PRACTICE_MANAGER' });
    await colleague.agent.post(`/api/v1/users/${again.id}/link`).expect(200);
  });

  it('ends a link for a password that was still open', async () => {
    const person = await welcome(app, noord);
    const colleague = await welcome(app, noord, { role: 'PRACTICE_MANAGER' });
    const token = await linkFor(noord, person.id);
    await reEnrol(colleague.agent, person.id).expect(200);
    expect(await choosePassword(app, token, ANOTHER)).toBe(404);
  });

  it('of an account that another practice relies on is taken away only when both ask', async () => {
    const person = await welcome(app, noord);
    const there = await invite(zuid, { email: person.email }, 'zuid');
    await join(person.agent, await linkFor(zuid, there.id)).expect(200);
    expect((await reEnrol(zuid, there.id).expect(200)).body).toEqual({ state: 'WAITS' });
    await person.agent.get('/api/v1/session').expect(200);
    await app.owner.query(`UPDATE auth.re_enrolment SET asked_at = now() - interval '73 hours'`);
    expect((await reEnrol(noord, person.id).expect(200)).body).toEqual({ state: 'WAITS' });
    expect((await reEnrol(zuid, there.id).expect(200)).body).toEqual({ state: 'DONE' });
    await person.agent.get('/api/v1/session').expect(401);
  });
});

describe('the functions behind it', () => {
  it('do nothing for who is no manager, or has no fresh second factor', async () => {
    const person = await welcome(app, noord);
    const gp = await app.as('GP');
    await gp.post(`/api/v1/users/${person.id}/link`).expect(403);
    const { rows } = await app.owner.query(
      `SELECT auth.offer_user_link(token_hash, $1, '\\x00', interval '1 hour') AS link, auth.re_enrol(token_hash, $1) AS factor,
         auth.member_emails(token_hash) AS emails
       FROM auth.session WHERE membership_id = $2 AND ended_at IS NULL LIMIT 1`,
      [person.id, testMember('noord', 'GP').userId],
    );
    expect(rows).toEqual([{ link: 'ROLE', factor: 'ROLE', emails: {} }]);
    await app.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '7 minutes'`);
    const { rows: stale } = await app.owner.query(
      `SELECT auth.re_enrol(token_hash, $1) AS factor FROM auth.session WHERE membership_id = $2 AND ended_at IS NULL LIMIT 1`,
      [person.id, testMember('noord', 'PRACTICE_MANAGER').userId],
    );
    expect(stale).toEqual([{ factor: 'ROLE' }]);
  });
});
