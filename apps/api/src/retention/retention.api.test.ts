import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';
import { addDays } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

let stack: TestApp;
let nurse: Agent;
let gp: Agent;
let officer: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp({ witnessDir: await mkdtemp(join(tmpdir(), 'samenoud-retention-')) });
  [nurse, gp, officer] = [await stack.as('PRACTICE_NURSE'), await stack.as('GP'), await stack.as('LOG_OFFICER')];
}, 60_000);
afterAll(() => stack.close());

/** A client with a form, all of it so many years and days back. */
async function clientOf(years: number, days = 0): Promise<string> {
  people += 1;
  const person = { name: { family: `Lang ${people}` }, sex: 'FEMALE', birthDate: '1930-06-15' };
  const { body } = await nurse.post('/api/v1/clients').send(person).expect(201);
  await enterForm(nurse, body.id, LIGHTEST);
  await layBack(body.id, years, days);
  return body.id;
}

async function layBack(id: string, years: number, days = 0): Promise<void> {
  const ago = `now() - make_interval(years => ${years}, days => ${days})`;
  await stack.owner.query(`UPDATE care.client SET created_at = ${ago} WHERE id = $1`, [id]);
  await stack.owner.query(`UPDATE care.response SET started_at = ${ago}, completed_at = ${ago} WHERE client_id = $1`, [
    id,
  ]);
  await stack.owner.query(`UPDATE care.assessment SET made_at = ${ago} WHERE client_id = $1`, [id]);
  await stack.owner.query(`UPDATE care.profile_assignment SET assigned_at = ${ago} WHERE client_id = $1`, [id]);
}

async function dueIds(by: Agent = gp): Promise<string[]> {
  const { body } = await by.get('/api/v1/retention?limit=200').expect(200);
  return body.items.map(({ id }: { id: string }) => id);
}

const ask = (clientIds: string[], by: Agent = gp) => by.post('/api/v1/retention/batches').send({ clientIds });

const approve = (id: string, by: Agent) => by.post(`/api/v1/approvals/${id}/decision`).send({ verdict: 'APPROVE' });

const isThere = async (id: string): Promise<boolean> =>
  (await stack.owner.query('SELECT 1 FROM care.client WHERE id = $1', [id])).rows.length === 1;

describe('retention', () => {
  it('lists what is due, and counts from the last clinical change', async () => {
    const [old, young] = [await clientOf(21), await clientOf(19, 360)];
    const { body } = await gp.get('/api/v1/retention').expect(200);
    const item = body.items.find(({ id }: { id: string }) => id === old);
    expect(item).toMatchObject({ clientName: expect.stringMatching(/^Lang/), status: 'ACTIVE', asked: false });
    expect(item.parts).toEqual([expect.objectContaining({ ruleId: 'WGBO', years: 20, dueOn: item.dueOn })]);
    expect(await dueIds()).not.toContain(young);
    const { body: client } = await nurse.get(`/api/v1/clients/${old}`).expect(200);
    const phone = nurse.patch(`/api/v1/clients/${old}`).set('If-Match', `"${client.version}"`);
    await phone.send({ phone: '0612345678' }).expect(200);
    expect(await dueIds()).toContain(old);
    await gp.post(`/api/v1/clients/${old}/profiles`).send({ profile: 'FRAIL', reason: 'Gezien' }).expect(201);
    expect(await dueIds()).not.toContain(old);
  });

  it('counts a contact, a signal and a task of last week as care', async () => {
    for (const [path, body] of [
      ['contacts', { type: 'PHONE' }],
      ['signals', { type: 'FALL', on: TODAY }],
      ['tasks', { text: 'Bellen', owner: { kind: 'CLIENT' }, dueOn: TODAY }],
    ] as const) {
      const id = await clientOf(21);
      expect(await dueIds()).toContain(id);
      await nurse.post(`/api/v1/clients/${id}/${path}`).send(body).expect(201);
      expect([path, await dueIds()]).toEqual([path, expect.not.arrayContaining([id])]);
    }
  });

  it('counts what another organisation wrote by its own rule, shared or not', async () => {
    const id = await clientOf(21);
    await stack.owner.query(
      `INSERT INTO care.client_statement (practice_id, id, client_id, owner_org_id, category, statement, given_by, given_on, recorded_by,
         recorded_at) SELECT c.practice_id, gen_random_uuid(), c.id, o.id, 1, 'Zo is het.', 'CLIENT', '2012-01-01', m.id,
         now() - interval '14 years' FROM care.client c JOIN care.organisation o ON o.practice_id = c.practice_id
         AND o.kind = 'SOCIAL_WORK' JOIN care.membership m ON m.practice_id = c.practice_id WHERE c.id = $1 LIMIT 1`,
      [id],
    );
    expect(await dueIds()).not.toContain(id);
    await stack.owner.query(
      `UPDATE care.client_statement SET recorded_at = now() - make_interval(years => 15, days => 2) WHERE client_id = $1`,
      [id],
    );
    expect(await dueIds()).toContain(id);
  });

  it('is destroyed after a second person said yes, and only what is then still due', async () => {
    const [goes, changes] = [await clientOf(21), await clientOf(22)];
    const { body } = await ask([goes, changes]).expect(201);
    expect(body.records).toBe(2);
    await ask([goes]).expect(409);
    await approve(body.approvalId, gp).expect(403);
    await gp.post(`/api/v1/clients/${changes}/profiles`).send({ profile: 'FRAIL', reason: 'Gezien' }).expect(201);
    expect(await isThere(goes)).toBe(true);
    expect((await approve(body.approvalId, officer).expect(200)).body).toMatchObject({ clientCount: 2, clients: [] });
    expect(await dueIds()).not.toContain(goes);
    await stack.workJobs();
    expect([await isThere(goes), await isThere(changes)]).toEqual([false, true]);
    const { body: list } = await gp.get('/api/v1/destruction-requests').expect(200);
    const { rows } = await stack.owner.query(
      `SELECT authorisation_rule AS rule, relation_rule AS relation FROM audit.event WHERE event_type = 'DESTROY_CLIENT' AND client_id = $1`,
      [goes],
    );
    expect(rows).toEqual([{ rule: 'DESTRUCTION.READ.LOG_OFFICER', relation: 'TENANT' }]);
    expect(list.ledger).toEqual([expect.objectContaining({ clientId: goes, rule: 'RETENTION' })]);
  });

  it('shows the log officer numbers, no names, and lets nobody else in', async () => {
    const id = await clientOf(30);
    const { body } = await officer.get('/api/v1/retention?limit=200').expect(200);
    expect(body.items.find((item: { id: string }) => item.id === id)).toMatchObject({ clientName: null, status: null });
    await ask([id], officer).expect(403);
    await nurse.get('/api/v1/retention').expect(403);
    expect(await dueIds(await stack.as('GP', 'zuid'))).not.toContain(id);
    await ask([id], await stack.as('GP', 'zuid')).expect(404);
  });

  it('refuses what is not due, and nothing at all', async () => {
    const young = await clientOf(3);
    await ask([young]).expect(409);
    await ask([]).expect(400);
    const { rows } = await stack.owner.query('SELECT 1 FROM care.approval_client WHERE client_id = $1', [young]);
    expect(rows).toEqual([]);
  });

  it('leaves alone what the client had restricted', async () => {
    const id = await clientOf(21);
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [id]);
    expect(await dueIds()).not.toContain(id);
  });
});

