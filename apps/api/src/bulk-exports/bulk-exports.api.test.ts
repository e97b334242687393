import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { parseCsv } from '../testing/parse-csv.ts';
import { testMember } from '../testing/test-network.ts';

const EXPORTS = '/api/v1/bulk-exports';
const ASKED = { purpose: 'Griepvaccinatie 2026', columns: ['CITY', 'FAMILY_NAME', 'BIRTH_DATE'], clients: 'ACTIVE' };

let stack: TestApp;
let gp: Agent;
let manager: Agent;
let assistant: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  for (const [family, facts] of [
    ['=1+1', { address: { postcode: '9501 AB', city: 'Emmen; Zuid' } }],
    ['Berg', {}],
    ['Dood', { status: 'DECEASED' }],
    ['Zwijg', {}],
  ] as const) {
    const person = { name: { family }, sex: 'FEMALE', birthDate: '1940-02-29', ...facts };
    await assistant.post('/api/v1/clients').send(person).expect(201);
  }
  await stack.owner.query(`UPDATE care.client SET restricted = true WHERE family_name = 'Zwijg'`);
}, 90_000);
afterAll(() => stack.close());
beforeEach(async () => {
  [gp, manager] = [await stack.as('GP'), await stack.as('PRACTICE_MANAGER')];
});

const ask = async (body: object = {}) => (await gp.post(EXPORTS).send({ ...ASKED, ...body }).expect(201)).body; // prettier-ignore
const decide = (by: Agent, approvalId: string, verdict = 'APPROVE') =>
  by.post(`/api/v1/approvals/${approvalId}/decision`).send({ verdict });
const start = (by: Agent, id: string) => by.post(`${EXPORTS}/${id}/start`);
const shown = async (id: string) =>
  (await gp.get(`${EXPORTS}?limit=200`).expect(200)).body.items.find((item: { id: string }) => item.id === id);

async function approved(body: object = {}): Promise<string> {
  const { id, approvalId } = await ask(body);
  await decide(manager, approvalId).expect(200);
  return id;
}

async function fileOf(id: string): Promise<string[][]> {
  const { jobId } = (await start(gp, id).expect(202)).body;
  await stack.workJobs();
  const { body: job } = await gp.get(`/api/v1/jobs/${jobId}`).expect(200);
  expect(job.state).toBe('DONE');
  return parseCsv(Buffer.from((await gp.get(job.href).buffer(true).expect(200)).text));
}

const GP_ID = testMember('noord', 'GP').userId;
const endMembership = (): Promise<unknown> =>
  stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE id = $1`, [GP_ID]);
const renewMembership = (): Promise<unknown> =>
  stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), NULL) WHERE id = $1`, [GP_ID]);

