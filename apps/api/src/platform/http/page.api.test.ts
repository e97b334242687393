import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';

let stack: TestApp;
let gp: Agent;
let lists: readonly string[];

beforeAll(async () => {
  stack = await startTestApp();
  gp = await stack.as('GP');
  const person = { name: { family: 'Bladeren' }, sex: 'FEMALE', birthDate: '1941-04-03' };
  const client = `/api/v1/clients/${(await gp.post('/api/v1/clients').send(person).expect(201)).body.id}`;
  for (const gfi of [1, 2, 3]) {
    const scored = { entryMode: 'SCORE_ONLY', source: 'BAK', completedOn: '1999-01-01', confirmOldDate: true };
    await gp
      .post(`${client}/responses`)
      .send({ ...scored, totals: { gfi, imesa: 1 } })
      .expect(201);
    await gp
      .post(`${client}/contact-persons`)
      .send({ name: `Buur ${gfi}` })
      .expect(201);
  }
  lists = [`${client}/responses`, `${client}/profiles`, `${client}/contact-persons`, '/api/v1/instruments'];
});
afterAll(() => stack.close());

const ids = (body: { items: { id: string }[] }): string[] => body.items.map(({ id }) => id);

describe.each(['responses', 'profiles', 'contact persons', 'instruments'])('a list of %s', (name) => {
  const path = (): string => lists[['responses', 'profiles', 'contact persons', 'instruments'].indexOf(name)] ?? '';

  it('comes whole, or page by page', async () => {
    const whole = (await gp.get(path()).expect(200)).body;
    expect(whole).toMatchObject({ nextCursor: null, total: whole.items.length });
    const first = (await gp.get(`${path()}?limit=1`).expect(200)).body;
    expect(first).toMatchObject({ nextCursor: expect.any(String), total: whole.total });
    const rest = (await gp.get(`${path()}?limit=200&cursor=${first.nextCursor}`).expect(200)).body;
    expect([...ids(first), ...ids(rest)]).toEqual(ids(whole));
    expect(rest).toMatchObject({ nextCursor: null, total: whole.total });
  });

  it.each(['limit=0', 'limit=201', 'limit=1.5', 'limit=', 'limit=1&limit=2', 'cursor=x'])(
    'refuses %s',
    async (query) => {
      expect((await gp.get(`${path()}?${query}`)).status).toBe(400);
    },
  );

  it('refuses a cursor of another list', async () => {
    const { body } = await gp.get(`${path()}?cursor=01a2001d-0000-7000-8000-000000000000`).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/cursor', code: 'INVALID_VALUE' }]);
  });
});
