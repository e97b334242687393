import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const SEARCH = '/api/v1/caseload/search';
const nurseId = testMember('noord', 'DISTRICT_NURSE').userId;
const practiceNurseId = testMember('noord', 'PRACTICE_NURSE').userId;
const before = (days: number): string => addDays(TODAY, -days);

interface Line {
  readonly id: string;
  readonly name: { readonly family: string };
  readonly caseManagerId: string | null;
  readonly due: { code: string; since: string; overdue: boolean; daysOverdue: number }[];
  readonly nextContactOn: string | null;
  readonly standingInFor: { userId: string; untilOn: string } | null;
}
interface Page {
  readonly items: Line[];
  readonly nextCursor: string | null;
  readonly total: number;
}

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
const ids = new Map<string, string>();
const idOf = (family: string): string => ids.get(family) ?? '';

const load = async (body: object = {}, by: Agent = nurse): Promise<Page> =>
  (await by.post(SEARCH).send(body).expect(200)).body;
const families = async (body: object = {}, by: Agent = nurse): Promise<string[]> =>
  (await load(body, by)).items.map(({ name }) => name.family);
const lineOf = async (family: string): Promise<Line | undefined> =>
  (await load()).items.find(({ name }) => name.family === family);

/** A client of the district nurse with profiles of so many days ago. */
async function client(family: string, manager: string | null, ...history: [string, number][]): Promise<void> {
  const person = { name: { family }, sex: 'FEMALE', birthDate: '1941-04-03' };
  const { body } = await gp.post('/api/v1/clients').send(person).expect(201);
  ids.set(family, body.id);
  for (const [profile, daysAgo] of history)
    await gp
      .post(`/api/v1/clients/${body.id}/profiles`)
      .set('Samenoud-Now', `${before(daysAgo)}T12:00:00Z`)
      .send({ profile, reason: 'Besproken' })
      .expect(201);
  const teams = stack.app.get(CareTeams, { strict: false });
  if (manager !== null) await actAs(stack, 'GP', () => teams.nameCaseManager(body.id, manager));
}

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE')];
  await client('Rustig', nurseId, ['ROBUST', 200]);
  await client('Nieuw', nurseId, ['FRAIL', 3]);
  await client('Complex', nurseId, ['COMPLEX', 10]);
  await client('Laat', nurseId, ['FRAIL', 100]);
  await client('Ander', practiceNurseId, ['COMPLEX', 60]);
  await client('Niemand', null, ['FRAIL', 20]);
});
afterAll(() => stack.close());

