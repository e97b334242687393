import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOfInstant } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

/** GFI 0 and INTERMED 0: every answer the lightest. */
const LIGHTEST: Record<string, unknown> = Object.fromEntries([
  ...[1, 2, 3, 4].map((n) => [`gfi-0${n}`, 'independent']),
  ['gfi-05', 8],
  ...[6, 7, 8, 9].map((n) => [`gfi-0${n}`, 'no']),
  ...[10, 11, 12, 13, 14, 15].map((n) => [`gfi-${n}`, 'no']),
  ...Array.from({ length: 20 }, (_, n) => [`imesa-${String(n + 1).padStart(2, '0')}`, 0]),
]);
/** GFI 5 (on the cut-off), INTERMED 0. */
const FRAIL = {
  ...LIGHTEST,
  'gfi-01': 'dependent',
  'gfi-03': 'dependent',
  'gfi-05': 5,
  'gfi-09': 'yes',
  'gfi-11': 'sometimes',
};
const TODAY = dayOfInstant(Date.now());
const FILLED_IN = addDays(TODAY, -20);
const ON_PAPER = { channel: 'PAPER', completedOn: FILLED_IN, completedBy: 'SELF' };

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let births = 0;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  gp = await stack.as('GP');
});
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  births += 1;
  const birthDate = `19${30 + (births % 15)}-01-${String(1 + (births % 28)).padStart(2, '0')}`;
  const body = {
    name: { family: `Client ${births}` },
    sex: 'FEMALE',
    birthDate,
    gpId: testMember('noord', 'GP').userId,
  };
  const answer = await assistant.post('/api/v1/clients').send(body).expect(201);
  return answer.body.id;
}

async function completed(client: string, answers: object, by: Agent = assistant): Promise<{ id: string }> {
  const { body } = await by
    .post(`/api/v1/clients/${client}/responses`)
    .send({ ...ON_PAPER, status: 'COMPLETED', answers })
    .expect(201);
  return body;
}

