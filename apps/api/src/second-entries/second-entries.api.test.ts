import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

const LIGHTEST: Record<string, unknown> = Object.fromEntries([
  ...[1, 2, 3, 4].map((n) => [`gfi-0${n}`, 'independent']),
  ['gfi-05', 8],
  ...[6, 7, 8, 9].map((n) => [`gfi-0${n}`, 'no']),
  ...[10, 11, 12, 13, 14, 15].map((n) => [`gfi-${n}`, 'no']),
  ...Array.from({ length: 20 }, (_, n) => [`imesa-${String(n + 1).padStart(2, '0')}`, 0]),
]);
/** GFI 4: one below the cut-off, so that one slip of the finger changes the profile. */
const BORDER: Record<string, unknown> = {
  ...LIGHTEST,
  'gfi-01': 'dependent',
  'gfi-03': 'dependent',
  'gfi-05': 5,
  'gfi-09': 'yes',
};
const TODAY = dayOfInstant(Date.now());
const ON_PAPER = { channel: 'PAPER', completedOn: addDays(TODAY, -3), completedBy: 'SELF', status: 'COMPLETED' };

let stack: TestApp;
let assistant: Agent;
let nurse: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, nurse, gp] = [
    await stack.as('PRACTICE_ASSISTANT'),
    await stack.as('PRACTICE_NURSE'),
    await stack.as('GP'),
  ];
});
afterAll(() => stack.close());

interface Waiting {
  readonly client: string;
  readonly response: string;
  readonly id: string;
}

