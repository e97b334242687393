import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { Consents } from '../consents/consents.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { enterForm, LIGHTEST, ON_PAPER } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';
import { CLIENT_COLUMNS_COVERED } from './client-columns-covered.ts';

let stack: TestApp;
let nurse: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [nurse, gp] = [await stack.as('PRACTICE_NURSE'), await stack.as('GP')];
}, 60_000);
afterAll(() => stack.close());

async function newClient(facts: object = {}): Promise<string> {
  people += 1;
  const person = {
    name: { given: 'Anna', family: `Twee ${people}` },
    sex: 'FEMALE',
    birthDate: '1940-06-15',
    ...facts,
  };
  return (
    await nurse
      .post('/api/v1/clients')
      .send({ ...person, confirmDuplicate: true })
      .expect(201)
  ).body.id;
}

const propose = (survivorId: string, mergedId: string, by: Agent = nurse) =>
  by.post('/api/v1/merges').send({ survivorId, mergedId, reason: 'Dezelfde persoon' });

async function approve(kind: string, by: Agent = gp): Promise<number> {
  const { body } = await by.get('/api/v1/approvals?limit=200').expect(200);
  const item = body.items.find((one: { kind: string; state: string }) => one.kind === kind && one.state === 'OPEN');
  return (await by.post(`/api/v1/approvals/${item.id}/decision`).send({ verdict: 'APPROVE' })).status;
}

async function merged(survivorId: string, mergedId: string): Promise<string> {
  const { body } = await propose(survivorId, mergedId).expect(201);
  expect(await approve('MERGE')).toBe(200);
  return body.id;
}

/** A plan with one goal. */
async function newPlan(client: string): Promise<string> {
  const add = async (path: string, sent: object) => (await gp.post(`/api/v1/${path}`).send(sent).expect(201)).body.id;
  const plan = await add(`clients/${client}/care-plans`, {});
  const problem = { area: 'd460', description: 'Ver', severity: 8, wantsToWorkOnIt: 'YES' };
  const problemId = await add(`care-plans/${plan}/problems`, problem);
  const goal = { problemId, text: 'Naar buiten', baselineScore: 8, targetScore: 4, targetDate: '2099-01-01' };
  await add(`care-plans/${plan}/goals`, goal);
  return plan;
}

