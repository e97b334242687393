import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const UNKNOWN = '01a2001d-0000-7000-8000-000000000000';
const REASON = 'Gevallen in huis, kan zelf niets vertellen.';
const ANSWERS = { 'gfi-01': 'dependent', 'gfi-11': 'yes', 'imesa-01': 2, 'imesa-11': 1 };

let stack: TestApp;
let gp: Agent;
let officer: Agent;
let physician: Agent;
let clientId: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, officer, physician] = await Promise.all([
    stack.as('GP'),
    stack.as('LOG_OFFICER'),
    stack.as('ELDERLY_CARE_PHYSICIAN'),
  ]);
}, 60_000);
afterAll(() => stack.close());

/** Every fact starts with a client nobody but the practice knows, and nothing begun today. */
beforeEach(async () => {
  await stack.owner.query(`DELETE FROM care.emergency_note; DELETE FROM care.emergency_verdict;
    DELETE FROM care.emergency_access; DELETE FROM care.notice`);
  clientId = await register('Zoëterme');
});

let birthYear = 1920;
async function register(family: string, practice = gp): Promise<string> {
  birthYear += 1;
  const gpId = testMember('noord', 'GP').userId;
  const { body } = await practice
    .post('/api/v1/clients')
    .send({ name: { family }, sex: 'FEMALE', birthDate: `${birthYear}-11-02`, ...(practice === gp ? { gpId } : {}) })
    .expect(201);
  return body.id;
}

const begin = (agent: Agent, id = clientId, body: object = {}) =>
  agent.post(`/api/v1/clients/${id}/break-glass`).send({ reasonCode: 'ACUTE_CARE', reason: REASON, ...body });
const begun = async (agent: Agent, id = clientId, body: object = {}) => (await begin(agent, id, body).expect(201)).body;
const statusOf = async (agent: Agent, path: string): Promise<number> => (await agent.get(`/api/v1${path}`)).status;

/** Moves an access into the past, as if it began that long ago. */
const earlier = (interval: string): Promise<unknown> =>
  stack.owner.query(
    `UPDATE care.emergency_access SET begun_at = begun_at - $1::interval, ends_at = ends_at - $1::interval`,
    [interval],
  );

async function answerForm(id = clientId): Promise<string> {
  const { body } = await gp
    .post(`/api/v1/clients/${id}/responses`)
    .send({ channel: 'PAPER', status: 'COMPLETED', completedOn: '2026-01-05', completedBy: 'SELF', confirmOldDate: true, answers: ANSWERS }); // prettier-ignore
  return body.id;
}

async function join(role: StaffRole, id = clientId): Promise<void> {
  const { practiceId, userId, organisationId } = testMember('noord', role);
  await stack.owner.query(
    `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, 'TEAM', tstzrange(now() - interval '1 second', NULL))`,
    [practiceId, id, userId, organisationId],
  );
}

async function refuse(categories: readonly number[]): Promise<void> {
  const { practiceId, userId } = testMember('noord', 'GP');
  await stack.owner.query(
    `INSERT INTO care.consent (practice_id, id, client_id, kind, to_org_id, categories, given_by, how, given_on, text_version,
       recorded_by, recorded_at, valid_from)
     VALUES ($1, gen_random_uuid(), $2, 'DENY', $3, $4, 'CLIENT', 'ORAL', '2026-01-01', '1', $5, now() - interval '1 second',
       now() - interval '1 second')`,
    [practiceId, clientId, testMember('noord', 'ELDERLY_CARE_PHYSICIAN').organisationId, categories, userId],
  );
}