/** A paper form entered by the assistant; the product itself asks for its second entry. */
async function waiting(answers: object = BORDER): Promise<Waiting> {
  people += 1;
  const person = { name: { family: `Grens ${people}` }, sex: 'FEMALE', birthDate: '1941-04-03' };
  const client = (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
  const form = { ...ON_PAPER, answers };
  const response = (await assistant.post(`/api/v1/clients/${client}/responses`).send(form).expect(201)).body.id;
  const { rows } = await stack.owner.query<{ id: string }>('SELECT id FROM care.second_entry WHERE response_id = $1', [
    response,
  ]);
  expect(rows).toHaveLength(1);
  return { client, response, id: rows[0]?.id ?? '' };
}

const path = ({ id }: Waiting): string => `/api/v1/second-entries/${id}`;

async function typed(one: Waiting, answers: object, by: Agent = nurse) {
  return by.patch(path(one)).set('If-Match', '"1"').send({ answers }).expect(200);
}

async function compared(one: Waiting, answers: object, by: Agent = nurse) {
  await typed(one, answers, by);
  return (
    await by
      .post(`${path(one)}/compare`)
      .send({})
      .expect(200)
  ).body;
}

describe('a second entry', () => {
  it('waits in the list of everyone who enters, first for who did not enter it first', async () => {
    const one = await waiting();
    const own = (await assistant.get('/api/v1/second-entries').expect(200)).body.items;
    const listed = own.find((item: { id: string }) => item.id === one.id);
    expect(listed).toMatchObject({
      state: 'PENDING',
      client: { id: one.client, birthDate: '1941-04-03' },
      firstEntryIsYours: true,
      begun: false,
    });
    expect(Object.keys(listed)).not.toContain('cause');
    const others = (await nurse.get('/api/v1/second-entries').expect(200)).body.items;
    expect(others.find((item: { id: string }) => item.id === one.id).firstEntryIsYours).toBe(false);
  });

  it('keeps what is typed, and shows nothing of the first entry before everything is compared', async () => {
    const one = await waiting();
    const { body } = await typed(one, { 'gfi-05': 6, 'imesa-14': 2 });
    expect(body).toMatchObject({ version: 2, state: 'PENDING', answers: { 'gfi-05': 6, 'imesa-14': 2 } });
    const { rows } = await stack.owner.query(
      'SELECT category, answers FROM care.second_entry_sheet WHERE second_entry_id = $1 ORDER BY category',
      [one.id],
    );
    expect(rows).toEqual([
      { category: 2, answers: { 'imesa-14': 2 } },
      { category: 3, answers: { 'gfi-05': 6 } },
    ]);
    const early = await assistant
      .post(`${path(one)}/compare`)
      .send({})
      .expect(400);
    expect(early.body.errors).toHaveLength(33);
    for (const by of [assistant, nurse]) {
      const shown = (await by.get(path(one)).expect(200)).body;
      expect(shown.answers).toEqual({ 'gfi-05': 6, 'imesa-14': 2 });
      expect(shown).not.toHaveProperty('differences');
      expect(JSON.stringify(shown)).not.toContain('dependent');
    }
  });

  it('tells who is late what stands there now', async () => {
    const one = await waiting();
    await typed(one, { 'gfi-05': 6 });
    const late = await assistant
      .patch(path(one))
      .set('If-Match', '"1"')
      .send({ answers: { 'gfi-05': 7 } })
      .expect(412);
    expect(late.body.current).toMatchObject({ version: 2, answers: { 'gfi-05': 6 } });
    await assistant.patch(path(one)).send({ answers: {} }).expect(428);
    const wrong = await assistant
      .patch(path(one))
      .set('If-Match', '"2"')
      .send({ answers: { 'gfi-05': 11 } });
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ pointer: '/answers/gfi-05' }]]);
  });

  it('is done when both are equal', async () => {
    const one = await waiting();
    const equal = await compared(one, BORDER);
    expect(equal.state).toBe('EQUAL');
    expect(equal).not.toHaveProperty('answers');
    const again = await nurse
      .post(`${path(one)}/compare`)
      .send({})
      .expect(409);
    expect(again.body.code).toBe('WRONG_STATE');
    const { body } = await nurse.get('/api/v1/second-entries').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(one.id);
  });

  it('shows the assistant the differing items only, and stays closed to typing', async () => {
    const one = await waiting();
    const shown = await compared(
      one,
      { ...BORDER, 'gfi-11': 'sometimes', 'imesa-02': { missing: 'BLANK' } },
      assistant,
    );
    expect(shown).toMatchObject({ state: 'DIFFERENT' });
    expect(shown.differences).toEqual([
      { item: 'gfi-11', first: 'no', second: 'sometimes' },
      { item: 'imesa-02', first: 0, second: { missing: 'BLANK' } },
    ]);
    expect(shown).not.toHaveProperty('answers');
    await assistant.patch(path(one)).set('If-Match', `"${shown.version}"`).send({ answers: {} }).expect(409);
  });

  it('asks a choice for every difference and takes none beside them', async () => {
    const one = await waiting();
    await compared(one, { ...BORDER, 'gfi-11': 'sometimes' });
    const refused = async (choices: object) =>
      (
        await nurse
          .post(`${path(one)}/resolve`)
          .send({ choices })
          .expect(400)
      ).body.errors;
    expect(await refused({})).toMatchObject([{ pointer: '/choices/gfi-11', code: 'REQUIRED' }]);
    expect(await refused({ 'gfi-11': 'FIRST', 'gfi-01': 'SECOND' })).toMatchObject([{ code: 'INVALID_VALUE' }]);
    expect(await refused({ 'gfi-11': 'THIRD' })).toMatchObject([{ pointer: '/choices/gfi-11' }]);
    expect(await refused({ 'gfi-11': { answer: 'dependent' } })).toMatchObject([{ pointer: '/answers/gfi-11' }]);
  });

  it('leaves the first entry as it is when that was right', async () => {
    const one = await waiting();
    await compared(one, { ...BORDER, 'gfi-11': 'sometimes' });
    const { body } = await nurse
      .post(`${path(one)}/resolve`)
      .send({ choices: { 'gfi-11': 'FIRST' } })
      .expect(200);
    expect(body.state).toBe('RESOLVED');
    expect((await gp.get(`/api/v1/responses/${one.response}`).expect(200)).body.status).toBe('COMPLETED');
  });

  it('amends the form where the second is right, and asks for no third entry', async () => {
    const one = await waiting();
    await compared(one, { ...BORDER, 'gfi-11': 'sometimes', 'gfi-05': 4 });
    const choices = { 'gfi-11': 'SECOND', 'gfi-05': { answer: 3 } };
    await nurse
      .post(`${path(one)}/resolve`)
      .send({ choices })
      .expect(200);
    const [newest, first] = (await gp.get(`/api/v1/clients/${one.client}/responses`).expect(200)).body.items;
    expect(newest).toMatchObject({
      supersedesId: one.response,
      amendmentCode: 'SECOND_ENTRY',
      channel: 'PAPER',
      answers: { 'gfi-11': 'sometimes', 'gfi-05': 3 },
      assessment: { proposedProfile: 'FRAIL' },
    });
    expect(first).toMatchObject({ status: 'SUPERSEDED', answers: { 'gfi-11': 'no', 'gfi-05': 5 } });
    const { rows } = await stack.owner.query(
      `SELECT state, items_compared, items_different, items_changed FROM care.second_entry WHERE client_id = $1`,
      [one.client],
    );
    expect(rows).toEqual([{ state: 'RESOLVED', items_compared: 35, items_different: 2, items_changed: 2 }]);
  });

  it('is waived with a reason by GP and practice nurse, and by nobody else', async () => {
    const one = await waiting();
    const reason = { reason: 'Cliënt belde zelf' };
    for (const role of ['PRACTICE_ASSISTANT', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'] as const) {
      const { body } = await (
        await stack.as(role)
      )
        .post(`${path(one)}/waive`)
        .send(reason)
        .expect(403);
      expect([role, body.code]).toEqual([role, 'ROLE']);
    }
    await nurse
      .post(`${path(one)}/waive`)
      .send({})
      .expect(400);
    expect(
      (
        await nurse
          .post(`${path(one)}/waive`)
          .send(reason)
          .expect(200)
      ).body.state,
    ).toBe('WAIVED');
    await gp
      .post(`${path(one)}/waive`)
      .send(reason)
      .expect(409);
  });

  it('falls away when the form is voided or amended meanwhile', async () => {
    const [voided, amended] = [await waiting(), await waiting()];
    await gp.post(`/api/v1/responses/${voided.response}/void`).send({ reason: 'ENTERED_TWICE' }).expect(200);
    await gp
      .post(`/api/v1/responses/${amended.response}/amendments`)
      .send({ answers: { 'gfi-05': 9 }, reason: 'Gebeld', reasonCode: 'PHONE' })
      .expect(201);
    const listed = (await nurse.get('/api/v1/second-entries?limit=200').expect(200)).body.items;
    const ids = listed.map(({ responseId }: { responseId: string }) => responseId);
    expect(ids).not.toContain(voided.response);
    expect(ids).not.toContain(amended.response);
    await nurse.patch(path(voided)).set('If-Match', '"1"').send({ answers: {} }).expect(409);
  });
});