describe('merging', () => {
  it('knows every column of the database that refers to a client', async () => {
    const { rows } = await stack.owner.query<{ name: string }>(
      `SELECT tab || '.' || col AS name FROM care.client_tables()
       UNION SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'care' AND column_name = 'client_id' AND data_type = 'uuid'`,
    );
    expect(rows.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(CLIENT_COLUMNS_COVERED).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('makes one record of two, and leads to it from the other', async () => {
    const [stays, goes] = [await newClient(), await newClient({ hisNumber: 'H-samen' })];
    const form = await enterForm(nurse, goes, LIGHTEST);
    await merged(stays, goes);
    const answer = await nurse.get(`/api/v1/clients/${goes}`).expect(404);
    expect(answer.body).toMatchObject({ code: 'MERGED', clientId: stays });
    const stranger = await stack.as('DISTRICT_NURSE');
    expect((await stranger.get(`/api/v1/clients/${goes}`).expect(404)).body.code).toBe('NOT_FOUND');
    expect((await (await stack.as('GP', 'zuid')).get(`/api/v1/clients/${goes}`).expect(404)).body.code).toBe(
      'NOT_FOUND',
    );
    const { body: forms } = await nurse.get(`/api/v1/clients/${stays}/responses`).expect(200);
    expect(forms.items.map(({ id }: { id: string }) => id)).toEqual([form.id]);
    const { body: client } = await nurse.get(`/api/v1/clients/${stays}`).expect(200);
    expect(client).toMatchObject({ hisNumber: 'H-samen', profile: { proposed: 'ROBUST' } });
    const { body: found } = await nurse.post('/api/v1/clients/search').send({ limit: 200 }).expect(200);
    expect(found.items.map(({ id }: { id: string }) => id)).not.toContain(goes);
  });

  it('takes a second person, and does nothing in the database without', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    const { body } = await propose(stays, goes, gp).expect(201);
    expect(await approve('MERGE')).toBe(403);
    const alone = actAs(stack, 'GP', async () => {
      const { query } = await import('../platform/request/request-context.ts');
      await query('SELECT care.merge_clients($1, $2)', [body.id, 'zelf']);
    });
    await expect(alone).rejects.toThrow('no approved merge');
    const { body: approvals } = await gp.get('/api/v1/approvals?limit=200').expect(200);
    const own = approvals.items.find((one: { mayWithdraw: boolean }) => one.mayWithdraw);
    await gp.post(`/api/v1/approvals/${own.id}/withdraw`).expect(200);
    expect((await gp.get(`/api/v1/merges/${body.id}`).expect(200)).body.state).toBe('DECLINED');
  });

  it('refuses two BSNs, and a BSN on the record that would go', async () => {
    const [one, two, none] = [
      await newClient({ bsn: '999911120' }),
      await newClient({ bsn: '999990019' }),
      await newClient(),
    ];
    expect((await propose(one, two).expect(409)).body.code).toBe('MERGE_TWO_BSN');
    expect((await propose(none, one).expect(409)).body.code).toBe('MERGE_BSN_ON_OTHER');
    await merged(one, none);
  });

  it('lets an ouderenadviseur go whom the client of the other record had refused', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    const { organisationId, userId } = testMember('noord', 'ELDERLY_ADVISER');
    const given = { fromOrgId: null, toOrgId: organisationId, givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const; // prettier-ignore
    await actAs(stack, 'GP', async () => {
      const consents = stack.app.get(Consents, { strict: false });
      await consents.register(stays, { ...given, kind: 'GRANT', categories: [1] });
      await stack.app.get(CareTeams, { strict: false }).join(stays, userId);
      await consents.register(goes, { ...given, kind: 'DENY', categories: [1] });
    });
    const adviser = await stack.as('ELDERLY_ADVISER');
    await adviser.get(`/api/v1/clients/${stays}`).expect(200);
    await merged(stays, goes);
    const { body: team } = await gp.get(`/api/v1/clients/${stays}/team`).expect(200);
    expect(team.members.map((one: { userId: string }) => one.userId)).not.toContain(userId);
    await adviser.get(`/api/v1/clients/${stays}`).expect(404);
  });

  it('shows a merge that was declined to nobody but the GP once either record is shielded', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    const { id, body } = await propose(stays, goes).then((answer) => ({ id: answer.body.id, body: answer.body }));
    expect(body.state).toBe('PROPOSED');
    const { body: list } = await gp.get('/api/v1/approvals?limit=200').expect(200);
    const asked = list.items.find(({ subject }: { subject: { mergeId?: string } }) => subject.mergeId === id);
    await gp
      .post(`/api/v1/approvals/${asked.id}/decision`)
      .send({ verdict: 'REFUSE', note: 'Twee zussen' })
      .expect(200);
    expect((await nurse.get(`/api/v1/merges/${id}`).expect(200)).body.state).toBe('DECLINED');
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [goes]);
    expect((await nurse.get(`/api/v1/merges/${id}`)).body).toMatchObject({ status: 403, code: 'RESTRICTED' });
    await gp.get(`/api/v1/merges/${id}`).expect(200);
  });

  it('settles what only one can have by its rules', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    for (const id of [stays, goes]) {
      await nurse.post(`/api/v1/clients/${id}/responses`).send(ON_PAPER).expect(201);
      await nurse
        .post(`/api/v1/clients/${id}/contact-persons`)
        .send({ name: 'Zoon', isFirstContact: true })
        .expect(201);
    }
    const toOrgId = testMember('noord', 'ELDERLY_ADVISER').organisationId;
    await actAs(stack, 'GP', async () => {
      const given = {
        fromOrgId: null,
        toOrgId,
        givenBy: 'CLIENT',
        how: 'ORAL',
        givenOn: '2026-01-05',
        textVersion: '1',
      } as const;
      const consents = stack.app.get(Consents, { strict: false });
      await consents.register(stays, { ...given, kind: 'GRANT', categories: [1, 2] });
      await consents.register(goes, { ...given, kind: 'DENY', categories: [2] });
    });
    const pair = { survivorId: stays, mergedId: goes };
    const { body } = await nurse.post('/api/v1/merge-comparisons').send(pair).expect(200);
    expect(body.conflicts.map(({ cause }: { cause: string }) => cause)).toEqual([
      'FORM_IN_PROGRESS',
      'FIRST_CONTACT',
      'CONSENT',
    ]);
    await merged(stays, goes);
    const { rows } = await stack.owner.query(
      `SELECT (SELECT count(*)::int FROM care.response WHERE client_id = $1 AND status = 'IN_PROGRESS') AS forms,
        (SELECT count(*)::int FROM care.contact_person WHERE client_id = $1 AND is_first_contact) AS first,
        (SELECT count(*)::int FROM care.consent WHERE client_id = $1 AND kind = 'GRANT' AND withdrawn_at IS NULL) AS grants,
        (SELECT count(*)::int FROM care.access_basis WHERE client_id = $1 AND to_org_id = $2 AND validity @> now()) AS bases`,
      [stays, toOrgId],
    );
    expect(rows[0]).toEqual({ forms: 1, first: 1, grants: 0, bases: 0 });
  });

  it('sends what came since where a person says, and keeps what was changed since', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    const before = await enterForm(nurse, goes, LIGHTEST);
    const id = await merged(stays, goes);
    const [mine, hers] = [await enterForm(nurse, stays, LIGHTEST), await enterForm(nurse, stays, LIGHTEST)];
    await nurse.patch(`/api/v1/clients/${stays}`).set('If-Match', '"2"').send({ phone: '0599 123456' }).expect(200);
    const { body: merge } = await nurse.get(`/api/v1/merges/${id}`).expect(200);
    expect(merge.additions.map(({ table }: { table: string }) => table)).toEqual(['response', 'response']);
    const chosen = merge.additions.find(({ key }: { key: { id: string } }) => key.id === hers.id);
    const body = { reason: 'Toch twee mensen', toMerged: [{ table: chosen.table, key: chosen.key }] };
    await nurse.post(`/api/v1/merges/${id}/split`).send(body).expect(200);
    await nurse.post(`/api/v1/merges/${id}/split`).send(body).expect(409);
    expect(await approve('SPLIT')).toBe(200);
    const formsOf = async (client: string): Promise<string[]> =>
      (await nurse.get(`/api/v1/clients/${client}/responses`).expect(200)).body.items.map(
        (form: { id: string }) => form.id,
      );
    expect(await formsOf(stays)).toEqual([mine.id]);
    expect((await formsOf(goes)).toSorted((a, b) => a.localeCompare(b))).toEqual(
      [before.id, hers.id].toSorted((a, b) => a.localeCompare(b)),
    );
    const sheets = await stack.owner.query('SELECT DISTINCT client_id FROM care.answer_sheet WHERE response_id = $1', [
      hers.id,
    ]);
    expect(sheets.rows).toEqual([{ client_id: goes }]);
    expect((await nurse.get(`/api/v1/clients/${stays}`).expect(200)).body).toMatchObject({
      phone: '0599 123456',
      version: 3,
    });
  });

  it('keeps one zorgleefplan open, closes the other with its goals, and gives both back', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    const plans = [await newPlan(stays), await newPlan(goes)];
    const pair = { survivorId: stays, mergedId: goes };
    const { body: compared } = await nurse.post('/api/v1/merge-comparisons').send(pair).expect(200);
    expect(compared.conflicts).toEqual([{ cause: 'CARE_PLAN', count: 1 }]);
    const id = await merged(stays, goes);
    const statesOf = async (client: string) =>
      (await gp.get(`/api/v1/clients/${client}/care-plans`).expect(200)).body.items.map((plan: { id: string; state: string }) => [plans.indexOf(plan.id), plan.state]); // prettier-ignore
    expect(await statesOf(stays)).toEqual([[0, 'DRAFT'], [1, 'CLOSED']]); // prettier-ignore
    const goalOf = async (plan: string) => (await gp.get(`/api/v1/care-plans/${plan}`).expect(200)).body.problems[0].goals[0].state; // prettier-ignore
    expect(await goalOf(plans[1] ?? '')).toBe('STOPPED');
    await nurse.post(`/api/v1/merges/${id}/split`).send({ reason: 'Toch twee mensen', toMerged: [] }).expect(200);
    expect(await approve('SPLIT')).toBe(200);
    expect([await statesOf(stays), await statesOf(goes)]).toEqual([[[0, 'DRAFT']], [[1, 'DRAFT']]]);
    expect(await goalOf(plans[1] ?? '')).toBe('OPEN');
  });

  it('suggests doubles, and never twins as sure', async () => {
    const born = { birthDate: '1938-02-11', sex: 'MALE' };
    const name = { given: 'Klaas', family: 'Evenbeeld' };
    const [one, two] = [await newClient({ ...born, name }), await newClient({ ...born, name })];
    await newClient({ ...born, name: { given: 'Piet', family: 'Evenbeeld' } });
    const { body } = await nurse.get('/api/v1/merge-candidates').expect(200);
    type Candidate = { persons: { id: string; name: string }[]; likelihood: string };
    const alike = body.items.filter(({ persons }: Candidate) => persons[0]?.name.startsWith('Evenbeeld'));
    expect(alike.map(({ likelihood }: Candidate) => likelihood)).toEqual(['LIKELY', 'TWINS', 'TWINS']);
    expect(alike[0].persons.map(({ id }: { id: string }) => id)).toEqual([one, two]);
  });
});
