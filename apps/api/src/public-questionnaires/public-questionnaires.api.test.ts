import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOfInstant, SHIPPED_PACKS, showAccessCode } from '@samenoud/domain';
import { addCode, inviteOnline, type OnlineInvitation } from '../testing/online-invitation.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const HOME = '/api/v1/public/questionnaire';
const BORN = '1941-04-03';
const TODAY = dayOfInstant(Date.now());
const BLANK = { missing: 'BLANK' };
const { practiceId } = testMember('noord', 'GP');

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let client: string;
let letter: OnlineInvitation;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  gp = await stack.as('GP');
});
afterAll(() => stack.close());

async function register(by: Agent = assistant): Promise<string> {
  people += 1;
  const name = { family: `Online ${people}` };
  const { body } = await by
    .post('/api/v1/clients')
    .send({ name, sex: 'FEMALE', birthDate: BORN, confirmDuplicate: true });
  return body.id;
}

beforeEach(async () => {
  client = await register();
  letter = await inviteOnline(stack.owner, client);
  await stack.owner.query('DELETE FROM auth.code_try');
});

const tryCode = (agent: Agent, code: string, birthDate = BORN) =>
  agent.post(`${HOME}/access`).send({ code, birthDate });

/** Somebody at home with the letter in hand, let in. */
async function enter(code = letter.code): Promise<{ agent: Agent; id: string; version: number }> {
  const agent = stack.visitor();
  const { body } = await tryCode(agent, code).expect(200);
  return { agent, id: body.responseId, version: body.response.version };
}

const patch = (agent: Agent, id: string, version: number, answers: object) =>
  agent.patch(`${HOME}/responses/${id}`).set('If-Match', `"${version}"`).send({ answers });

const send = (agent: Agent, id: string) => agent.post(`${HOME}/responses/${id}/complete`).send({ completedBy: 'SELF' });

async function invitationState(): Promise<string> {
  const { rows } = await stack.owner.query<{ state: string }>(
    'SELECT state FROM care.screening_invitation WHERE id = $1',
    [letter.invitationId],
  );
  return rows[0]?.state ?? '';
}

const setState = (state: string) =>
  stack.owner.query('UPDATE care.screening_invitation SET state = $1 WHERE id = $2', [state, letter.invitationId]);

