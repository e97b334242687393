import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const TODAY = dayOfInstant(Date.now());

let stack: TestApp;
let gp: Agent;

/** Assigns one profile after another, each so many days ago. */
async function assigned(family: string, ...history: [profile: string, daysAgo: number][]): Promise<void> {
  const person = { name: { family }, sex: 'FEMALE', birthDate: '1941-04-03' };
  const { body } = await gp.post('/api/v1/clients').send(person).expect(201);
  for (const [profile, daysAgo] of history)
    await gp
      .post(`/api/v1/clients/${body.id}/profiles`)
      .set('Samenoud-Now', `${addDays(TODAY, -daysAgo)}T12:00:00Z`)
      .send({ profile, reason: 'Besproken' })
      .expect(201);
}

async function found(search: object): Promise<string[]> {
  const { body } = await gp.post('/api/v1/clients/search').send(search).expect(200);
  return body.items.map(({ name }: { name: { family: string } }) => name.family);
}

beforeAll(async () => {
  stack = await startTestApp();
  gp = await stack.as('GP');
  await assigned('Aa');
  await assigned('Robuust', ['ROBUST', 200]);
  await assigned('Op de dag', ['FRAIL', 42]);
  await assigned('Te laat', ['FRAIL', 43]);
  await assigned('Doorlopend', ['FRAIL', 43], ['COMPLEX', 20]);
  await assigned('Opnieuw', ['FRAIL', 90], ['ROBUST', 60], ['FRAIL', 20]);
  await assigned('Complex', ['COMPLEX', 45]);
});
afterAll(() => stack.close());

describe('searching clients', () => {
  it('takes the example of the contract as it stands', async () => {
    const search = {
      text: 'laat 1941',
      filter: {
        profile: ['FRAIL', 'NONE'],
        caseManagerId: [testMember('noord', 'GP').userId, null],
        status: ['ACTIVE'],
        gap: ['NO_PLAN'],
      },
      sort: 'PRIORITY',
      limit: 50,
      cursor: null,
    };
    expect(await found(search)).toEqual(['Te laat']);
  });

  it('finds no plan after 42 days of an unbroken run of FRAIL and COMPLEX', async () => {
    expect(await found({ filter: { gap: ['NO_PLAN'] } })).toEqual(['Complex', 'Doorlopend', 'Te laat']);
  });

  it('finds no next contact when it is due for more than 14 days: after 30 with COMPLEX, 90 with FRAIL', async () => {
    expect(await found({ filter: { gap: ['NO_NEXT_CONTACT'] } })).toEqual(['Complex']);
  });

  it.each(['EVALUATION_OVERDUE', 'GOAL_WITHOUT_ACTION', 'OWNER_GONE', 'SIGNAL_UNASSESSED'])(
    'finds nobody with %s while there are no plans and signals',
    async (gap) => {
      expect(await found({ filter: { gap: [gap] } })).toEqual([]);
    },
  );

  it('sorts on the next contact, first what is due first, and page by page', async () => {
    const order = ['Complex', 'Doorlopend', 'Te laat', 'Op de dag', 'Opnieuw', 'Aa', 'Robuust'];
    expect(await found({ sort: 'NEXT_CONTACT' })).toEqual(order);
    const first = await gp.post('/api/v1/clients/search').send({ sort: 'NEXT_CONTACT', limit: 4 }).expect(200);
    expect(await found({ sort: 'NEXT_CONTACT', limit: 4, cursor: first.body.nextCursor })).toEqual(order.slice(4));
  });
});