describe('beginning an emergency access', () => {
  it('opens one record for four hours, and says until when', async () => {
    expect(await statusOf(physician, `/clients/${clientId}`)).toBe(404);
    const access = await begun(physician, clientId, { reason: `  ${REASON}  ` });
    expect(access).toEqual({
      id: expect.any(String), clientId, reasonCode: 'ACUTE_CARE', reason: REASON, begunAt: expect.any(String),
      endsAt: expect.any(String), endedAt: null,
    }); // prettier-ignore
    expect(Date.parse(access.endsAt) - Date.parse(access.begunAt)).toBe(4 * 3_600_000);
    expect(await statusOf(physician, `/clients/${clientId}`)).toBe(200);
    const { body } = await physician.get('/api/v1/emergency-accesses/current').expect(200);
    expect(body.current).toEqual(access);
  });

  it.each([
    ['no reason', { reason: undefined }],
    ['a reason of 19 characters', { reason: '1234567890123456789' }],
    ['blanks around 19 characters', { reason: '   1234567890123456789   ' }],
    ['another reason code', { reasonCode: 'CURIOSITY' }],
  ])('is refused with %s', async (_, body) => {
    await begin(physician, clientId, body).expect(400);
    expect(await statusOf(physician, `/clients/${clientId}`)).toBe(404);
  });

  it('takes a reason of 20 characters', async () => {
    expect(await begun(physician, clientId, { reason: '12345678901234567890' })).toMatchObject({ clientId });
  });

  it('needs a second factor of at most five minutes old', async () => {
    const { userId } = testMember('noord', 'ELDERLY_CARE_PHYSICIAN');
    const old = (seconds: number): Promise<unknown> =>
      stack.owner.query(
        `UPDATE auth.session SET second_factor_at = now() - make_interval(secs => $2) WHERE membership_id = $1`,
        [userId, seconds],
      );
    await old(301);
    const { body } = await begin(physician).expect(403);
    expect(body.code).toBe('STEP_UP_REQUIRED');
    await begin(physician, UNKNOWN).expect(404);
    await physician.post('/api/v1/session/step-up').send({}).expect(200);
    await begun(physician);
  });

  it('is for GP, elderly care physician and district nurse', async () => {
    for (const role of [
      'PRACTICE_NURSE',
      'PRACTICE_ASSISTANT',
      'ELDERLY_ADVISER',
      'PRACTICE_MANAGER',
      'LOG_OFFICER',
    ] as const)
      expect([role, (await begin(await stack.as(role))).status]).toEqual([role, 403]);
    await begun(await stack.as('DISTRICT_NURSE'));
  });

  it('is not needed where there is a relation, and says so', async () => {
    await join('ELDERLY_CARE_PHYSICIAN');
    for (const agent of [gp, physician]) {
      const { body } = await begin(agent).expect(409);
      expect(body.code).toBe('EMERGENCY_NOT_NEEDED');
    }
  });

  it('does not know clients of another practice', async () => {
    const elsewhere = await register('Elders', await stack.as('GP', 'zuid'));
    for (const id of [elsewhere, UNKNOWN, 'none']) expect([id, (await begin(physician, id)).status]).toEqual([id, 404]);
  });

  it('reaches who has died, and leaves a shielded record to author and GP', async () => {
    await stack.owner.query(`UPDATE care.client SET status = 'DECEASED' WHERE id = $1`, [clientId]);
    await begun(physician);
    const shielded = await register('Afgeschermd');
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [shielded]);
    const { body } = await begin(physician, shielded).expect(403);
    expect(body.code).toBe('RESTRICTED');
  });

  it('goes three times a day, counted over the Dutch day, also when four come at once', async () => {
    const ids = await Promise.all(['Een', 'Twee', 'Drie', 'Vier'].map((name) => register(name)));
    const answers = await Promise.all(ids.map((id) => begin(physician, id)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 201, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('TOO_MANY_EMERGENCIES');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(25 * 3600);
    await earlier('25 hours');
    await begun(physician);
  });

  it('counts the person, whatever membership she works in', async () => {
    const { practiceId, organisationId } = testMember('noord', 'DISTRICT_NURSE');
    const second = '00000000-0000-7000-8000-000100020099';
    await stack.owner.query(
      `INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name)
       SELECT $1, $2, account_id, $3, 'DISTRICT_NURSE', 'Ook zij' FROM care.membership WHERE id = $4`,
      [practiceId, second, organisationId, testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId],
    );
    for (const name of ['Een', 'Twee', 'Drie']) await begun(physician, await register(name));
    const other = stack.visitor();
    await other.post('/api/v1/session/demo').send({ role: 'ELDERLY_CARE_PHYSICIAN', practice: 'noord' }).expect(200);
    await other.post('/api/v1/session/membership').send({ membershipId: second }).expect(200);
    await begin(other, clientId).expect(429);
    await stack.owner.query('DELETE FROM care.emergency_access');
    await begun(physician);
    expect(await statusOf(other, `/clients/${clientId}`)).toBe(404);
  });

  it('tells the GP of the client and the log officer, and nobody else, without content', async () => {
    const access = await begun(physician);
    for (const [agent, clientName] of [
      [gp, 'Zoëterme'],
      [officer, null],
    ] as const) {
      const { body } = await agent.get('/api/v1/notices').expect(200);
      expect(body.items).toMatchObject([{ kind: 'EMERGENCY_ACCESS', objectId: access.id, clientName, readAt: null }]);
    }
    const { rows } = await stack.owner.query('SELECT user_id FROM care.notice ORDER BY user_id');
    expect(rows).toEqual(['GP', 'LOG_OFFICER'].map((role) => ({ user_id: testMember('noord', role as StaffRole).userId })).toSorted((a, b) => a.user_id < b.user_id ? -1 : 1)); // prettier-ignore
  });

  it('takes back the one before: one record at a time', async () => {
    const first = await register('Eerste');
    await begun(physician, first);
    await begun(physician, clientId);
    expect([await statusOf(physician, `/clients/${first}`), await statusOf(physician, `/clients/${clientId}`)]).toEqual(
      [404, 200],
    );
  });
});

describe('while it runs', () => {
  it('shows what the matrix marks for it, and names what it hides', async () => {
    const responseId = await answerForm();
    await begun(physician);
    const { body: client } = await physician.get(`/api/v1/clients/${clientId}`).expect(200);
    expect(client).toMatchObject({ id: clientId, hidden: [{ pointer: '/bsn', code: 'ROLE' }] });
    expect(client.profile).toBeDefined();
    const { body: response } = await physician.get(`/api/v1/responses/${responseId}`).expect(200);
    expect(response.answers).toEqual({ 'gfi-01': 'dependent', 'imesa-01': 2 });
    expect(response.assessment.instruments.gfi.contributions.map(({ item }: { item: string }) => item)).not.toContain(
      'gfi-11',
    );
    expect(response.hidden).toEqual(expect.arrayContaining([{ pointer: '/answers', code: 'ROLE' }]));
    for (const path of ['', '/responses', '/profiles', '/contact-persons'])
      expect([path, await statusOf(physician, `/clients/${clientId}${path}`)]).toEqual([path, 200]);
    for (const path of ['/invitations'])
      expect([path, await statusOf(physician, `/clients/${clientId}${path}`)]).toEqual([path, 404]);
  });

  it('opens no writing but a note', async () => {
    const access = await begun(physician);
    await physician
      .patch(`/api/v1/clients/${clientId}`)
      .set('If-Match', '"1"')
      .send({ phone: '0599 123456' })
      .expect(404);
    await physician.post(`/api/v1/clients/${clientId}/responses`).send({ channel: 'PAPER' }).expect(404);
    await physician
      .post(`/api/v1/clients/${clientId}/profiles`)
      .send({ profile: 'FRAIL', reason: 'Proef' })
      .expect(404);
    await physician.post(`/api/v1/clients/${clientId}/bsn/reveal`).expect(404);
    const care = {
      contacts: { type: 'PHONE', note: 'Proef' },
      signals: { type: 'FALL', text: 'Proef' },
      referrals: { type: 'OTHER', typeText: 'Kapper', receiver: 'Salon', reason: 'Proef', dueOn: '2099-01-05' },
    };
    for (const [kind, body] of Object.entries(care))
      expect([kind, (await physician.post(`/api/v1/clients/${clientId}/${kind}`).send(body)).status]).toEqual([kind, 404]); // prettier-ignore
    const { body } = await physician
      .post(`/api/v1/emergency-accesses/${access.id}/notes`)
      .send({ note: '  Heup gekneusd, huisarts belt morgen. ' })
      .expect(201);
    expect(body).toMatchObject({ note: 'Heup gekneusd, huisarts belt morgen.' });
    const { rows } = await stack.owner.query('SELECT client_id, category, owner_org_id FROM care.emergency_note');
    expect(rows).toEqual([{ client_id: clientId, category: 4, owner_org_id: testMember('noord', 'ELDERLY_CARE_PHYSICIAN').organisationId }]); // prettier-ignore
  });

  it('shows the record in no list, search, count or notice', async () => {
    await begun(physician);
    const { body: found } = await physician.post('/api/v1/clients/search').send({ text: 'Zoëterme' }).expect(200);
    expect(found).toMatchObject({ items: [], total: 0 });
    const { body: net } = await physician.get('/api/v1/safety-net').expect(200);
    expect(net.count).toBe(0);
  });

  it('is for this session alone', async () => {
    await begun(physician);
    const elsewhere = await stack.as('ELDERLY_CARE_PHYSICIAN');
    expect(await statusOf(elsewhere, `/clients/${clientId}`)).toBe(404);
    expect((await elsewhere.get('/api/v1/emergency-accesses/current')).body.current).toBeNull();
  });

  it('gives way to what the client refused, but for a vital interest', async () => {
    await answerForm();
    await refuse([3]);
    await begun(physician);
    const { body: acute } = await physician.get(`/api/v1/clients/${clientId}/responses`).expect(200);
    expect(acute.items[0].answers).toBeUndefined();
    expect(await statusOf(physician, `/clients/${clientId}/profiles`)).toBe(403);
    await begun(physician, clientId, { reasonCode: 'VITAL_INTEREST' });
    const { body: vital } = await physician.get(`/api/v1/clients/${clientId}/responses`).expect(200);
    expect(vital.items[0].answers).toEqual({ 'gfi-01': 'dependent', 'imesa-01': 2 });
    expect(await statusOf(physician, `/clients/${clientId}/profiles`)).toBe(200);
  });

  it('gives way to a refusal again once the consent that went before it has ended', async () => {
    await answerForm();
    await refuse([3]);
    await stack.owner.query(
      `INSERT INTO care.consent (practice_id, id, client_id, kind, from_org_id, to_org_id, categories, given_by, how, given_on,
         text_version, recorded_by, recorded_at, valid_from, valid_until_on, valid_until)
       SELECT practice_id, gen_random_uuid(), client_id, 'GRANT', $2, to_org_id, categories, given_by, how, given_on, text_version,
         recorded_by, now() - interval '500 ms', now() - interval '500 ms', current_date, now() - interval '100 ms'
       FROM care.consent WHERE client_id = $1`,
      [clientId, testMember('noord', 'GP').organisationId],
    );
    await begun(physician);
    expect(await statusOf(physician, `/clients/${clientId}/profiles`)).toBe(403);
  });

  it('tells somebody in the team nothing of a head that was refused to her, when she writes in the form', async () => {
    await begun(physician);
    const { userId, organisationId: toOrganisationId } = testMember('noord', 'ELDERLY_CARE_PHYSICIAN');
    const team = `/api/v1/clients/${clientId}/team`;
    const { version } = (await gp.get(team).expect(200)).body;
    await gp
      .put(team)
      .set('If-Match', `"${version}"`)
      .send({ members: [{ userId }] })
      .expect(200);
    const no = { toOrganisationId, categories: [1], rule: 'DENY', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05' };
    await gp.post(`/api/v1/clients/${clientId}/consents`).send(no).expect(201);
    const helped = { completedOn: '2026-01-05', completedBy: 'WITH_HELP', completedWithHelpOf: 'Buurman Wubbo' };
    const { body: form } = await gp
      .post(`/api/v1/clients/${clientId}/responses`)
      .send({ channel: 'PAPER', status: 'COMPLETED', confirmOldDate: true, answers: ANSWERS, ...helped })
      .expect(201);
    const answer = await physician.put(`/api/v1/responses/${form.id}/remark`).set('If-Match', '"1"').send({ remark: 'Wil hier blijven' }); // prettier-ignore
    expect(answer.body.current ?? answer.body).toMatchObject({ id: form.id, completedWithHelpOf: null });
    expect(JSON.stringify(answer.body)).not.toContain('Wubbo');
  });

  it('opens to somebody in the team what was refused to her organisation, for a vital interest alone', async () => {
    await join('ELDERLY_CARE_PHYSICIAN');
    await refuse([3]);
    await begin(physician).expect(409);
    await begun(physician, clientId, { reasonCode: 'VITAL_INTEREST' });
    expect(await statusOf(physician, `/clients/${clientId}/profiles`)).toBe(200);
  });

  it('flags every row of the log about that record, refusals too, and no other', async () => {
    const own = await register('Eigen');
    await join('ELDERLY_CARE_PHYSICIAN', own);
    const access = await begun(physician);
    await stack.owner.query('DELETE FROM audit.event');
    await physician.get(`/api/v1/clients/${clientId}`).expect(200);
    await physician.get(`/api/v1/clients/${clientId}/responses`).expect(200);
    await physician.post(`/api/v1/clients/${clientId}/bsn/reveal`).expect(404);
    await physician.get(`/api/v1/clients/${own}`);
    const { rows } = await stack.owner.query(
      'SELECT client_id, break_glass_id, purpose, relation_rule FROM audit.event ORDER BY seq',
    );
    expect(rows.map((row) => [row.client_id, row.break_glass_id, row.purpose])).toEqual([
      [clientId, access.id, 'EMERGENCY'],
      [clientId, access.id, 'EMERGENCY'],
      [clientId, access.id, 'EMERGENCY'],
      [own, null, 'TREATMENT'],
    ]);
    expect(rows[0].relation_rule).toBe('BREAK_GLASS');
  });
});

describe('its end', () => {
  it.each([
    ['just before four hours', '3 hours 59 minutes 50 seconds', 200],
    ['after four hours', '4 hours', 404],
  ])('%s', async (_, passed, status) => {
    const access = await begun(physician);
    await earlier(passed);
    for (const path of ['', '/responses', '/profiles'])
      expect([path, await statusOf(physician, `/clients/${clientId}${path}`)]).toEqual([path, status]);
    const noted = await physician.post(`/api/v1/emergency-accesses/${access.id}/notes`).send({ note: 'Nog iets.' });
    expect(noted.status).toBe(status === 200 ? 201 : 404);
  });

  it('comes at once by hand, once, and by herself alone', async () => {
    const access = await begun(physician);
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.post(`/api/v1/emergency-accesses/${access.id}/end`).expect(404);
    const { body: ended } = await physician.post(`/api/v1/emergency-accesses/${access.id}/end`).expect(200);
    expect(ended).toMatchObject({ id: access.id, endedAt: expect.any(String) });
    expect(await statusOf(physician, `/clients/${clientId}`)).toBe(404);
    const { body: again } = await physician.post(`/api/v1/emergency-accesses/${access.id}/end`).expect(200);
    expect(again).toEqual(ended);
  });
});

describe('finding the client', () => {
  const find = (agent: Agent, family: string, birthDate = `${birthYear}-11-02`) =>
    agent.post('/api/v1/emergency-accesses/clients/search').send({ family, birthDate });

  it('goes by exact name and birth date, answers no more than these, and is logged without what was typed', async () => {
    const { body } = await find(physician, 'zoeterme').expect(200);
    expect(body.items).toEqual([
      { id: clientId, birthDate: `${birthYear}-11-02`, name: { initials: null, given: null, prefix: null, family: 'Zoëterme', partnerPrefix: null, partnerFamily: null, use: 'OWN' } }, // prettier-ignore
    ]);
    for (const [family, birthDate] of [['Zoeter'], ['%'], ['Zoeterme', '1938-11-03']] as const)
      expect((await find(physician, family, birthDate)).body.items).toEqual([]);
    const { rows } = await stack.owner.query(
      `SELECT query, purpose FROM audit.event WHERE event_type = 'SEARCH_CLIENTS_FOR_EMERGENCY' ORDER BY seq LIMIT 1`,
    );
    expect(rows).toEqual([
      { query: { criteria: ['family', 'birthDate'], count: 1, ids: [clientId] }, purpose: 'EMERGENCY' },
    ]);
  });

  it('is for the three roles, within the own practice', async () => {
    await find(officer, 'Zoeterme').expect(403);
    await find(await stack.as('PRACTICE_ASSISTANT'), 'Zoeterme').expect(403);
    expect((await find(await stack.as('ELDERLY_CARE_PHYSICIAN', 'zuid'), 'Zoeterme')).body.items).toEqual([]);
  });
});

describe('the review', () => {
  const judge = (agent: Agent, id: string, body: object) =>
    agent.post(`/api/v1/emergency-accesses/${id}/verdict`).send(body);
  const openOnes = async (agent: Agent) => (await agent.get('/api/v1/emergency-accesses').expect(200)).body;

  it('shows who, why, when and until when to judge, with a name only where the reviewer may see it', async () => {
    const access = await begun(physician);
    for (const [agent, clientName] of [
      [gp, 'Zoëterme'],
      [officer, null],
    ] as const) {
      const { items, total } = await openOnes(agent);
      expect([total, items[0]]).toMatchObject([
        1,
        {
          id: access.id, clientId, clientName, reason: REASON, reasonCode: 'ACUTE_CARE', running: true, state: 'OPEN', own: false,
          overdue: false, verdicts: [], noteCount: 0,
          person: { role: 'ELDERLY_CARE_PHYSICIAN', organisation: 'Behandelgroep noord' },
        },
      ]); // prettier-ignore
    }
    await physician.get('/api/v1/emergency-accesses').expect(403);
    expect((await openOnes(await stack.as('GP', 'zuid'))).total).toBe(0);
    await (await stack.as('LOG_OFFICER', 'zuid')).get(`/api/v1/emergency-accesses/${access.id}`).expect(404);
  });

  it('shows what was opened, without content; the notes to the GP alone', async () => {
    await answerForm();
    const access = await begun(physician);
    await physician.get(`/api/v1/clients/${clientId}`).expect(200);
    await physician.get(`/api/v1/clients/${clientId}/profiles`).expect(200);
    await physician.post(`/api/v1/emergency-accesses/${access.id}/notes`).send({ note: 'Heup gekneusd.' }).expect(201);
    const { body } = await officer.get(`/api/v1/emergency-accesses/${access.id}`).expect(200);
    expect(body.acts.map(({ type }: { type: string }) => type)).toEqual([
      'CREATE_EMERGENCY_NOTE',
      'READ_PROFILES',
      'READ_CLIENT',
      'BEGIN_EMERGENCY_ACCESS',
    ]);
    expect(body).toMatchObject({ noteCount: 1, notes: [] });
    expect(JSON.stringify(body)).not.toContain('Heup');
    const { body: own } = await gp.get(`/api/v1/emergency-accesses/${access.id}`).expect(200);
    expect(own.notes).toMatchObject([{ note: 'Heup gekneusd.' }]);
  });

  it('stays open after "further investigation", and ends with one final verdict', async () => {
    const { id } = await begun(physician);
    await judge(officer, id, { verdict: 'FURTHER_INVESTIGATION' }).expect(400);
    await judge(officer, id, { verdict: 'FURTHER_INVESTIGATION', note: 'Wie belde haar?' }).expect(200);
    expect((await openOnes(gp)).items[0]).toMatchObject({ state: 'INVESTIGATING' });
    await judge(gp, id, { verdict: 'FURTHER_INVESTIGATION', note: 'Nog eens.' }).expect(409);
    const { body } = await judge(gp, id, { verdict: 'JUSTIFIED' }).expect(200);
    expect(body).toMatchObject({
      state: 'JUSTIFIED',
      verdicts: [{ note: 'Wie belde haar?' }, { verdict: 'JUSTIFIED', note: null }],
    });
    expect((await openOnes(gp)).total).toBe(0);
    const { body: after } = await judge(officer, id, { verdict: 'NOT_JUSTIFIED', note: 'Toch niet.' }).expect(409);
    expect(after.code).toBe('WRONG_STATE');
    const { body: decided } = await officer.get('/api/v1/emergency-accesses?state=DECIDED').expect(200);
    expect(decided.items).toMatchObject([{ id, state: 'JUSTIFIED' }]);
    expect((await physician.get('/api/v1/notices')).body.items).toMatchObject([
      { kind: 'EMERGENCY_VERDICT' },
      { kind: 'EMERGENCY_VERDICT' },
    ]);
  });

  it('takes one verdict when two are given at once', async () => {
    const { id } = await begun(physician);
    const both = await Promise.all([gp, officer].map((agent) => judge(agent, id, { verdict: 'JUSTIFIED' })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('closes a record at once that was opened without justification', async () => {
    const { id } = await begun(physician);
    await judge(gp, id, { verdict: 'NOT_JUSTIFIED', note: 'Zij was niet in dienst.' }).expect(200);
    expect(await statusOf(physician, `/clients/${clientId}`)).toBe(404);
  });

  it("is never on one's own, in whatever membership", async () => {
    const { id } = await begun(physician);
    await stack.owner.query(
      `UPDATE care.membership SET account_id = (SELECT account_id FROM care.membership WHERE id = $1) WHERE id = $2`,
      [testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId, testMember('noord', 'LOG_OFFICER').userId],
    );
    const { body } = await judge(officer, id, { verdict: 'JUSTIFIED' }).expect(403);
    expect(body.code).toBe('NOT_ONESELF');
    expect((await officer.get('/api/v1/emergency-accesses/count')).body).toEqual({ open: 0, overdue: 0 });
    expect((await openOnes(officer)).items[0]).toMatchObject({ own: true });
    await judge(gp, id, { verdict: 'JUSTIFIED' }).expect(200);
  });

  it('is late after seven days', async () => {
    await begun(physician);
    await earlier('7 days');
    expect((await gp.get('/api/v1/emergency-accesses/count')).body).toEqual({ open: 1, overdue: 0 });
    await earlier('1 day');
    expect((await gp.get('/api/v1/emergency-accesses/count')).body).toEqual({ open: 1, overdue: 1 });
    expect((await openOnes(gp)).items[0]).toMatchObject({ overdue: true, running: false });
  });
});

describe('a refusal about the emergency access of somebody else', () => {
  it('stands in the log with the client it is about', async () => {
    const { id } = await begun(physician);
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.post(`/api/v1/emergency-accesses/${id}/end`).expect(404);
    const { rows } = await stack.owner.query(
      `SELECT client_id AS "clientId", outcome FROM audit.event WHERE user_id = $1 ORDER BY seq DESC LIMIT 1`,
      [testMember('noord', 'DISTRICT_NURSE').userId],
    );
    expect(rows).toEqual([{ clientId, outcome: 'DENIED' }]);
  });
});