describe('the way in', () => {
  it('is a code read forgivingly and the birth date; no name, score or profile comes back', async () => {
    const typed = ` ${showAccessCode(letter.code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `;
    const answer = await tryCode(stack.visitor(), typed).expect(200);
    expect(answer.body).toMatchObject({
      idleMinutes: 60,
      practice: { name: 'Praktijk noord', phone: '+31599550100' },
      response: { version: 1, status: 'IN_PROGRESS', answers: {}, completedBy: null, remark: null },
    });
    expect(Object.keys(answer.body.response).toSorted()).toEqual([
      'answers', 'completedBy', 'completedOn', 'completedWithHelpOf', 'id', 'remark', 'status', 'version',
    ]); // prettier-ignore
    expect(JSON.stringify(answer.body)).not.toMatch(/Online \d|score|profile|cutOff|clientId|ROBUST/i);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^vragenlijst=.*HttpOnly; SameSite=Strict/);
  });

  it('gives the 35 questions in the order of the paper form, in the words of the versions of the form', async () => {
    const { body } = await tryCode(stack.visitor(), letter.code).expect(200);
    const items = [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items];
    expect(body.questions.map(({ id }: { id: string }) => id)).toEqual(items.map(({ id }) => id));
    expect(body.questions[4]).toMatchObject({ number: 5, text: items[4]?.text, isTopic: false });
    expect(body.questions[4].options.map(({ code }: { code: number }) => code)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(body.questions[15]).toMatchObject({ isTopic: true, options: [{ code: 0, label: 'geen' }, {}, {}, {}] });
  });

  it('makes one form, for every letter and every device', async () => {
    const first = await enter();
    const second = await enter(await addCode(stack.owner, practiceId, letter.invitationId));
    expect(second.id).toBe(first.id);
    const { rows } = await stack.owner.query('SELECT channel, status FROM care.response WHERE client_id = $1', [
      client,
    ]);
    expect(rows).toEqual([{ channel: 'ONLINE', status: 'IN_PROGRESS' }]);
  });

  it('says the same of a wrong code, of what is no code and of a wrong birth date', async () => {
    const wrong = letter.code === '000000000000' ? '111111111111' : '000000000000';
    const answers = [
      await tryCode(stack.visitor(), wrong),
      await tryCode(stack.visitor(), 'kort'),
      await tryCode(stack.visitor(), letter.code, '1941-04-04'),
    ];
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 401, body: answers[0]?.body });
    expect(answers[0]?.body.code).toBe('ACCESS_CODE_WRONG');
    expect(await stack.owner.query('SELECT FROM care.response WHERE client_id = $1', [client])).toMatchObject({
      rowCount: 0,
    });
  });

  it('refuses a body without birth date or with a day that does not exist', async () => {
    const without = await stack.visitor().post(`${HOME}/access`).send({ code: letter.code });
    const impossible = await tryCode(stack.visitor(), letter.code, '1941-02-30');
    expect([without.status, impossible.status]).toEqual([400, 400]);
  });

  it('takes five tries per code and hour; the sixth waits, and a right one in time forgets the others', async () => {
    for (let n = 0; n < 4; n += 1) await tryCode(stack.visitor(), letter.code, '1950-01-01').expect(401);
    await enter();
    for (let n = 0; n < 5; n += 1) await tryCode(stack.visitor(), letter.code, '1950-01-01').expect(401);
    const sixth = await tryCode(stack.visitor(), letter.code).expect(429);
    expect(sixth.body.code).toBe('TOO_MANY_CODE_TRIES');
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(3500);
    await stack.owner.query(`UPDATE auth.code_try SET hour_began_at = hour_began_at - interval '1 hour'`);
    await enter();
  });

  it('takes a hundred wrong tries per address and hour, of whatever codes', async () => {
    await stack.owner.query('UPDATE auth.code_try SET tries = 0');
    await tryCode(stack.visitor(), 'kort').expect(401);
    await stack.owner.query('UPDATE auth.code_try SET tries = 99 WHERE tries = 1');
    await tryCode(stack.visitor(), 'korter').expect(401);
    expect((await tryCode(stack.visitor(), letter.code)).status).toBe(429);
  });

  it.each([
    ['RECEIVED_INCOMPLETE', 'QUESTIONNAIRE_ANSWERED'],
    ['SCORED', 'QUESTIONNAIRE_ANSWERED'],
    ['PROFILE_ASSIGNED', 'QUESTIONNAIRE_ANSWERED'],
    ['REFUSED', 'QUESTIONNAIRE_REFUSED'],
    ['NOT_RETURNED', 'QUESTIONNAIRE_CLOSED'],
    ['DECEASED', 'QUESTIONNAIRE_CLOSED'],
  ])('tells who knows the birth date of an invitation %s: %s, with whom to call', async (state, code) => {
    await setState(state);
    const { body } = await tryCode(stack.visitor(), letter.code).expect(409);
    expect(body).toMatchObject({ code, practice: { phone: '+31599550100' } });
    await tryCode(stack.visitor(), letter.code, '1941-04-04').expect(401);
  });

  it('ends with the round and when the code is ended', async () => {
    await stack.owner.query(`UPDATE auth.access_code SET ended_at = now() WHERE invitation_id = $1`, [
      letter.invitationId,
    ]);
    expect((await tryCode(stack.visitor(), letter.code)).body.code).toBe('QUESTIONNAIRE_CLOSED');
    const other = await addCode(stack.owner, practiceId, letter.invitationId);
    await enter(other);
    await stack.owner.query(`UPDATE care.screening_round SET state = 'CLOSED' WHERE id = $1`, [letter.roundId]);
    expect((await tryCode(stack.visitor(), other)).body.code).toBe('QUESTIONNAIRE_CLOSED');
  });

  it('ends the session this browser had, for another letter of the same household', async () => {
    const { agent, id } = await enter();
    const neighbour = await inviteOnline(stack.owner, await register());
    const { body } = await tryCode(agent, neighbour.code).expect(200);
    expect(body.responseId).not.toBe(id);
    expect((await agent.get(HOME)).body.responseId).toBe(body.responseId);
    const { rows } = await stack.owner.query('SELECT ended_at FROM auth.respondent_session WHERE response_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ ended_at: expect.any(String) }]);
  });

  it('leaves a form that the practice has begun to the practice', async () => {
    await assistant.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PHONE' }).expect(201);
    const { body } = await tryCode(stack.visitor(), letter.code).expect(409);
    expect(body.code).toBe('QUESTIONNAIRE_WITH_PRACTICE');
  });

  it('is not gone on with by the practice unseen: taking over closes it to the client', async () => {
    const { agent, id, version } = await enter();
    const { body: answered } = await patch(agent, id, version, { 'gfi-01': 'dependent' }).expect(200);
    const staff = (body: object) =>
      assistant.patch(`/api/v1/responses/${id}`).set('If-Match', `"${answered.version}"`).send(body);
    expect((await staff({ answers: { 'gfi-01': 'independent' } })).body.code).toBe('ONLINE_IN_PROGRESS');
    const { body: taken } = await staff({ channel: 'PHONE', answers: { 'gfi-02': 'dependent' } }).expect(200);
    expect(taken.answers).toEqual({ 'gfi-01': 'dependent', 'gfi-02': 'dependent' });
    const late = await patch(agent, id, taken.version, { 'gfi-03': 'dependent' });
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 409, code: 'QUESTIONNAIRE_WITH_PRACTICE' });
    const seen = await agent.get(HOME);
    expect({ code: seen.body.code, answers: seen.body.response }).toEqual({
      code: 'QUESTIONNAIRE_WITH_PRACTICE',
      answers: undefined,
    });
  });

  it('lets two devices in at the same moment, on one form', async () => {
    const both = await Promise.all([tryCode(stack.visitor(), letter.code), tryCode(stack.visitor(), letter.code)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.responseId).toBe(both[1]?.body.responseId);
  });
});