describe('an export of the list of clients', () => {
  it('is asked, approved by the manager, and made: without who died or is restricted, with a watermark', async () => {
    const { id, approvalId, ...asked } = await ask();
    expect(asked).toMatchObject({ state: 'OPEN', clientCount: 2, columns: ['FAMILY_NAME', 'BIRTH_DATE', 'CITY'] });
    const { body } = await manager.get('/api/v1/approvals').expect(200);
    const question = body.items.find((item: { id: string }) => item.id === approvalId);
    expect(question).toMatchObject({ mayDecide: true, reason: ASKED.purpose, clients: [], clientCount: 0 });
    expect(question.subject).toEqual({ exportId: id, columns: asked.columns, clients: 'ACTIVE', clientCount: 2 });
    await decide(manager, approvalId).expect(200);
    expect(await shown(id)).toMatchObject({ state: 'APPROVED', decidedBy: 'PRACTICE_MANAGER noord' });
    const lines = await fileOf(id);
    expect(lines.slice(0, -1)).toEqual([
      ['Achternaam', 'Geboortedatum', 'Plaats'],
      ["'=1+1", '1940-02-29', 'Emmen; Zuid'],
      ['Berg', '1940-02-29', ''],
    ]);
    expect(lines.at(-1)).toEqual([
      expect.stringMatching(/^# Gemaakt door GP noord op .+\. Doel: Griepvaccinatie 2026$/),
      '',
      '',
    ]);
  });

  it('logs asking, start, each block with ids, the end, and the download', async () => {
    const id = await approved({ clients: 'ALL' });
    expect((await fileOf(id)).map(([name]) => name)).toContain('Dood');
    const { rows } = await stack.owner.query(
      `SELECT event_type AS type, query FROM audit.event WHERE object_type = 'BULK_EXPORT' ORDER BY seq DESC LIMIT 5`,
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'EXPORT_BULK_EXPORT',
      'END_BULK_EXPORT',
      'EXPORT_CLIENTS',
      'START_BULK_EXPORT',
      'ASK_BULK_EXPORT',
    ]);
    expect(rows[1].query).toMatchObject({ count: 3 });
    const { rows: ids } = await stack.owner.query(
      `SELECT id FROM care.client WHERE practice_id = $1 AND NOT restricted ORDER BY sort_name, id`,
      [testMember('noord', 'GP').practiceId],
    );
    expect(rows[2].query.ids).toEqual(ids.map((row) => row.id));
    expect(JSON.stringify(rows)).not.toContain('Griepvaccinatie');
  });

  it('is read page by page, nobody twice and nobody left out', async () => {
    await stack.owner.query(`CREATE TEMP TABLE many AS SELECT * FROM care.client WHERE family_name = 'Berg'`);
    await stack.owner.query(
      `INSERT INTO care.client SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'his_number', n::text,
         'sort_name', 'veel'))).* FROM many m, generate_series(1, 450) n`,
    );
    const lines = await fileOf(await approved({ columns: ['HIS_NUMBER', 'FAMILY_NAME'] }));
    const numbers = lines.slice(1, -1).flatMap(([number]) => number || []);
    expect(new Set(numbers).size).toBe(450);
    expect(lines.length).toBe(1 + 452 + 1);
    await stack.owner.query(`UPDATE care.client SET status = 'MOVED' WHERE sort_name = 'veel'`);
  });

  it('is started once, by the asker alone', async () => {
    const id = await approved();
    await start(manager, id).expect(403);
    await start(await stack.as('GP', 'zuid'), id).expect(404);
    const answers = await Promise.all([start(gp, id), start(gp, id)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
    expect((await start(gp, id).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await shown(id)).state).toBe('STARTED');
    await stack.workJobs();
  });

  it('is not started before approval, after a refusal, or a day after approval', async () => {
    const { id, approvalId } = await ask();
    expect((await start(gp, id).expect(409)).body.code).toBe('WRONG_STATE');
    await decide(manager, approvalId, 'REFUSE').expect(200);
    expect((await start(gp, id).expect(409)).body.code).toBe('WRONG_STATE');
    const late = await approved();
    await stack.owner.query(
      `UPDATE care.approval SET decided_at = decided_at - interval '24 hours' WHERE id =
         (SELECT approval_id FROM care.bulk_export WHERE id = $1)`,
      [late],
    );
    expect((await start(gp, late).expect(409)).body.code).toBe('APPROVAL_EXPIRED');
    expect((await shown(late)).state).toBe('LAPSED');
  });

  it('is decided by another person: manager, log officer or GP, not the asker under another hat', async () => {
    const { approvalId } = await ask();
    expect((await decide(gp, approvalId).expect(403)).body.code).toBe('NOT_ONESELF');
    await decide(await stack.as('PRACTICE_NURSE'), approvalId).expect(404);
    await decide(await stack.as('GP', 'zuid'), approvalId).expect(404);
    const accountOf = async (userId: string): Promise<string> =>
      (await stack.owner.query('SELECT account_id FROM care.membership WHERE id = $1', [userId])).rows[0].account_id;
    const setAccount = (account: string): Promise<unknown> =>
      stack.owner.query('UPDATE care.membership SET account_id = $1 WHERE id = $2', [account, GP_ID]);
    const own = await accountOf(GP_ID);
    await setAccount(await accountOf(testMember('noord', 'PRACTICE_MANAGER').userId));
    const refused = await decide(manager, approvalId);
    await setAccount(own);
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_ONESELF']);
    await decide(await stack.as('LOG_OFFICER'), approvalId).expect(200);
  });

  it('takes a fresh second factor to ask and to start', async () => {
    const id = await approved();
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
    expect((await gp.post(EXPORTS).send(ASKED).expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    expect((await start(gp, id).expect(403)).body.code).toBe('STEP_UP_REQUIRED');
  });

  it('is for the GP, of columns that are known, for a purpose', async () => {
    await (await stack.as('PRACTICE_NURSE')).post(EXPORTS).send(ASKED).expect(403);
    await manager.get(EXPORTS).expect(403);
    for (const [body, pointer] of [
      [{ columns: ['BSN'] }, '/columns'],
      [{ columns: [] }, '/columns'],
      [{ purpose: 'kort' }, '/purpose'],
      [{ purpose: ' '.repeat(12) }, '/purpose'],
      [{ purpose: 'x'.repeat(301) }, '/purpose'],
      [{ clients: 'DECEASED' }, '/clients'],
    ] as const) {
      const { body: problem } = await gp.post(EXPORTS).send({ ...ASKED, ...body }).expect(400); // prettier-ignore
      expect(problem.errors[0].pointer).toBe(pointer);
    }
  });

  it('stops where the right was lost between approval, start and work', async () => {
    const [one, two] = [await approved(), await approved()];
    const { jobId } = (await start(gp, one).expect(202)).body;
    await endMembership();
    try {
      expect([401, 403]).toContain((await start(gp, two)).status);
      await stack.workJobs();
    } finally {
      await renewMembership();
    }
    const { rows } = await stack.owner.query('SELECT state, problem, href FROM care.job WHERE id = $1', [jobId]);
    expect(rows).toEqual([{ state: 'FAILED', problem: 'ROLE', href: null }]);
  });

  it('is not given out any more once somebody in it was shielded', async () => {
    const { jobId } = (await start(gp, await approved()).expect(202)).body;
    await stack.workJobs();
    const { href } = (await gp.get(`/api/v1/jobs/${jobId}`).expect(200)).body;
    await gp.get(href).expect(200);
    const { rows } = await stack.owner.query(`SELECT id FROM care.client WHERE family_name = 'Berg'`);
    const wish = { reason: 'Wil dit niet', askedBy: 'CLIENT', askedOn: '2026-01-05' };
    const asked = await assistant.post(`/api/v1/clients/${rows[0].id}/restrictions`).send(wish).expect(201);
    const decision = { decision: 'RESTRICT', reason: 'Besproken' };
    await gp.post(`/api/v1/restrictions/${asked.body.id}/decision`).send(decision).expect(200);
    expect((await gp.get(href)).body).toMatchObject({ status: 403, code: 'NO_BASIS' });
  });

  it('stops where the role changed since it was asked', async () => {
    const id = await approved();
    const { jobId } = (await start(gp, id).expect(202)).body;
    await stack.owner.query(`UPDATE care.membership SET role = 'PRACTICE_NURSE' WHERE id = $1`, [GP_ID]);
    try {
      await stack.workJobs();
    } finally {
      await stack.owner.query(`UPDATE care.membership SET role = 'GP' WHERE id = $1`, [GP_ID]);
    }
    const { rows } = await stack.owner.query('SELECT state, problem FROM care.job WHERE id = $1', [jobId]);
    expect(rows).toEqual([{ state: 'FAILED', problem: 'ROLE' }]);
  });
});
