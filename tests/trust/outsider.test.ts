/**
 * Without a relation a client does not exist for you: every route with her id, every list, count and search, asked by those of
 * other organisations who are not in her team. Source: trust paper 3.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUTE_TABLE } from './matrix/route-table.ts';
import { makeRecord } from './support/open-record.ts';
import { addressOf, type ApiRoute, readContract, routesOf } from './support/routes.ts';
import { signInEverybody, type Staff, startTestApp, type TestApp } from './support/staff.ts';

const OUTSIDERS = ['ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'] as const;
const FAMILY = 'Zeldzaamheid';

let stack: TestApp;
let staff: Staff;
let client: string;
let routes: readonly ApiRoute[];

beforeAll(async () => {
  stack = await startTestApp();
  staff = await signInEverybody(stack);
  client = (await makeRecord(staff, 'noord', FAMILY)).clientId;
  // breaking the glass is the one way in for who has no relation
  routes = routesOf(await readContract(stack)).filter(
    ({ path }) => path.includes('/clients/{id}') && !path.endsWith('/break-glass'),
  );
}, 120_000);
afterAll(() => stack.close(), 60_000);

describe.each(OUTSIDERS)('for %s outside the team a client', (role) => {
  it('is not there in any route that names her', async () => {
    expect(routes.length).toBeGreaterThan(15);
    const answers: string[] = [];
    const agent = staff('noord', role);
    for (const route of routes) {
      const asked = agent[route.method](addressOf(route, client)).set('If-Match', '"1"');
      const { status, body } = await asked.send(ROUTE_TABLE[route.name]?.body);
      if (status === 404 || body.code === 'ROLE') continue;
      answers.push(`${route.name}: ${status} ${body.code}`);
    }
    expect(answers).toEqual([]);
  }, 120_000);

  it('is not in lists, counts and searches', async () => {
    const agent = staff('noord', role);
    const found = await agent.post('/api/v1/clients/search').send({}).expect(200);
    expect(found.body).toMatchObject({ items: [], total: 0 });
    const byName = await agent.post('/api/v1/clients/search').send({ text: FAMILY.toLowerCase() }).expect(200);
    expect(byName.body.total).toBe(0);
    expect((await agent.get('/api/v1/safety-net').expect(200)).body.count).toBe(0);
    const everyone = { filter: { caseManagerId: [null] }, sort: 'PRIORITY' };
    for (const list of ['/api/v1/caseload/search', '/api/v1/clients/search'])
      expect((await agent.post(list).send(everyone).expect(200)).body.total).toBe(0);
    expect((await agent.get('/api/v1/caseload/handovers').expect(200)).body.items).toEqual([]);
    for (const path of ['/api/v1/notices', '/api/v1/screening-rounds', '/api/v1/safety-net'])
      expect((await agent.get(path)).text).not.toMatch(new RegExp(`${FAMILY}|${client}`));
  });
});
