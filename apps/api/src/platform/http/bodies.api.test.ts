import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';

let stack: TestApp;
let gp: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  gp = await stack.as('GP');
});
afterAll(() => stack.close());

const search = (body: string): ReturnType<Agent['post']> =>
  gp.post('/api/v1/clients/search').set('Content-Type', 'application/json').send(body);

describe('a body', () => {
  it('may be left out where every field is optional, and is missing fields where not', async () => {
    await gp.post('/api/v1/clients/search').expect(200);
    await search('').expect(200);
    const { body } = await gp.post('/api/v1/clients').expect(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/birthDate',
      '/name',
      '/sex',
    ]);
  });

  it.each(['null', '[]', '3', '"a"'])('is an object, not %s', async (body) => {
    expect((await search(body)).status).toBe(400);
  });

  it.each([
    ['{"limit":1,"limit":2}', '/limit'],
    ['{"limit":1,"l\\u0069mit":2}', '/limit'],
    ['{"filter":{"status":["ACTIVE"],"status":[]}}', '/filter/status'],
    ['{"filter":{"gap":[{"a~/b":1},{"a~/b":1,"a~/b":2}]}}', '/filter/gap/1/a~0~1b'],
  ])('names no field twice: %s', async (body, pointer) => {
    const answer = await search(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer, code: 'REPEATED_PROPERTY' }] });
  });

  it('may repeat a name in another object, and in a text', async () => {
    const { status } = await search('{"filter":{"status":["ACTIVE"]},"text":"{\\"text\\":1,\\"text\\":2}","limit":1}');
    expect(status).toBe(200);
  });

  it('has no list among the objects of a list', async () => {
    const { body } = await gp
      .put('/api/v1/life-areas')
      .send({ items: [[]] })
      .expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/items', code: 'INVALID_TYPE' }]);
  });

  it.each(['9999-12-31T12:30:00+01:00', '2200-01-01T00:00:00Z', '1899-12-31T23:59:59Z'])(
    'names no instant far from every life: %s',
    async (startsAt) => {
      const { body } = await gp.post('/api/v1/meetings').send({ startsAt }).expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/startsAt', code: 'INVALID_INSTANT' }]);
    },
  );

  it('refuses a role before it looks at the body', async () => {
    const manager = await stack.as('PRACTICE_MANAGER');
    const { body } = await manager
      .post('/api/v1/clients')
      .set('Content-Type', 'application/json')
      .send('{"a":1,"a":2}');
    expect(body.code).toBe('ROLE');
  });
});