describe('entering a form', () => {
  it('keeps each answer, merges the next, and scores on completing', async () => {
    const client = await newClient();
    const begun = await assistant
      .post(`/api/v1/clients/${client}/responses`)
      .send({ channel: 'PAPER', answers: { 'gfi-01': 'dependent' } })
      .expect(201);
    expect(begun.body).toMatchObject({ status: 'IN_PROGRESS', version: 1, answers: { 'gfi-01': 'dependent' } });
    const path = `/api/v1/responses/${begun.body.id}`;
    const { 'gfi-01': _, ...rest } = FRAIL;
    const merged = await assistant.patch(path).set('If-Match', '"1"').send({ answers: rest }).expect(200);
    expect(merged.body.answers).toEqual(FRAIL);
    const nothingSaid = await assistant.post(`${path}/complete`).send({}).expect(400);
    expect(nothingSaid.body.errors).toMatchObject([
      { pointer: '/completedOn', code: 'REQUIRED' },
      { pointer: '/completedBy', code: 'REQUIRED' },
    ]);
    const done = await assistant
      .post(`${path}/complete`)
      .send({ completedOn: FILLED_IN, completedBy: 'SELF' })
      .expect(200);
    expect(done.body.assessment).toMatchObject({
      proposedProfile: 'FRAIL',
      determined: true,
      instruments: { gfi: { lower: 5, upper: 5, cutOff: 5 }, imesa: { lower: 0, upper: 0, cutOff: 16 } },
    });
    const { rows } = await stack.owner.query(
      'SELECT category, answers FROM care.answer_sheet WHERE response_id = $1 ORDER BY category',
      [begun.body.id],
    );
    expect(rows[0].answers).toMatchObject({ 'gfi-11': 'sometimes', 'imesa-14': 0 });
    expect(rows[1].answers).not.toHaveProperty('gfi-11');
    await assistant
      .patch(path)
      .set('If-Match', '"3"')
      .send({ answers: { 'gfi-01': 'independent' } })
      .expect(409);
  });

  it('refuses what is no answer, naming the question, and stores nothing of it', async () => {
    const client = await newClient();
    const answers = { 'gfi-05': 11, 'gfi-06': 'sometimes', 'imesa-01': 4, 'gfi-99': 1, 'gfi-01': 'dependent' };
    const { body } = await assistant
      .post(`/api/v1/clients/${client}/responses`)
      .send({ ...ON_PAPER, answers })
      .expect(400);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).toSorted(),
    ).toEqual([
      '/answers/gfi-05 INVALID_ANSWER',
      '/answers/gfi-06 INVALID_ANSWER',
      '/answers/gfi-99 UNKNOWN_ITEM',
      '/answers/imesa-01 INVALID_ANSWER',
    ]);
    const { rows } = await stack.owner.query('SELECT count(*)::integer AS n FROM care.response WHERE client_id = $1', [
      client,
    ]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('shows the current form to who is late, and lets one form be in progress per client', async () => {
    const client = await newClient();
    const begun = await assistant.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PAPER' }).expect(201);
    const path = `/api/v1/responses/${begun.body.id}`;
    await gp
      .patch(path)
      .set('If-Match', '"1"')
      .send({ answers: { 'gfi-02': 'dependent' } })
      .expect(200);
    const late = await assistant
      .patch(path)
      .set('If-Match', '"1"')
      .send({ answers: { 'gfi-02': 'independent' } })
      .expect(412);
    expect(late.body.current).toMatchObject({ version: 2, answers: { 'gfi-02': 'dependent' } });
    const second = await gp.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PAPER' }).expect(409);
    expect(second.body).toMatchObject({ code: 'RESPONSE_IN_PROGRESS', responseId: begun.body.id });
  });

  it.each([
    ['tomorrow', addDays(TODAY, 1), 'IN_FUTURE'],
    ['before birth', '1900-01-01', 'BEFORE_BIRTH'],
    ['more than a year ago', addDays(addMonths(TODAY, -12), -1), 'OLD_DATE'],
  ])('refuses a form that was filled in %s', async (_, completedOn, code) => {
    const client = await newClient();
    const body = { ...ON_PAPER, completedOn, status: 'COMPLETED', answers: LIGHTEST };
    const refused = await assistant.post(`/api/v1/clients/${client}/responses`).send(body).expect(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/completedOn', code }]);
  });

  it('takes an old form once somebody confirms its day, and keeps the newer one standing', async () => {
    const client = await newClient();
    await completed(client, FRAIL);
    const old = {
      ...ON_PAPER,
      completedOn: '2020-01-01',
      confirmOldDate: true,
      status: 'COMPLETED',
      answers: LIGHTEST,
    };
    await assistant.post(`/api/v1/clients/${client}/responses`).send(old).expect(201);
    const { body } = await gp.get(`/api/v1/clients/${client}`).expect(200);
    expect(body.profile).toMatchObject({ proposed: 'FRAIL', proposedOn: FILLED_IN });
  });
});

describe('scores made elsewhere', () => {
  it.each([
    [{ imesa: 12, gfi: 5 }, 'FRAIL'],
    [{ imesa: 16 }, 'COMPLEX'],
    [{ imesa: 15 }, 'UNDETERMINED'],
    [{ gfi: 7 }, 'UNDETERMINED'],
  ])('proposes from totals %j', async (totals, proposedProfile) => {
    const client = await newClient();
    const body = { entryMode: 'SCORE_ONLY', source: 'DALEZ', completedOn: FILLED_IN, totals };
    const answer = await gp.post(`/api/v1/clients/${client}/responses`).send(body).expect(201);
    expect(answer.body).toMatchObject({ status: 'COMPLETED', totals, assessment: { proposedProfile } });
  });

  it('refuses totals out of range and domains that do not add up', async () => {
    const client = await newClient();
    const body = { entryMode: 'SCORE_ONLY', source: 'BAK', completedOn: FILLED_IN };
    await gp
      .post(`/api/v1/clients/${client}/responses`)
      .send({ ...body, totals: { gfi: 16 } })
      .expect(400);
    const imesaDomains = { BIOLOGICAL: 5, PSYCHOLOGICAL: 4, SOCIAL: 3, HEALTH_CARE: 1 };
    const { body: refused } = await gp
      .post(`/api/v1/clients/${client}/responses`)
      .send({ ...body, totals: { imesa: 14 }, imesaDomains })
      .expect(400);
    expect(refused.errors).toMatchObject([{ pointer: '/imesaDomains', code: 'DOMAINS_DO_NOT_ADD_UP' }]);
  });
});

describe('a completed response', () => {
  it('is superseded by an amendment and never changed itself', async () => {
    const client = await newClient();
    const { id } = await completed(client, { ...FRAIL, 'gfi-11': { missing: 'BLANK' } });
    const before = await gp.get(`/api/v1/responses/${id}`).expect(200);
    expect(before.body.assessment).toMatchObject({ proposedProfile: 'UNDETERMINED', deciding: ['gfi-11'] });
    const amendment = { answers: { 'gfi-11': 'no' }, reason: 'nagevraagd', reasonCode: 'PHONE' };
    const amended = await assistant.post(`/api/v1/responses/${id}/amendments`).send(amendment).expect(201);
    expect(amended.body).toMatchObject({
      supersedesId: id,
      channel: 'PHONE',
      completedOn: FILLED_IN,
      assessment: { proposedProfile: 'ROBUST' },
    });
    const again = await assistant.post(`/api/v1/responses/${id}/amendments`).send(amendment).expect(409);
    expect(again.body).toMatchObject({ code: 'WRONG_STATE', newestId: amended.body.id });
    const { body } = await gp.get(`/api/v1/clients/${client}/responses`).expect(200);
    expect(body.items.map((item: { id: string; status: string }) => [item.id, item.status])).toEqual([
      [amended.body.id, 'COMPLETED'],
      [id, 'SUPERSEDED'],
    ]);
    expect(body.items[1].answers['gfi-11']).toEqual({ missing: 'BLANK' });
  });

  it('takes in one of two pages that were missing, and still misses the other', async () => {
    const client = await newClient();
    const pages = Object.entries(FRAIL).filter(([item]) => item.startsWith('gfi'));
    const form = { ...ON_PAPER, status: 'COMPLETED', answers: Object.fromEntries(pages), missingPages: [3, 4] };
    const { body: first } = await assistant.post(`/api/v1/clients/${client}/responses`).send(form).expect(201);
    expect(first).toMatchObject({ missingPages: [3, 4], secondEntry: { state: 'PENDING' } });
    const found = Object.entries(FRAIL).filter(([item]) => item.startsWith('imesa-0') || item === 'imesa-10');
    const amendment = { answers: Object.fromEntries(found), reason: 'blad 3', reasonCode: 'PAGE_FOUND' };
    const { body } = await assistant.post(`/api/v1/responses/${first.id}/amendments`).send(amendment).expect(201);
    expect(body).toMatchObject({
      missingPages: [4],
      assessment: { instruments: { imesa: { missing: { length: 10 } } } },
    });
  });

  it('takes in a page that was found wholly blank: no answer changes, yet it is not missing any more', async () => {
    const client = await newClient();
    const pages = Object.entries(FRAIL).filter(([item]) => item.startsWith('gfi'));
    const form = { ...ON_PAPER, status: 'COMPLETED', answers: Object.fromEntries(pages), missingPages: [3, 4] };
    const { body: first } = await assistant.post(`/api/v1/clients/${client}/responses`).send(form).expect(201);
    const amend = (missingPages?: readonly number[]) =>
      assistant
        .post(`/api/v1/responses/${first.id}/amendments`)
        .send({ answers: {}, reason: 'blad 3, leeg', reasonCode: 'PAGE_FOUND', missingPages });
    for (const [stillMissing, fault] of [
      [undefined, { pointer: '/answers', code: 'NO_CHANGE' }],
      [[4, 3], { pointer: '/answers', code: 'NO_CHANGE' }],
      [[2, 4], { pointer: '/missingPages/0', code: 'INVALID_VALUE' }],
    ] as const) {
      const { body } = await amend(stillMissing).expect(400);
      expect(body.errors).toMatchObject([fault]);
    }
    const { body } = await amend([4]).expect(201);
    expect(body).toMatchObject({ supersedesId: first.id, amendmentCode: 'PAGE_FOUND', missingPages: [4] });
    expect(body.assessment.instruments).toEqual(first.assessment.instruments);
  });

  it('moves to the right client when it was entered on the wrong one', async () => {
    const [wrong, right] = [await newClient(), await newClient()];
    const { id } = await completed(wrong, FRAIL);
    await gp.put(`/api/v1/responses/${id}/remark`).set('If-Match', '"1"').send({ remark: 'bel mijn zoon' }).expect(200);
    const { body } = await gp
      .post(`/api/v1/responses/${id}/void`)
      .send({ reason: 'WRONG_CLIENT', moveToClientId: right })
      .expect(200);
    expect(body).toMatchObject({ status: 'VOID', voidCode: 'WRONG_CLIENT' });
    expect(body).not.toHaveProperty('answers');
    const moved = await gp.get(`/api/v1/clients/${right}/responses`).expect(200);
    expect(moved.body.items).toMatchObject([
      { movedFromId: id, status: 'COMPLETED', answers: FRAIL, assessment: { proposedProfile: 'FRAIL' } },
    ]);
    const profiles = await Promise.all([wrong, right].map((client) => gp.get(`/api/v1/clients/${client}`).expect(200)));
    expect(profiles.map((profile) => profile.body.profile.proposed)).toEqual([null, 'FRAIL']);
    const { rows } = await stack.owner.query('SELECT answers FROM care.answer_sheet WHERE response_id = $1', [id]);
    expect(rows).toEqual([{ answers: {} }, { answers: {} }]);
    expect(moved.body.items[0].remark).toBe('bel mijn zoon');
    const left = await stack.owner.query(
      `SELECT (SELECT count(*)::integer FROM care.assessment WHERE response_id = $1) AS assessments,
         (SELECT count(*)::integer FROM care.response_remark WHERE response_id = $1) AS remarks`,
      [id],
    );
    expect(left.rows).toEqual([{ assessments: 0, remarks: 0 }]);
    await gp.put(`/api/v1/responses/${id}/remark`).set('If-Match', '"3"').send({ remark: 'te laat' }).expect(409);
  });
});

describe('assigning a profile', () => {
  it('confirms the proposal without a reason, and asks one for anything else', async () => {
    const client = await newClient();
    await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'ROBUST' }).expect(400);
    await completed(client, FRAIL);
    const confirmed = await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'FRAIL' }).expect(201);
    expect(confirmed.body).toMatchObject({
      profile: 'FRAIL',
      reasonCode: 'SCORE_CONFIRMED',
      current: true,
      basis: { gfi: { lower: 5 } },
    });
    const refused = await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'COMPLEX' }).expect(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/reason', code: 'REASON_REQUIRED' }]);
    await gp
      .post(`/api/v1/clients/${client}/profiles`)
      .send({ profile: 'COMPLEX', reason: 'Partner net overleden' })
      .expect(201);
    const { body } = await gp.get(`/api/v1/clients/${client}/profiles`).expect(200);
    const assigned = body.items.filter((item: { kind: string }) => item.kind === 'ASSIGNED');
    expect(assigned.map((item: { profile: string; current: boolean }) => [item.profile, item.current])).toEqual([
      ['COMPLEX', true],
      ['FRAIL', false],
    ]);
  });

  it('is for physicians: others are refused before any id is looked at', async () => {
    const nowhere = '00000000-0000-7000-8000-999999999999';
    for (const role of [
      'PRACTICE_ASSISTANT',
      'DISTRICT_NURSE',
      'ELDERLY_ADVISER',
      'PRACTICE_NURSE',
      'PRACTICE_MANAGER',
    ] as const) {
      const agent = await stack.as(role);
      const { body } = await agent.post(`/api/v1/clients/${nowhere}/profiles`).send({}).expect(403);
      expect([role, body.code]).toEqual([role, 'ROLE']);
    }
    await gp.post(`/api/v1/clients/${nowhere}/profiles`).send({ profile: 'ROBUST' }).expect(404);
  });
});

describe('what the assistant sees', () => {
  it('is the class and what to ask by phone, not answers or scores', async () => {
    const client = await newClient();
    await completed(client, { ...FRAIL, 'gfi-11': { missing: 'ILLEGIBLE' } }, gp);
    const { body } = await assistant.get(`/api/v1/clients/${client}/responses`).expect(200);
    const [response] = body.items;
    expect(response).not.toHaveProperty('answers');
    expect(response.assessment).toMatchObject({
      proposedProfile: 'UNDETERMINED',
      deciding: ['gfi-11'],
      instruments: { gfi: { missing: ['gfi-11'] } },
    });
    expect(response.assessment.instruments.gfi).not.toHaveProperty('lower');
    expect(response.hidden).toEqual([
      { pointer: '/answers', code: 'ROLE' },
      { pointer: '/assessment/instruments', code: 'ROLE' },
      { pointer: '/totals', code: 'ROLE' },
      { pointer: '/remark', code: 'ROLE' },
    ]);
  });
});
