import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAFF_ROLES } from '@samenoud/domain';
import { createEmptyDatabase, type TestDatabase } from '../../apps/api/src/testing/test-database.ts';
import { freePort, type ServerProcess, startServer } from './support/server-process.ts';

/** What a newcomer starts with: an empty database, filled by the product's services before it says that it is well. */
let database: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  database = await createEmptyDatabase();
  server = await startServer({ DATABASE_URL: database.url, DATA_DIR: '.cache/test-data' }, await freePort());
}, 300_000);
afterAll(async () => {
  await server?.stop();
  await database.drop();
}, 30_000);

async function signIn(role: string, practice: string): Promise<string> {
  const answer = await send('/session/demo', { role, practice });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; '); // prettier-ignore
}

const send = (path: string, body: object, cookie = ''): Promise<Response> =>
  fetch(`${server.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });

async function countClients(practice: string): Promise<number> {
  const cookie = await signIn('GP', practice);
  const answer = await send('/clients/search', { limit: 1 }, cookie);
  return ((await answer.json()) as { total: number }).total;
}

describe('an empty database', () => {
  it('becomes the whole made-up network', async () => {
    expect(await countClients('noord')).toBeGreaterThan(150);
    expect(await countClients('zuid')).toBeGreaterThan(150);
    expect(await countClients('leeg')).toBe(0);
  });

  it('has something for every eye that watches: an emergency, a double, a wish to destroy, and a term that is over', async () => {
    for (const practice of ['noord', 'zuid']) {
      const [officer, gp] = [await signIn('LOG_OFFICER', practice), await signIn('GP', practice)];
      const items = async (path: string, cookie: string): Promise<unknown[]> =>
        (
          (await (await fetch(`${server.origin}/api/v1/${path}`, { headers: { cookie } })).json()) as {
            items: unknown[];
          }
        ).items;
      expect(await items('emergency-accesses', officer)).toHaveLength(1);
      expect(await items('retention', officer)).toHaveLength(1);
      expect(await items('destruction-requests', gp)).toEqual([expect.objectContaining({ state: 'RECEIVED' })]);
      expect(await items('merges', gp)).toEqual([expect.objectContaining({ state: 'PROPOSED' })]);
    }
  });

  it('has the log of last month to review, with what asks for a question in it', async () => {
    for (const practice of ['noord', 'zuid']) {
      const officer = await signIn('LOG_OFFICER', practice);
      const answer = await fetch(`${server.origin}/api/v1/log-reviews`, { headers: { cookie: officer } });
      const { items: months } = (await answer.json()) as { items: { month: string; state: string }[] };
      expect(months).toMatchObject([{ state: 'NOT_BEGUN' }]);
      const drawn = await send('/log-reviews', { month: months[0]?.month }, officer);
      const review = (await drawn.json()) as { visits: number; items: { patterns: string[] }[] };
      expect(review.visits).toBeGreaterThan(200);
      const found = review.items.flatMap(({ patterns }) => patterns);
      expect(found).toEqual(expect.arrayContaining(['OUTSIDE_HOURS', 'MANY_AN_HOUR']));
      expect(review.items.some(({ patterns }) => patterns.length === 0)).toBe(true);
    }
  });

  it.each(STAFF_ROLES)('has somebody who works as %s in each practice', async (role) => {
    for (const practice of ['noord', 'zuid', 'leeg']) {
      const cookie = await signIn(role, practice);
      const answer = await fetch(`${server.origin}/api/v1/session`, { headers: { cookie } });
      expect(await answer.json()).toMatchObject({ user: { role } });
    }
  });
});
