import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const before = (days: number): string => addDays(TODAY, -days);

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly on: string;
  readonly by: string | null;
  readonly about: string | null;
  readonly text: string | null;
  readonly fields: { field: string; before: string | null; after: string | null }[];
}

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let assistant: Agent;
let client: string;
let plan: string;
let goal: string;

const stream = async (by: Agent = gp, query = ''): Promise<{ items: Item[]; kinds: string[]; nextCursor: string | null; total: number; hidden?: object[] }> =>
  (await by.get(`/api/v1/clients/${client}/timeline?limit=200${query}`).expect(200)).body; // prettier-ignore
const told = (items: Item[]): string[] => items.map(({ kind, code }) => `${kind} ${code}`);
const due = async (by: Agent = nurse): Promise<{ code: string; since: string }[]> =>
  (await by.get(`/api/v1/clients/${client}/due`).expect(200)).body.items;
const gapsOf = async (): Promise<string[]> => {
  const { body } = await gp.get('/api/v1/safety-net?limit=200').expect(200);
  return body.gaps
    .filter(({ items }: { items: { id: string }[] }) => items.some(({ id }) => id === client))
    .map(({ code }: { code: string }) => code);
};

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, assistant] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE'), await stack.as('PRACTICE_ASSISTANT')]; // prettier-ignore
  const person = { name: { family: 'Tijd' }, sex: 'FEMALE', birthDate: '1940-06-15' };
  client = (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
  await enterForm(assistant, client, COMPLEX);
  const assign = (profile: string, daysAgo: number) =>
    gp
      .post(`/api/v1/clients/${client}/profiles`)
      .set('Samenoud-Now', `${before(daysAgo)}T12:00:00Z`)
      .send({ profile, reason: 'Besproken in het team' })
      .expect(201);
  await assign('FRAIL', 90);
  await assign('COMPLEX', 60);
  const teams = stack.app.get(CareTeams, { strict: false });
  await actAs(stack, 'GP', () => teams.nameCaseManager(client, testMember('noord', 'DISTRICT_NURSE').userId));
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await nurse.post(`/api/v1/${path}`).send(body);
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.body;
  };
  plan = (await post(`clients/${client}/care-plans`, { whatMatters: 'De tuin' })).id;
  const problem = { area: 'd460', description: 'Loopt slecht', severity: 6, wantsToWorkOnIt: 'YES' };
  const problemId = (await post(`care-plans/${plan}/problems`, problem)).id;
  const target = addDays(TODAY, 30);
  const wish = { problemId, text: 'Weer naar de markt', baselineScore: 8, targetScore: 4, targetDate: target };
  goal = (await post(`care-plans/${plan}/goals`, wish)).id;
  await post(`care-plans/${plan}/adopt`, { agreement: { by: 'Mevrouw zelf', on: TODAY, how: 'ORAL' } });
});
afterAll(() => stack.close());

describe('the timeline', () => {
  it('tells what happened, newest day first, with who, and with old and new value', async () => {
    const { items, kinds } = await stream();
    const days = items.map(({ on }) => on);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(told(items)).toEqual(
      expect.arrayContaining([
        'RESPONSE PAPER',
        'PROFILE FRAIL',
        'PROFILE COMPLEX',
        'PLAN DRAWN_UP',
        'PLAN ADOPTED',
        'TEAM BEGAN_CASE_MANAGER',
      ]),
    );
    expect(new Set(kinds)).toEqual(new Set(items.map(({ kind }) => kind)));
    const changed = items.find(({ code }) => code === 'COMPLEX');
    expect(changed).toMatchObject({
      on: before(60),
      by: testMember('noord', 'GP').userId,
      text: 'Besproken in het team',
      fields: [{ field: 'profile', before: 'FRAIL', after: 'COMPLEX' }],
    });
    const named = items.find(({ code }) => code === 'BEGAN_CASE_MANAGER');
    expect(named?.about).toBe(testMember('noord', 'DISTRICT_NURSE').userId);
    expect(items.filter(({ code }) => code === 'FRAIL').map(({ fields }) => fields)).toEqual([[]]);
  });

  it('can be narrowed to one kind and read page by page, nothing lost and nothing twice', async () => {
    const whole = await stream();
    const read: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Item[]; nextCursor: string | null } = (
        await gp.get(`/api/v1/clients/${client}/timeline?limit=3${cursor && `&cursor=${cursor}`}`).expect(200)
      ).body;
      read.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(read).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(read).size).toBe(whole.total);
    expect(told((await stream(gp, '&kind=PROFILE')).items)).toEqual(['PROFILE COMPLEX', 'PROFILE FRAIL']);
    await gp.get(`/api/v1/clients/${client}/timeline?kind=LUNCH`).expect(400);
  });

  it('tells an assistant when, and not what was written', async () => {
    const items = (await stream(assistant)).items.filter(({ kind }) => kind === 'PLAN');
    expect(told(items)).toContain('PLAN ADOPTED');
    expect(items.every(({ text, fields }) => text === null && fields.length === 0)).toBe(true);
    expect(JSON.stringify(items)).not.toContain('markt');
  });

  it('is not there for who has no relation, and every reading is logged by category', async () => {
    await (await stack.as('ELDERLY_ADVISER')).get(`/api/v1/clients/${client}/timeline`).expect(404);
    await (await stack.as('GP', 'zuid')).get(`/api/v1/clients/${client}/timeline`).expect(404);
    await (await stack.as('PRACTICE_MANAGER')).get(`/api/v1/clients/${client}/timeline`).expect(403);
    await stream();
    const { rows } = await stack.owner.query<{ category: number }>(
      `SELECT DISTINCT sensitivity AS category FROM audit.event WHERE client_id = $1 AND object_type = 'TIMELINE' AND outcome = 'SUCCESS' ORDER BY sensitivity`,
      [client],
    );
    expect(rows.map(({ category }) => category)).toEqual([1, 3, 4]);
  });
});