describe('the caseload', () => {
  it('has one’s own clients only, who is late first and then by profile, each with the reasons', async () => {
    expect(await families()).toEqual(['Laat', 'Complex', 'Nieuw', 'Rustig']);
    const laat = await lineOf('Laat');
    expect(laat?.due).toEqual([
      { code: 'CONTACT_DUE', since: before(10), overdue: true, daysOverdue: 10 },
      { code: 'NEW_PROFILE', since: before(100), overdue: true, daysOverdue: 86 },
      { code: 'PLAN_DUE', since: before(58), overdue: true, daysOverdue: 58 },
    ]);
    expect(laat?.nextContactOn).toBe(before(10));
    expect((await lineOf('Complex'))?.due).toEqual([
      { code: 'NEW_PROFILE', since: before(10), overdue: false, daysOverdue: -4 },
    ]);
    expect((await lineOf('Rustig'))?.due).toEqual([]);
  });

  it('pages without losing or repeating anybody, and refuses a cursor of another order', async () => {
    const first = await load({ limit: 3 });
    expect([first.items.length, first.total]).toEqual([3, 4]);
    expect(await families({ limit: 3, cursor: first.nextCursor })).toEqual(['Rustig']);
    await nurse.post(SEARCH).send({ sort: 'NAME', cursor: first.nextCursor }).expect(400);
    expect(await families({ sort: 'NAME' })).toEqual(['Complex', 'Laat', 'Nieuw', 'Rustig']);
    expect(await families({ sort: 'NEXT_CONTACT', limit: 1 })).toEqual(['Laat']);
  });

  it('filters on what is due, on nothing due, and on gaps', async () => {
    expect(await families({ filter: { due: ['CONTACT_DUE'] } })).toEqual(['Laat']);
    expect(await families({ filter: { due: ['CONTACT_DUE', 'NEW_PROFILE'] } })).toEqual(['Laat', 'Complex', 'Nieuw']);
    expect(await families({ filter: { due: ['NONE'] } })).toEqual(['Rustig']);
    expect(await families({ filter: { gap: ['NO_PLAN'] } })).toEqual(['Laat']);
    expect(await families({ filter: { profile: ['FRAIL'] }, text: 'nieuw' })).toEqual(['Nieuw']);
    await nurse
      .post(SEARCH)
      .send({ filter: { due: ['LUNCH'] } })
      .expect(400);
  });

  it('shows the clients of a colleague to whom they are a relation, and of nobody', async () => {
    const other = { filter: { caseManagerId: [practiceNurseId] } };
    expect(await families(other)).toEqual([]);
    expect(await families(other, gp)).toEqual(['Ander']);
    expect(await families({ filter: { caseManagerId: [null] } }, gp)).toEqual(['Niemand']);
    expect(await families({}, gp)).toEqual([]);
  });

  it('follows the intervals of the practice at once', async () => {
    const of = (days: number): Promise<unknown> =>
      stack.owner.query(
        `UPDATE care.practice SET care_intervals = jsonb_set(care_intervals, '{contactIntervalDays,COMPLEX}', to_jsonb($1::int))`,
        [days],
      );
    await of(8);
    expect((await lineOf('Complex'))?.due[0]).toEqual({
      code: 'CONTACT_DUE', since: before(2), overdue: true, daysOverdue: 2,
    }); // prettier-ignore
    await of(30);
  });

  it('has who is proposed to the reader, until she answers, and then says for whom she stands in', async () => {
    const proposal = {
      clientId: idOf('Nieuw'), toUserId: practiceNurseId, fromOn: TODAY, untilOn: addDays(TODAY, 7), reason: 'Vakantie',
    }; // prettier-ignore
    const { body } = await nurse.post('/api/v1/caseload/handovers').send(proposal).expect(201);
    const receiver = await stack.as('PRACTICE_NURSE');
    const waiting = (await load({ filter: { due: ['HANDOVER_WAITING'] } }, receiver)).items;
    expect(waiting.map(({ name, due }) => [name.family, due[0]?.code, due.at(-1)?.since])).toEqual([
      ['Nieuw', 'NEW_PROFILE', TODAY],
    ]);
    expect(await families()).toContain('Nieuw');
    await receiver.post(`/api/v1/handovers/${body.items[0].id}/accept`).expect(201);
    const mine = (await load({}, receiver)).items.find(({ id }) => id === idOf('Nieuw'));
    expect([mine?.caseManagerId, mine?.standingInFor]).toEqual([
      practiceNurseId,
      { userId: nurseId, untilOn: addDays(TODAY, 7) },
    ]);
    expect(await families()).not.toContain('Nieuw');
  });

  it('keeps one row in the log with the ids shown, and nothing of what was typed', async () => {
    await load({ text: 'laat' });
    const { rows } = await stack.owner.query<{ query: object }>(
      `SELECT query FROM audit.event WHERE event_type = 'SEARCH_CASELOAD' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.query).toMatchObject({ withText: true, ids: [idOf('Laat')] });
    expect(JSON.stringify(rows)).not.toContain('laat');
  });

  it('shows nobody to who may only count', async () => {
    expect((await load({}, await stack.as('PRACTICE_MANAGER'))).total).toBe(0);
  });
});

describe('sizes of caseloads', () => {
  it('are those of all for who sees the practice, and one’s own for others', async () => {
    const sizes = async (by: Agent) => (await by.get('/api/v1/caseload/sizes').expect(200)).body;
    const all = await sizes(gp);
    expect(all.items).toEqual([
      { userId: nurseId, clients: 3, complex: 1 },
      { userId: practiceNurseId, clients: 2, complex: 1 },
    ]);
    expect(all.maxCaseload).toBeNull();
    expect((await sizes(nurse)).items).toEqual([{ userId: nurseId, clients: 3, complex: 1 }]);
  });
});

describe('views under a name', () => {
  const save = (by: Agent, name: string, address = 'due=CONTACT_DUE') => by.post('/api/v1/caseload/views').send({ name, address }); // prettier-ignore

  it('are one’s own: kept once per name, seen and removed by nobody else', async () => {
    await save(nurse, 'Te laat').expect(200);
    const { body } = await save(nurse, 'te LAAT', 'due=CONTACT_DUE&gap=NO_NEXT_CONTACT').expect(200);
    expect(body.items).toMatchObject([{ name: 'te LAAT', address: 'due=CONTACT_DUE&gap=NO_NEXT_CONTACT' }]);
    expect((await gp.get('/api/v1/caseload/views').expect(200)).body.items).toEqual([]);
    const path = `/api/v1/caseload/views/${body.items[0].id}`;
    await gp.delete(path).expect(404);
    expect((await nurse.delete(path).expect(200)).body.items).toEqual([]);
    await nurse.delete(path).expect(404);
    await save(nurse, 'Te laat').expect(200);
    const { rows } = await stack.owner.query('SELECT count(*)::int AS n FROM care.saved_view WHERE removed_at IS NULL');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('hold codes and ids, no words, and are no more than a list can show', async () => {
    expect((await save(gp, 'Wie', 'name=Van den Berg').expect(400)).body.errors).toMatchObject([{ pointer: '/address', code: 'INVALID_VALUE' }]); // prettier-ignore
    for (let n = 1; n <= 20; n += 1) await save(gp, `Weergave ${n}`).expect(200);
    expect((await save(gp, 'Weergave 21').expect(400)).body.errors).toMatchObject([{ pointer: '/name', code: 'TOO_MANY' }]); // prettier-ignore
    await save(gp, 'weergave 20').expect(200);
  });
});