describe('the form', () => {
  it('keeps answers, who helped and a remark, and goes on with them on another device', async () => {
    const { agent, id } = await enter();
    await patch(agent, id, 1, { 'gfi-05': 7, 'gfi-06': BLANK }).expect(200);
    await agent
      .patch(`${HOME}/responses/${id}`)
      .set('If-Match', '"2"')
      .send({ completedBy: 'WITH_HELP', completedWithHelpOf: 'dochter' })
      .expect(200);
    const kept = await agent
      .put(`${HOME}/responses/${id}/remark`)
      .set('If-Match', '"3"')
      .send({ remark: 'De tuin.' })
      .expect(200);
    expect(kept.body.version).toBe(4);
    await agent.delete(`${HOME}/session`).expect(204);
    await agent.get(HOME).expect(401);
    const other = await enter();
    const { body } = await other.agent.get(HOME).expect(200);
    expect(body.response).toMatchObject({
      version: 4,
      answers: { 'gfi-05': 7, 'gfi-06': BLANK },
      completedBy: 'WITH_HELP',
      completedWithHelpOf: 'dochter',
      remark: 'De tuin.',
    });
  });

  it('refuses an answer that is none, a missing version and a stale one with what is there', async () => {
    const { agent, id } = await enter();
    await patch(agent, id, 1, { 'gfi-05': 11 }).expect(400);
    await agent.patch(`${HOME}/responses/${id}`).send({ answers: {} }).expect(428);
    await patch(agent, id, 1, { 'gfi-01': 'dependent' }).expect(200);
    const second = await enter();
    const stale = await patch(second.agent, id, 1, { 'gfi-02': 'dependent' }).expect(412);
    expect(stale.body.current).toEqual({
      id, version: 2, status: 'IN_PROGRESS', completedOn: null, completedBy: null, completedWithHelpOf: null,
      answers: { 'gfi-01': 'dependent' }, remark: null,
    }); // prettier-ignore
  });

  it('is sent: filled in today, online, scored as paper is, and says no score', async () => {
    const { agent, id } = await enter();
    const answers = Object.fromEntries(
      [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items].map(({ id: item, answer }) => [
        item,
        answer.kind === 'INTEGER' ? 8 : answer.options[0]?.code,
      ]),
    );
    await patch(agent, id, 1, answers).expect(200);
    const sent = await send(agent, id).expect(200);
    expect(sent.body).toEqual({
      id,
      version: 3,
      status: 'COMPLETED',
      completedOn: TODAY,
      completedBy: 'SELF',
      completedWithHelpOf: null,
    });
    expect(sent.headers['clear-site-data']).toBe('"cache", "storage"');
    const { body } = await gp.get(`/api/v1/responses/${id}`).expect(200);
    expect(body).toMatchObject({
      channel: 'ONLINE',
      completedOn: TODAY,
      assessment: { proposedProfile: 'ROBUST', determined: true },
    });
    expect(await invitationState()).toBe('SCORED');
  });

  it('ends session and code on every device when it is sent', async () => {
    const { agent, id } = await enter();
    const other = await enter();
    await patch(agent, id, 1, { 'gfi-01': 'dependent' }).expect(200);
    await send(agent, id).expect(200);
    await agent.get(HOME).expect(401);
    await other.agent.get(`${HOME}/responses/${id}`).expect(401);
    await patch(other.agent, id, 3, { 'gfi-02': 'dependent' }).expect(401);
    expect((await tryCode(stack.visitor(), letter.code)).body.code).toBe('QUESTIONNAIRE_ANSWERED');
    expect(await invitationState()).toBe('RECEIVED_INCOMPLETE');
  });

  it('needs to know who filled it in before it is sent', async () => {
    const { agent, id } = await enter();
    const { body } = await agent.post(`${HOME}/responses/${id}/complete`).send({}).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/completedBy', code: 'REQUIRED' }]);
  });

  it('shows nothing any more once the practice has completed it', async () => {
    const { agent, id } = await enter();
    await patch(agent, id, 1, { 'gfi-01': 'dependent' }).expect(200);
    await assistant
      .post(`/api/v1/responses/${id}/complete`)
      .send({ completedOn: TODAY, completedBy: 'SELF' })
      .expect(200);
    for (const { status, body } of [await agent.get(HOME), await patch(agent, id, 3, { 'gfi-02': 'dependent' })]) {
      expect([401, 409]).toContain(status);
      expect(JSON.stringify(body)).not.toContain('gfi-');
    }
  });

  it('is over when the client does not take part: the reason is kept, what was begun does not count', async () => {
    const { agent, id } = await enter();
    await patch(agent, id, 1, { 'gfi-01': 'dependent' }).expect(200);
    const refused = await agent.post(`${HOME}/refuse`).send({ reason: 'Te druk', alsoLater: true }).expect(204);
    expect(refused.headers['clear-site-data']).toBe('"cache", "storage"');
    const { rows } = await stack.owner.query(
      `SELECT i.state, i.exit_reason, i.refuses_later, r.status, c.do_not_invite_reason AS never
       FROM care.screening_invitation i JOIN care.client c ON c.id = i.client_id, care.response r WHERE i.id = $1 AND r.id = $2`,
      [letter.invitationId, id],
    );
    expect(rows).toEqual([
      { state: 'REFUSED', exit_reason: 'Te druk', refuses_later: true, status: 'VOID', never: 'Te druk' },
    ]);
    await agent.get(HOME).expect(401);
    expect((await tryCode(stack.visitor(), letter.code)).body.code).toBe('QUESTIONNAIRE_REFUSED');
  });

  it('asks the code again after sixty minutes without input', async () => {
    const { agent } = await enter();
    await stack.owner.query(`UPDATE auth.respondent_session SET last_input_at = now() - interval '59 minutes'`);
    await agent.get(HOME).expect(200);
    await stack.owner.query(`UPDATE auth.respondent_session SET last_input_at = now() - interval '61 minutes'`);
    expect((await agent.get(HOME)).status).toBe(401);
  });
});

