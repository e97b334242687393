import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, INVITATION_STATES, isLiveInvitation, ROUND_STATES } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const NET = '/api/v1/safety-net';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

async function newClient(facts: object = {}): Promise<string> {
  people += 1;
  const person = { name: { family: `Vangnet ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15', ...facts };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

interface Line {
  readonly id: string;
  readonly since: string;
  readonly explanation: { readonly reason: string } | null;
}
interface Net {
  readonly count: number;
  readonly gaps: readonly { code: string; total: number; explainedTotal: number; items: Line[]; explained: Line[] }[];
}

const net = async (by: Agent = assistant): Promise<Net> => (await by.get(`${NET}?limit=200`).expect(200)).body;

/** The gaps of one client with the day each holds from. */
async function gapsOf(client: string, by: Agent = assistant): Promise<Record<string, string>> {
  const lines = (await net(by)).gaps.flatMap(({ code, items }) => items.map((line) => ({ code, ...line })));
  return Object.fromEntries(lines.filter(({ id }) => id === client).map(({ code, since }) => [code, since]));
}

const registeredOn = (client: string, day: string): Promise<unknown> =>
  stack.owner.query('UPDATE care.client SET created_at = $2 WHERE id = $1', [client, `${day}T12:00:00Z`]);

/** As if the newest form of this client was filled in on another day. */
async function filledIn(client: string, day: string): Promise<void> {
  await stack.owner.query('UPDATE care.response SET completed_on = $2 WHERE client_id = $1', [client, day]);
  await stack.owner.query('UPDATE care.client_profile SET proposed_on = $2 WHERE client_id = $1', [client, day]);
}

const assign = (client: string, profile: string): Promise<unknown> =>
  gp.post(`/api/v1/clients/${client}/profiles`).send({ profile, reason: 'Besproken in het team' }).expect(201);

describe('the safety net', () => {
  it('finds who was never asked and has no profile, since the later of birthday and registration', async () => {
    const old = await newClient();
    await registeredOn(old, '2026-01-10');
    expect(await gapsOf(old)).toEqual({ NO_QUESTIONNAIRE: '2026-01-10', NO_PROFILE: '2026-01-10' });
    const young = await newClient({ birthDate: '1951-02-28' });
    await registeredOn(young, '2020-01-10');
    expect(await gapsOf(young)).toEqual({ NO_QUESTIONNAIRE: '2026-02-28', NO_PROFILE: '2026-02-28' });
    const leap = await newClient({ birthDate: '1948-02-29' });
    await registeredOn(leap, '2020-01-10');
    expect((await gapsOf(leap))['NO_PROFILE']).toBe('2023-03-01');
  });

  it.each([
    ['is not old enough', { birthDate: addDays(addMonths(TODAY, -12 * 75), 1) }],
    ['does not live at home', { livesAtHome: false }],
    ['is not to be invited', { marks: { doNotInviteOn: TODAY } }],
    ['was admitted', { status: 'ADMITTED' }],
    ['moved', { status: 'MOVED' }],
  ])('leaves out who %s', async (_, facts) => {
    expect(await gapsOf(await newClient(facts))).toEqual({});
  });

  it('counts a questionnaire as out of date the day after rescreen interval and three months', async () => {
    const client = await newClient();
    await enterForm(assistant, client, COMPLEX);
    expect(Object.keys(await gapsOf(client))).toEqual(['NO_PROFILE']);
    // the last day on which a form of fifteen months ago still holds, and the first on which it does not
    const days = [...Array(8).keys()].map((n) => addDays(addMonths(TODAY, -15), n - 4));
    const lastDay = days.find((day) => addMonths(day, 15) >= TODAY);
    const lapsed = days.findLast((day) => addMonths(day, 15) < TODAY);
    await filledIn(client, lastDay ?? '');
    expect(Object.keys(await gapsOf(client))).toEqual(['NO_PROFILE']);
    await filledIn(client, lapsed ?? '');
    expect((await gapsOf(client))['NO_QUESTIONNAIRE']).toBe(addDays(addMonths(lapsed ?? '', 15), 1));
    await stack.owner.query(`UPDATE care.practice SET rescreen_interval_months = 24`);
    expect(Object.keys(await gapsOf(client))).toEqual(['NO_PROFILE']);
    await stack.owner.query(`UPDATE care.practice SET rescreen_interval_months = 12`);
  });

  it('does not take a form without one valid answer for a questionnaire', async () => {
    const client = await newClient();
    await enterForm(assistant, client, {});
    expect(Object.keys(await gapsOf(client))).toEqual(['NO_QUESTIONNAIRE', 'NO_PROFILE']);
  });

  it('keeps who has a live invitation in view, exactly as the domain says', async () => {
    const client = await newClient();
    const { practiceId, organisationId, userId } = testMember('noord', 'GP');
    const { rows } = await stack.owner.query<{ round: string; invitation: string }>(
      `WITH r AS (INSERT INTO care.screening_round (practice_id, id, version, name, state, reference_date, return_by, made_by)
         VALUES ($1, gen_random_uuid(), 1, 'Ronde', 'OPEN', $2, $2, $3) RETURNING id)
       INSERT INTO care.screening_invitation (practice_id, id, version, client_id, owner_org_id, round_id, state, form_code,
         gfi_version, imesa_version)
       SELECT $1, gen_random_uuid(), 1, $4, $5, r.id, 'SENT', 'K74M2PZ', '1', '1' FROM r
       RETURNING round_id AS round, id AS invitation`,
      [practiceId, TODAY, userId, client, organisationId],
    );
    const { round, invitation } = rows[0] ?? { round: '', invitation: '' };
    const cases = [
      ...INVITATION_STATES.map((state) => ({ state, roundState: 'OPEN' as const, returnBy: TODAY })),
      ...ROUND_STATES.map((roundState) => ({ state: 'SENT' as const, roundState, returnBy: TODAY })),
      ...[-60, -61].map((days) => ({
        state: 'SENT' as const,
        roundState: 'OPEN' as const,
        returnBy: addDays(TODAY, days),
      })),
    ];
    for (const one of cases) {
      await stack.owner.query('UPDATE care.screening_round SET state = $2, return_by = $3 WHERE id = $1', [
        round,
        one.roundState,
        one.returnBy,
      ]);
      await stack.owner.query('UPDATE care.screening_invitation SET state = $2 WHERE id = $1', [invitation, one.state]);
      const inView = Object.keys(await gapsOf(client)).length === 0;
      expect([one, inView]).toEqual([one, isLiveInvitation({ ...one, today: TODAY })]);
    }
  });

  it('asks for a case manager where the profile does, since the profile or since the last one left', async () => {
    const client = await newClient();
    await enterForm(assistant, client, COMPLEX);
    await assign(client, 'COMPLEX');
    expect(await gapsOf(client)).toEqual({ NO_CASE_MANAGER: TODAY });
    const teams = stack.app.get(CareTeams, { strict: false });
    const nurse = testMember('noord', 'DISTRICT_NURSE').userId;
    await actAs(stack, 'GP', () => teams.nameCaseManager(client, nurse));
    expect(await gapsOf(client)).toEqual({});
    await actAs(stack, 'GP', () => teams.formTeam(client, { caseManagerId: null, memberIds: [] }));
    expect(await gapsOf(client)).toEqual({ NO_CASE_MANAGER: addDays(TODAY, 1) });
    const robust = await newClient();
    await enterForm(assistant, robust, LIGHTEST);
    await assign(robust, 'ROBUST');
    expect(await gapsOf(robust)).toEqual({});
  });
});

describe('an explanation', () => {
  const body = { code: 'NO_PROFILE', reason: 'Is tot het voorjaar weg', until: addDays(TODAY, 30) };

  it('sets a gap apart through its last day, and the counter counts clients', async () => {
    const client = await newClient();
    const before = await net();
    const path = `/api/v1/clients/${client}/gap-explanations`;
    const { body: made } = await assistant.post(path).send(body).expect(201);
    expect(made).toMatchObject({ ...body, madeBy: testMember('noord', 'PRACTICE_ASSISTANT').userId });
    expect((await net()).count).toBe(before.count);
    expect(Object.keys(await gapsOf(client))).toEqual(['NO_QUESTIONNAIRE']);
    await gp
      .post(path)
      .send({ ...body, code: 'NO_QUESTIONNAIRE' })
      .expect(201);
    const after = await net();
    expect(after.count).toBe(before.count - 1);
    const apart = after.gaps.find(({ code }) => code === 'NO_PROFILE')?.explained.find(({ id }) => id === client);
    expect(apart?.explanation).toMatchObject({ reason: body.reason, until: body.until });
    await stack.owner.query('UPDATE care.gap_explanation SET until_on = $2 WHERE client_id = $1', [client, TODAY]);
    expect(await gapsOf(client)).toEqual({});
    await stack.owner.query('UPDATE care.gap_explanation SET until_on = $2 WHERE client_id = $1', [
      client,
      addDays(TODAY, -1),
    ]);
    expect(Object.keys(await gapsOf(client))).toEqual(['NO_QUESTIONNAIRE', 'NO_PROFILE']);
  });

  it.each([
    [{ until: TODAY }, '/until', 'NOT_AFTER_TODAY'],
    [{ until: addDays(addMonths(TODAY, 12), 1) }, '/until', 'OVER_A_YEAR'],
    [{ reason: 'ja' }, '/reason', 'TOO_SHORT'],
    [{ reason: 'x'.repeat(201) }, '/reason', 'TOO_LONG'],
    [{ code: 'NO_LUNCH' }, '/code', 'INVALID_VALUE'],
  ])('is refused for %j', async (change, pointer, code) => {
    const client = await newClient();
    const answer = await gp
      .post(`/api/v1/clients/${client}/gap-explanations`)
      .send({ ...body, ...change })
      .expect(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('is given by case manager, GP, practice nurse and assistant, and by nobody else', async () => {
    const client = await newClient();
    const path = `/api/v1/clients/${client}/gap-explanations`;
    for (const role of ['ELDERLY_CARE_PHYSICIAN', 'PRACTICE_MANAGER', 'LOG_OFFICER'] as const)
      await (await stack.as(role)).post(path).send(body).expect(403);
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.post(path).send(body).expect(404);
    const teams = stack.app.get(CareTeams, { strict: false });
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => teams.join(client, userId));
    await nurse.post(path).send(body).expect(403);
    await actAs(stack, 'GP', () => teams.nameCaseManager(client, userId));
    await nurse.post(path).send(body).expect(201);
    expect(Object.keys(await gapsOf(client))).not.toContain('NO_PROFILE');
  });
});

describe('who sees the safety net', () => {
  it('shows a team member her own clients, and the manager nobody', async () => {
    const client = await newClient();
    const nurse = await stack.as('DISTRICT_NURSE');
    expect(await gapsOf(client, nurse)).toEqual({});
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
    expect(Object.keys(await gapsOf(client, nurse))).toEqual(['NO_QUESTIONNAIRE', 'NO_PROFILE']);
    const manager = await stack.as('PRACTICE_MANAGER');
    const { body } = await manager.get(NET).expect(200);
    expect(body).toMatchObject({ count: null, hidden: [{ pointer: '/gaps', code: 'ROLE' }] });
    expect((await net(await stack.as('GP', 'zuid'))).count).toBe(0);
  });

  it('notes who was shown', async () => {
    const client = await newClient();
    await net(gp);
    const { rows } = await stack.owner.query<{ ids: string[] }>(
      `SELECT query -> 'ids' AS ids FROM audit.event WHERE event_type = 'READ_SAFETY_NET' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.ids).toContain(client);
  });

  it('pages one list by its cursor', async () => {
    const first = (await assistant.get(`${NET}?code=NO_PROFILE&limit=1`).expect(200)).body;
    expect(first.gaps).toHaveLength(1);
    const cursor = first.gaps[0].nextCursor;
    const second = (await assistant.get(`${NET}?code=NO_PROFILE&limit=1&cursor=${cursor}`).expect(200)).body;
    expect(second.gaps[0].items[0].id).not.toBe(first.gaps[0].items[0].id);
    expect(second.gaps[0].total).toBe(first.gaps[0].total);
  });
});
