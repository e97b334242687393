import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

/** Nothing the matter anywhere: GFI 0 and INTERMED 0, so ROBUST. */
const LIGHTEST: Record<string, unknown> = Object.fromEntries([
  ...[1, 2, 3, 4].map((n) => [`gfi-0${n}`, 'independent']),
  ['gfi-05', 8],
  ...[6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((n) => [`gfi-${String(n).padStart(2, '0')}`, 'no']),
  ...Array.from({ length: 20 }, (_, n) => [`imesa-${String(n + 1).padStart(2, '0')}`, 0]),
]);
const FRAIL = {
  ...LIGHTEST,
  'gfi-01': 'dependent',
  'gfi-02': 'dependent',
  'gfi-03': 'dependent',
  'gfi-05': 5,
  'gfi-09': 'yes',
};
const { 'gfi-05': _open, ...UNDETERMINED } = { ...FRAIL, 'gfi-09': 'yes' };
const FILLED_IN = addDays(dayOfInstant(Date.now()), -9);

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
const clients: Record<string, string> = {};

async function register(family: string): Promise<string> {
  const gpId = testMember('noord', 'GP').userId;
  const person = { name: { family }, sex: 'MALE', birthDate: '1940-05-06', gpId };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

async function answered(family: string, answers: object, extra: object = {}): Promise<string> {
  clients[family] ??= await register(family);
  const form = {
    channel: 'INTERVIEW',
    completedOn: FILLED_IN,
    completedBy: 'SELF',
    status: 'COMPLETED',
    answers,
    ...extra,
  };
  await assistant.post(`/api/v1/clients/${clients[family]}/responses`).send(form).expect(201);
  return clients[family] ?? '';
}

/** Family names of those with this work waiting, as this person finds them. */
async function waiting(by: Agent, todo: string): Promise<string[]> {
  const { body } = await by
    .post('/api/v1/clients/search')
    .send({ filter: { todo: [todo] } })
    .expect(200);
  return body.items.map(({ name }: { name: { family: string } }) => name.family);
}

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
  await register('Aa');
  await answered('Begonnen', { 'gfi-01': 'dependent' }, { status: 'IN_PROGRESS' });
  await answered('Navragen', UNDETERMINED);
  await answered('Voorstel', FRAIL);
  await answered('Tweede', FRAIL, { channel: 'PAPER' });
  await answered('Nogmaals', UNDETERMINED, { channel: 'PAPER' });
  const accepted = await answered('Aanvaard', UNDETERMINED);
  await gp
    .post(`/api/v1/clients/${accepted}/profiles`)
    .send({ profile: 'FRAIL', reason: 'Niet te achterhalen', reasonCode: 'UNDETERMINED_ACCEPTED' })
    .expect(201);
  const assigned = await answered('Vastgesteld', FRAIL);
  await gp.post(`/api/v1/clients/${assigned}/profiles`).send({ profile: 'FRAIL' }).expect(201);
  const otherwise = await answered('Anders', FRAIL);
  await gp
    .post(`/api/v1/clients/${otherwise}/profiles`)
    .send({ profile: 'ROBUST', reason: 'Kent hem goed' })
    .expect(201);
});
afterAll(() => stack.close());

describe('work that waits', () => {
  it('finds who has a form that was begun', async () => {
    expect(await waiting(assistant, 'FORM_IN_PROGRESS')).toEqual(['Begonnen']);
  });

  it('finds forms to be typed once more', async () => {
    expect(await waiting(assistant, 'SECOND_ENTRY')).toEqual(['Nogmaals', 'Tweede']);
  });

  it('finds whose proposal is undetermined, once its second entry is over and until somebody decides', async () => {
    expect(await waiting(assistant, 'ASK_BY_PHONE')).toEqual(['Navragen']);
  });

  it('finds proposals nobody decided on, none that was decided otherwise, and none that is to be entered again', async () => {
    expect(await waiting(gp, 'PROPOSAL_TO_ASSESS')).toEqual(['Voorstel']);
  });

  it('finds a proposal again when a newer form says something else', async () => {
    await answered('Vastgesteld', LIGHTEST, { completedOn: addDays(FILLED_IN, 1) });
    expect(await waiting(gp, 'PROPOSAL_TO_ASSESS')).toEqual(['Vastgesteld', 'Voorstel']);
  });

  it('shows nothing to someone without a relation', async () => {
    const nurse = await stack.as('DISTRICT_NURSE');
    for (const todo of ['FORM_IN_PROGRESS', 'ASK_BY_PHONE', 'PROPOSAL_TO_ASSESS']) {
      expect(await waiting(nurse, todo)).toEqual([]);
    }
  });

  it('refuses work that does not exist', async () => {
    const { status } = await gp.post('/api/v1/clients/search').send({ filter: { todo: ['LUNCH'] } });
    expect(status).toBe(400);
  });

  it('notes in the access log which work was asked for and who was shown', async () => {
    await waiting(gp, 'PROPOSAL_TO_ASSESS');
    const { rows } = await stack.owner.query(
      `SELECT query FROM audit.event WHERE event_type = 'SEARCH_CLIENTS' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0].query).toMatchObject({ filter: { todo: ['PROPOSAL_TO_ASSESS'] }, ids: expect.any(Array) });
  });
});
