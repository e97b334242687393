import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';

const ROUNDS = '/api/v1/screening-rounds';

let stack: TestApp;
let assistant: Agent;
const clients: string[] = [];
let round = '';

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  await stack.owner.query('UPDATE care.client SET lives_at_home = false');
  for (const family of ['Aa', 'Bee', 'Cee', 'Dee']) {
    const person = { name: { family }, sex: 'FEMALE', birthDate: '1940-06-15' };
    clients.push((await assistant.post('/api/v1/clients').send(person).expect(201)).body.id);
  }
  const days = { name: 'Ronde', referenceDate: TODAY, returnBy: addDays(TODAY, 28) };
  round = (await assistant.post(ROUNDS).send(days).expect(201)).body.id;
  await assistant.post(`${ROUNDS}/${round}/invitations`).expect(201);
});
afterAll(() => stack.close());

const list = async (filter: string): Promise<string[]> => {
  const { body } = await assistant.get(`${ROUNDS}/${round}/invitations?${filter}`).expect(200);
  return body.items.map(({ client }: { client: { name: string } }) => client.name);
};

async function step(client: string | undefined, body: object): Promise<void> {
  const { items } = (await assistant.get(`/api/v1/clients/${client}/invitations`).expect(200)).body;
  const [{ id, version }] = items;
  await assistant.patch(`/api/v1/invitations/${id}`).set('If-Match', `"${version}"`).send(body).expect(200);
}

describe('the invitations behind a number of the funnel', () => {
  it('are those who came to that step, whatever happened afterwards', async () => {
    const [, bee, cee, dee] = clients;
    await step(bee, { state: 'SENT' });
    await step(cee, { state: 'SENT' });
    await step(cee, { state: 'REFUSED' });
    await enterForm(assistant, dee ?? '', LIGHTEST);
    const { funnel } = (await assistant.get(`${ROUNDS}/${round}`).expect(200)).body;
    const shown = {
      invited: await list('group=INVITED'),
      sent: await list('group=SENT'),
      received: await list('group=RECEIVED'),
      scored: await list('group=SCORED'),
    };
    expect(shown).toEqual({
      invited: ['Aa', 'Bee', 'Cee', 'Dee'],
      sent: ['Bee', 'Cee'],
      received: ['Dee'],
      scored: ['Dee'],
    });
    for (const [name, people] of Object.entries(shown)) expect([name, funnel[name]]).toEqual([name, people.length]);
    expect(await list('group=WAITING')).toEqual(['Aa', 'Bee']);
  });

  it('refuses a group that does not exist', async () => {
    const { body } = await assistant.get(`${ROUNDS}/${round}/invitations?group=EVERYONE`).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/group', code: 'INVALID_VALUE' }]);
  });
});

describe('the invitations of one client', () => {
  it('name the round and how far it came', async () => {
    const { body } = await assistant.get(`/api/v1/clients/${clients[2]}/invitations`).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ round: { name: 'Ronde', state: 'OPEN' }, state: 'REFUSED', isLive: false });
  });

  it('are nobody else’s', async () => {
    const { status } = await (await stack.as('GP', 'zuid')).get(`/api/v1/clients/${clients[2]}/invitations`);
    expect(status).toBe(404);
  });
});

describe('the letters of a round', () => {
  it('are counted per wave by the rule that makes them, with why not', async () => {
    const { body } = await assistant.get(`${ROUNDS}/${round}/letters`).expect(200);
    const of = (wave: string) => body.waves.find((one: { wave: string }) => one.wave === wave);
    expect(of('INVITATION')).toMatchObject({ gets: 0, again: 0, byHand: 2 });
    expect(of('INVITATION').getsNot).toEqual([
      { reason: 'REFUSED', count: 1 },
      { reason: 'ALREADY_ANSWERED', count: 1 },
      { reason: 'NO_ADDRESS', count: 2 },
    ]);
    expect(body.missing).toContain('senderName');
  });
});

describe('the invitation of a client whose record is shielded', () => {
  it('says so to the practice, is not there for others, and stays with the GP', async () => {
    const [client] = clients;
    const { items } = (await assistant.get(`/api/v1/clients/${client}/invitations`).expect(200)).body;
    const path = `/api/v1/invitations/${items[0].id}`;
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [client]);
    expect((await assistant.get(path)).body).toMatchObject({ status: 403, code: 'RESTRICTED' });
    const change = assistant.patch(path).set('If-Match', `"${items[0].version}"`);
    expect((await change.send({ state: 'SENT' })).body).toMatchObject({ status: 403, code: 'RESTRICTED' });
    expect((await (await stack.as('DISTRICT_NURSE')).get(path)).status).toBe(404);
    expect((await (await stack.as('GP', 'zuid')).get(path)).status).toBe(404);
    expect((await (await stack.as('GP')).get(path)).status).toBe(200);
    await stack.owner.query('UPDATE care.client SET restricted = false WHERE id = $1', [client]);
  });
});