describe('keeping a record longer', () => {
  const extend = (id: string, body: object, by: Agent = gp) => by.post(`/api/v1/retention/${id}/extension`).send(body);
  const until = (days: number): string => addDays(TODAY, days);
  const reason = 'Erfelijke aandoening in de familie';

  it('takes it off the list, also for the log officer, until a newer word takes that back', async () => {
    const id = await clientOf(21);
    const { body } = await extend(id, { untilOn: until(400), reason }).expect(201);
    expect(body).toMatchObject({ clientId: id, untilOn: until(400), reason });
    expect(await dueIds()).not.toContain(id);
    expect(await dueIds(officer)).not.toContain(id);
    await ask([id]).expect(409);
    await stack.owner.query(`UPDATE care.retention_extension SET until_on = $2 WHERE client_id = $1`, [id, until(-1)]);
    expect(await dueIds()).toContain(id);
    await extend(id, { untilOn: until(10), reason }).expect(201);
    await extend(id, { untilOn: until(0), reason: 'Toch niet nodig' }).expect(201);
    expect(await dueIds()).not.toContain(id);
  });

  it('never shortens what the law asks, and keeps its reason in the export of the client', async () => {
    const young = await clientOf(3);
    await extend(young, { untilOn: until(1), reason }).expect(201);
    expect(await dueIds()).not.toContain(young);
    const { rows } = await stack.owner.query(
      `SELECT object_type AS type, action FROM audit.event WHERE client_id = $1 AND object_type = 'RETENTION_EXTENSION'`,
      [young],
    );
    expect(rows).toEqual([{ type: 'RETENTION_EXTENSION', action: 'U' }]);
  });

  it('is for the GP, of a day to come, with a reason', async () => {
    const id = await clientOf(21);
    await extend(id, { untilOn: until(10), reason }, nurse).expect(403);
    await extend(id, { untilOn: until(10), reason }, officer).expect(403);
    await extend(id, { untilOn: until(10), reason }, await stack.as('GP', 'zuid')).expect(404);
    for (const body of [
      { untilOn: until(-1), reason },
      { untilOn: until(31 * 366), reason },
      { untilOn: until(10), reason: ' x ' },
    ])
      await extend(id, body).expect(400);
    expect(await dueIds()).toContain(id);
  });
});