describe('what a respondent may do', () => {
  it('is nothing but her own form: every other route is 403', async () => {
    const { agent, id } = await enter();
    const others = [
      agent.get(`/api/v1/clients/${client}`),
      agent.get(`/api/v1/clients/${client}/responses`),
      agent.get(`/api/v1/responses/${id}`),
      agent.patch(`/api/v1/responses/${id}`).set('If-Match', '"1"').send({ answers: {} }),
      agent.post(`/api/v1/responses/${id}/complete`).send({}),
      agent.get('/api/v1/instruments'),
      agent.post('/api/v1/clients/search').send({}),
      agent.get('/api/v1/session'),
    ];
    for (const { status, body } of await Promise.all(others))
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'ROLE' });
  });

  const FORM_TABLES = ['client', 'response', 'answer_sheet', 'response_remark', 'assessment'];
  const switchPolicies = async (to: 'ENABLE' | 'DISABLE'): Promise<void> => {
    for (const table of FORM_TABLES) await stack.owner.query(`ALTER TABLE care.${table} ${to} ROW LEVEL SECURITY`);
  };

  it.each(['ENABLE', 'DISABLE'] as const)(
    'reaches no other form, of a neighbour, of another practice or of her own last year, with policies: %s',
    async (policies) => {
      const lastYear = await assistant
        .post(`/api/v1/clients/${client}/responses`)
        .send({ channel: 'PAPER', status: 'COMPLETED', completedOn: TODAY, completedBy: 'SELF', answers: {} })
        .expect(201);
      await setState('SENT');
      const { agent } = await enter();
      const begin = async (by: Agent, whose: string): Promise<string> =>
        (await by.post(`/api/v1/clients/${whose}/responses`).send({ channel: 'PAPER' }).expect(201)).body.id;
      const zuid = await stack.as('PRACTICE_ASSISTANT', 'zuid');
      const others = [
        await begin(assistant, await register()),
        await begin(zuid, await register(zuid)),
        lastYear.body.id,
        '01a2001d-0000-7000-8000-000000000000',
        'niets',
      ];
      await switchPolicies(policies);
      const statuses: number[] = [];
      for (const other of others) {
        const tries = [
          await agent.get(`${HOME}/responses/${other}`),
          await patch(agent, other, 1, { 'gfi-01': 'dependent' }),
          await agent.put(`${HOME}/responses/${other}/remark`).set('If-Match', '"1"').send({ remark: 'x' }),
          await send(agent, other),
        ];
        statuses.push(...tries.map(({ status }) => status));
      }
      await switchPolicies('ENABLE');
      expect(statuses).toEqual(statuses.map(() => 404));
    },
  );

  it('is not open to staff', async () => {
    const answers = [await gp.get(HOME), await gp.post(`${HOME}/refuse`).send({})];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('stands in the access log by no name', async () => {
    const { agent, id } = await enter();
    await patch(agent, id, 1, { 'gfi-01': 'dependent' }).expect(200);
    const { body } = await gp.get(`/api/v1/clients/${client}/access-log`).expect(200);
    const mine = body.items.filter(({ person }: { person: { role: string } }) => person.role === 'RESPONDENT');
    expect(mine.length).toBeGreaterThan(1);
    for (const row of mine) expect(row).toMatchObject({ person: { displayName: 'Cliënt (online)' }, relation: 'FORM' });
  });
});