describe('seeded key errors near the cut-off', () => {
  const imesa = (total: number): Record<string, unknown> => ({
    ...LIGHTEST,
    ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`imesa-0${n}`, Math.min(3, Math.max(0, total - 3 * (n - 1)))])),
    'imesa-20': Math.max(0, total - 15),
  });
  const FRAIL = { ...BORDER, 'gfi-11': 'sometimes' };
  const ERRORS: readonly (readonly [string, Record<string, unknown>, item: string, typed: unknown])[] = [
    ['GFI 4 typed as 5', BORDER, 'gfi-10', 'yes'],
    ['GFI 4 typed as 5', BORDER, 'gfi-11', 'sometimes'],
    ['GFI 4 typed as 4 to 5', BORDER, 'gfi-15', { missing: 'BLANK' }],
    ['GFI 5 typed as 4', FRAIL, 'gfi-01', 'independent'],
    ['GFI 5 typed as 4', FRAIL, 'gfi-05', 8],
    ['GFI 5 typed as 4', FRAIL, 'gfi-09', 'no'],
    ['GFI 5 typed as 4 to 5', FRAIL, 'gfi-11', { missing: 'ILLEGIBLE' }],
    ['INTERMED 15 typed as 16', imesa(15), 'imesa-12', 1],
    ['INTERMED 16 typed as 15', imesa(16), 'imesa-20', 0],
    ['INTERMED 14 typed as 16', imesa(14), 'imesa-19', 2],
    ['INTERMED 18 typed as 15', imesa(18), 'imesa-20', 0],
  ];

  it.each(ERRORS)('%s is found, and the paper wins', async (_, paper, item, slip) => {
    const one = await waiting({ ...paper, [item]: slip });
    const { differences } = await compared(one, paper);
    expect(differences).toEqual([{ item, first: slip, second: paper[item] }]);
    await nurse
      .post(`${path(one)}/resolve`)
      .send({ choices: { [item]: 'SECOND' } })
      .expect(200);
    const [newest] = (await gp.get(`/api/v1/clients/${one.client}/responses`).expect(200)).body.items;
    expect(newest.answers).toEqual(paper);
  });
});

describe('the error rate', () => {
  it('is of the practice as a whole, and nothing below ten forms', async () => {
    const elsewhere = await stack.as('PRACTICE_ASSISTANT', 'zuid');
    const none = { forms: 0, itemsCompared: null, itemsDifferent: null, itemsChanged: null };
    expect((await elsewhere.get('/api/v1/second-entries/error-rate').expect(200)).body).toEqual(none);
    const { body } = await assistant.get('/api/v1/second-entries/error-rate').expect(200);
    expect(body.forms).toBeGreaterThanOrEqual(10);
    expect(body).toMatchObject({ itemsCompared: body.forms * 35 });
    expect(body.itemsDifferent).toBeGreaterThanOrEqual(body.itemsChanged);
    expect(Object.keys(body).toSorted()).toEqual(['forms', 'itemsChanged', 'itemsCompared', 'itemsDifferent']);
  });
});