describe('what is due around a plan', () => {
  it('follows evaluation, target date and action, in the caseload and in the safety net', async () => {
    expect((await due()).map(({ code }) => code)).toEqual(['CONTACT_DUE', 'NEW_PROFILE']);
    expect(await gapsOf()).toEqual(['NO_NEXT_CONTACT', 'GOAL_WITHOUT_ACTION']);
    const action = { text: 'Elke dag een rondje', owner: { kind: 'CLIENT' }, dueOn: TODAY };
    await nurse.post(`/api/v1/goals/${goal}/actions`).send(action).expect(201);
    expect(await gapsOf()).toEqual(['NO_NEXT_CONTACT']);
    expect(await due()).toContainEqual({ code: 'ACTION_DUE', since: TODAY, overdue: false, daysOverdue: 0 });
    await stack.owner.query(`UPDATE care.care_plan SET next_evaluation_on = $2 WHERE id = $1`, [plan, before(1)]);
    await stack.owner.query(`UPDATE care.goal SET baseline_on = $2, target_date = $3 WHERE id = $1`, [
      goal,
      before(366),
      before(2),
    ]);
    expect((await due()).map(({ code, since }) => [code, since])).toEqual([
      ['CONTACT_DUE', before(30)],
      ['EVALUATION_DUE', before(1)],
      ['GOAL_DATE', before(2)],
      ['GOAL_YEAR', before(1)],
      ['ACTION_DUE', TODAY],
      ['NEW_PROFILE', before(60)],
    ]);
    expect(await gapsOf()).toEqual(['NO_NEXT_CONTACT', 'EVALUATION_OVERDUE']);
  });

  it('follows contacts and signals, and tells of them in the stream', async () => {
    const contact = { type: 'HOME_VISIT', note: 'Zij zat in de tuin', next: { on: addDays(TODAY, 9) } };
    await nurse
      .post(`/api/v1/clients/${client}/contacts`)
      .send({ ...contact, reached: false })
      .expect(201);
    expect((await due()).map(({ code }) => code)).not.toContain('CONTACT_DUE');
    expect((await due()).map(({ code }) => code)).toContain('NEW_PROFILE');
    await nurse.post(`/api/v1/clients/${client}/contacts`).send(contact).expect(201);
    const { body: signal } = await nurse.post(`/api/v1/clients/${client}/signals`).send({ type: 'FALL' }).expect(201);
    const body = (await nurse.get(`/api/v1/clients/${client}/due`).expect(200)).body;
    expect(body.nextContactOn).toBe(addDays(TODAY, 9));
    expect(body.items.map(({ code }: { code: string }) => code)).not.toContain('NEW_PROFILE');
    expect(await due()).toContainEqual({ code: 'SIGNAL_NEW', since: TODAY, overdue: false, daysOverdue: -7 });
    await stack.owner.query(`UPDATE care.signal SET recorded_at = $2 WHERE id = $1`, [
      signal.id,
      `${before(8)}T12:00:00Z`,
    ]);
    expect(await gapsOf()).toEqual(['EVALUATION_OVERDUE', 'SIGNAL_UNASSESSED']);
    expect(told((await stream()).items)).toEqual(expect.arrayContaining(['CONTACT HOME_VISIT', 'CONTACT NOT_REACHED', 'SIGNAL FALL'])); // prettier-ignore
    const seen = (await stream(assistant)).items.filter(({ kind }) => kind === 'CONTACT');
    expect(seen.map(({ text }) => text)).toEqual([null, null]);
    expect((await stream(gp, '&kind=CONTACT')).items[0]?.text).toBe('Zij zat in de tuin');
  });

  it('tells of the action of a colleague who works here no more', async () => {
    const adviser = testMember('noord', 'PRACTICE_NURSE').userId;
    const action = { text: 'Belt de dochter', owner: { kind: 'USER', userId: adviser }, dueOn: addDays(TODAY, 5) };
    await nurse.post(`/api/v1/goals/${goal}/actions`).send(action).expect(201);
    await stack.owner.query(`UPDATE care.membership SET valid = tstzrange('2020-01-01', now()) WHERE id = $1`, [
      adviser,
    ]);
    expect(await gapsOf()).toContain('OWNER_GONE');
  });
});