describe('a page that was left open', () => {
  const remarkBy = (agent: Agent, path: string, version: number, body: object) =>
    agent.put(`${path}/remark`).set('If-Match', `"${version}"`).send(body);
  const CALLED = { remark: 'Zij belde', urgentCallTo: 'dokter Smit', urgentCallAt: '2026-11-20T10:00:00Z' };

  it('overwrites nothing that the practice wrote beside a form it completed', async () => {
    const { agent, id, version } = await enter();
    const done = { completedOn: TODAY, completedBy: 'SELF' };
    await assistant.post(`/api/v1/responses/${id}/complete`).set('If-Match', `"${version}"`).send(done).expect(200);
    await remarkBy(gp, `/api/v1/responses/${id}`, version + 1, CALLED).expect(200);
    const late = await remarkBy(agent, `${HOME}/responses/${id}`, version + 2, { remark: 'te laat' }).expect(409);
    expect(late.body.code).toBe('QUESTIONNAIRE_ANSWERED');
    expect((await gp.get(`/api/v1/responses/${id}`).expect(200)).body).toMatchObject({
      remark: 'Zij belde',
      urgentCallTo: 'dokter Smit',
    });
  });

  it('keeps whom the practice called about the remark', async () => {
    const { agent, id, version } = await enter();
    await remarkBy(assistant, `/api/v1/responses/${id}`, version, CALLED).expect(200);
    const { body } = await remarkBy(agent, `${HOME}/responses/${id}`, version + 1, { remark: 'Nog iets' }).expect(200);
    expect(body.remark).toBe('Nog iets');
    expect((await assistant.get(`/api/v1/responses/${id}`).expect(200)).body).toMatchObject({
      remark: 'Nog iets',
      urgentCallTo: 'dokter Smit',
    });
  });

  it('shows nothing any more once every code of its letters has ended, also when it was opened in that moment', async () => {
    const { agent } = await enter();
    await stack.owner.query('UPDATE auth.access_code SET ended_at = now() WHERE invitation_id = $1', [
      letter.invitationId,
    ]);
    expect((await agent.get(HOME)).status).toBe(401);
  });
});

describe('the database alone', () => {
  it('shows a respondent her own form and nothing else of anybody', async () => {
    const { id } = await enter();
    await enter((await inviteOnline(stack.owner, await register())).code);
    const { organisationId } = testMember('noord', 'GP');
    await stack.owner.query('BEGIN');
    await stack.owner.query('SET LOCAL ROLE smd_app');
    await stack.owner.query(
      `SELECT set_config('app.practice_id', $1, true), set_config('app.org_id', $2, true), set_config('app.scope', 'form', true),
         set_config('app.response_id', $3, true)`,
      [practiceId, organisationId, id],
    );
    const seen: Record<string, number> = {};
    for (const table of [
      'client',
      'response',
      'answer_sheet',
      'response_remark',
      'assessment',
      'screening_invitation',
      'profile_assignment',
    ]) {
      const { rows } = await stack.owner.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM care.${table}`,
      );
      seen[table] = rows[0]?.count ?? -1;
    }
    await stack.owner.query('ROLLBACK');
    expect(seen).toEqual({
      client: 0,
      response: 1,
      answer_sheet: 2,
      response_remark: 0,
      assessment: 0,
      screening_invitation: 0,
      profile_assignment: 0,
    });
  });
});
