import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const NEXT = { on: addDays(TODAY, 14), type: 'HOME_VISIT', time: '14:30' };
const VISIT = { type: 'HOME_VISIT', present: 'dochter Anna', note: 'Loopt weer naar de markt.', next: NEXT };

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let nurse: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP'), await stack.as('DISTRICT_NURSE')]; // prettier-ignore
});
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Contact ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  const { body } = await assistant.post('/api/v1/clients').send(person).expect(201);
  const { userId } = testMember('noord', 'DISTRICT_NURSE');
  await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(body.id, userId));
  return body.id;
}

interface Contact {
  readonly id: string;
  readonly version: number;
}
const path = (client: string): string => `/api/v1/clients/${client}/contacts`;
const record = async (client: string, body: object = VISIT): Promise<Contact> =>
  (await nurse.post(path(client)).send(body).expect(201)).body;
const patch = (by: Agent, { id, version }: Contact, body: object): ReturnType<Agent['patch']> =>
  by.patch(`/api/v1/contacts/${id}`).set('If-Match', `"${version}"`).send(body);

describe('a contact', () => {
  it('is kept once for the same key, today and reached unless said otherwise, with what was noticed', async () => {
    const client = await newClient();
    const body = { ...VISIT, signals: [{ type: 'FALL', text: 'In de badkamer' }] };
    const send = () => nurse.post(path(client)).set('Idempotency-Key', 'contact-1').send(body).expect(201);
    const { body: kept } = await send();
    expect((await send()).body.id).toBe(kept.id);
    expect(kept).toMatchObject({ ...VISIT, on: TODAY, reached: true, struck: null, mayStrike: true });
    const { body: signals } = await nurse.get(`/api/v1/clients/${client}/signals`).expect(200);
    expect(signals).toMatchObject({ total: 1, items: [{ type: 'FALL', on: TODAY, contactId: kept.id }] });
  });

  it('lists the latest day first, then the latest recorded', async () => {
    const client = await newClient();
    const days = [0, -3, -3, -1].map((later) => addDays(TODAY, later));
    const ids: string[] = [];
    for (const on of days) ids.push((await record(client, { type: 'PHONE', on })).id);
    const { body } = await gp.get(path(client)).expect(200);
    expect(body.items.map(({ id }: Contact) => id)).toEqual([ids[0], ids[3], ids[2], ids[1]]);
  });

  it.each([
    ['a day to come', { on: addDays(TODAY, 1) }, '/on', 'IN_FUTURE'],
    ['a day of long ago', { on: '1926-01-01' }, '/on', 'FAR_DAY'],
    ['a next day before it', { next: { on: addDays(TODAY, -1) } }, '/next/on', 'BEFORE_CONTACT'],
    ['a next day in years', { next: { on: addDays(TODAY, 400) } }, '/next/on', 'OVER_A_YEAR'],
    ['a time that is none', { next: { ...NEXT, time: '24:00' } }, '/next/time', 'INVALID_TIME'],
    ['a signal without its words', { signals: [{ type: 'FALL' }, { type: 'OTHER' }] }, '/signals/1/text', 'REQUIRED'],
  ])('is refused with %s, and nothing of it is kept', async (_, fault, pointer, code) => {
    const client = await newClient();
    const { body } = await nurse.post(path(client)).send({ type: 'PHONE', ...fault }).expect(400); // prettier-ignore
    expect(body.errors).toMatchObject([{ pointer, code }]);
    expect((await gp.get(path(client))).body.total).toBe(0);
    expect((await gp.get(`/api/v1/clients/${client}/signals`)).body.total).toBe(0);
  });

  it('is corrected by anyone of the team, with what it was; an old version is refused', async () => {
    const contact = await record(await newClient());
    const { body } = await patch(gp, contact, { note: 'Loopt nog niet.', next: null }).expect(200);
    expect(body).toMatchObject({ version: 2, note: 'Loopt nog niet.', next: null, present: VISIT.present });
    expect((await patch(nurse, contact, { note: 'x' }).expect(412)).body.current).toMatchObject({ version: 2 });
    const { rows } = await stack.owner.query('SELECT before FROM care.contact_change WHERE contact_id = $1', [contact.id]); // prettier-ignore
    expect(rows).toEqual([
      { before: { note: VISIT.note, nextOn: NEXT.on, nextTime: '14:30', nextType: 'HOME_VISIT' } },
    ]);
  });

  it('is struck with a reason by who made it, GP or practice nurse, stays, and can be put back', async () => {
    const client = await newClient();
    const contact = await record(client);
    const physician = await stack.as('ELDERLY_CARE_PHYSICIAN');
    const { userId } = testMember('noord', 'ELDERLY_CARE_PHYSICIAN');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
    const strike = { strikeReason: 'Bij de verkeerde cliënt' };
    expect((await patch(physician, contact, strike).expect(403)).body.code).toBe('ROLE');
    const { body } = await patch(gp, contact, strike).expect(200);
    expect(body.struck).toMatchObject({ reason: strike.strikeReason, by: testMember('noord', 'GP').userId });
    expect((await patch(gp, body, { note: 'Nog iets' }).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await patch(gp, body, strike).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await gp.get(path(client))).body.items).toMatchObject([{ struck: { reason: strike.strikeReason } }]);
    expect((await patch(gp, body, { strikeReason: null }).expect(200)).body).toMatchObject({
      struck: null,
      version: 3,
    });
  });

  it('shows the assistant its day and kind, who writes none down', async () => {
    const client = await newClient();
    const contact = await record(client);
    const { body } = await assistant.get(path(client)).expect(200);
    expect(body.items).toMatchObject([{ on: TODAY, type: 'HOME_VISIT', next: NEXT, note: null, present: null }]);
    expect(body.items[0].hidden).toContainEqual({ pointer: '/note', code: 'ROLE' });
    expect((await assistant.post(path(client)).send(VISIT).expect(403)).body.code).toBe('ROLE');
    await patch(assistant, contact, { note: 'x' }).expect(403);
    const adviser = await stack.as('ELDERLY_ADVISER');
    await adviser.get(path(client)).expect(404);
  });
});
