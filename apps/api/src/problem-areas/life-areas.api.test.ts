import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_LIFE_AREAS } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

let stack: TestApp;
let manager: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  manager = await stack.as('PRACTICE_MANAGER');
});
afterAll(() => stack.close());

const OWN = [
  { code: 'home', label: 'Thuis', areas: ['d640', 'e155'] },
  { code: 'rest', label: 'Al het andere', areas: [] },
];
const set = (version: number, items: object[]) => manager.put('/api/v1/life-areas').set('If-Match', `"${version}"`).send({ items }); // prettier-ignore

describe('the areas of life of a practice', () => {
  it('are the seven of the method until the practice keeps its own, and again when it gives that up', async () => {
    const nurse = await stack.as('DISTRICT_NURSE');
    expect((await nurse.get('/api/v1/life-areas').expect(200)).body).toEqual({ version: 0, own: false, items: DEFAULT_LIFE_AREAS }); // prettier-ignore
    expect((await set(0, OWN).expect(200)).body).toEqual({ version: 1, own: true, items: OWN });
    expect((await set(0, []).expect(412)).body).toMatchObject({ code: 'STALE', current: { version: 1 } });
    const other = await stack.as('GP', 'zuid');
    expect((await other.get('/api/v1/life-areas')).body.own).toBe(false);
    expect((await set(1, []).expect(200)).body).toEqual({ version: 2, own: false, items: DEFAULT_LIFE_AREAS });
    await nurse.put('/api/v1/life-areas').set('If-Match', '"2"').send({ items: OWN }).expect(403);
    const { rows } = await stack.owner.query(
      `SELECT query -> 'lifeAreas' -> 'after' AS after FROM audit.event WHERE event_type = 'UPDATE_PRACTICE_SETTINGS' ORDER BY seq LIMIT 1`,
    );
    expect(rows).toEqual([{ after: ['Thuis', 'Al het andere'] }]);
  });

  it.each([
    ['one name twice', [OWN[0], { ...OWN[0], code: 'x', areas: [] }], 'LABEL_REPEATED'],
    ['one problem area under two', [OWN[0], { ...OWN[1], areas: ['d640'] }], 'INVALID_VALUE'],
    ['a problem area of no catalogue', [{ ...OWN[0], areas: ['d999'] }], 'INVALID_VALUE'],
  ])('are refused with %s', async (_, items, code) => {
    const { body } = await set(2, items as object[]).expect(400);
    expect(body.errors[0].code).toBe(code);
  });
});
