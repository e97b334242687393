import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAs } from '../testing/acting.ts';
import { query } from '../platform/request/request-context.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { PARTS_FILE, readLedger, RECORDS_FILE } from './ledger-file.ts';
import { replayDestructions } from './replay-destructions.ts';

let stack: TestApp;
let nurse: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp({ witnessDir: await mkdtemp(join(tmpdir(), 'samenoud-ledger-')) });
  [nurse, gp] = [await stack.as('PRACTICE_NURSE'), await stack.as('GP')];
}, 60_000);
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Weg ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await nurse.post('/api/v1/clients').send(person).expect(201)).body.id;
}

const ask = (id: string, requestedOn = '2026-01-05', by: Agent = nurse) =>
  by.post(`/api/v1/clients/${id}/destruction-requests`).send({ requestedBy: 'CLIENT', requestedOn });

const decide = (id: string, body: object, by: Agent = gp) =>
  by.post(`/api/v1/destruction-requests/${id}/decision`).send(body);

const isThere = async (id: string): Promise<boolean> =>
  (await stack.owner.query('SELECT 1 FROM care.client WHERE id = $1', [id])).rows.length === 1;

describe('destruction', () => {
  it('removes the client, keeps the ledger in the database and in a signed file, and is in the log', async () => {
    const id = await newClient();
    const { body } = await ask(id).expect(201);
    expect(body).toMatchObject({ state: 'RECEIVED', dueOn: '2026-04-05', overdue: true });
    await ask(id).expect(409);
    expect((await decide(body.id, { verdict: 'DESTROY' }).expect(200)).body.state).toBe('GRANTED');
    await decide(body.id, { verdict: 'DESTROY' }).expect(409);
    await stack.workJobs();
    expect(await isThere(id)).toBe(false);
    await nurse.get(`/api/v1/clients/${id}`).expect(404);
    const { body: list } = await gp.get('/api/v1/destruction-requests').expect(200);
    expect(list.ledger).toEqual([expect.objectContaining({ clientId: id, rule: 'REQUEST' })]);
    expect((await readLedger(stack.config, RECORDS_FILE)).entries.map(({ clientId }) => clientId)).toEqual([id]);
    const { rows } = await stack.owner.query(
      `SELECT 1 FROM audit.event WHERE event_type = 'DESTROY_CLIENT' AND client_id = $1`,
      [id],
    );
    expect(rows.length).toBe(1);
  });

  it('needs a reason to be refused, and leaves the record', async () => {
    const id = await newClient();
    const { body } = await ask(id).expect(201);
    await decide(body.id, { verdict: 'REFUSE' }).expect(400);
    await decide(body.id, { verdict: 'REFUSE', reasonCode: 'LAW_KEEPS' }).expect(400);
    const refused = { verdict: 'REFUSE', reasonCode: 'OTHERS_INTEREST', note: 'Haar zoon heeft dezelfde aandoening.' };
    expect((await decide(body.id, refused).expect(200)).body).toMatchObject({
      state: 'REFUSED',
      reasonCode: 'OTHERS_INTEREST',
    });
    expect(await isThere(id)).toBe(true);
  });

  it('is granted for a part: that is gone, the rest and what is written later stay, and a letter says why', async () => {
    const id = await newClient();
    const form = { channel: 'PAPER', completedBy: 'SELF', completedOn: '2026-01-05', confirmOldDate: true, status: 'COMPLETED', answers: { 'gfi-01': 'dependent' } }; // prettier-ignore
    const { body: first } = await gp.post(`/api/v1/clients/${id}/responses`).send(form).expect(201);
    await gp.post(`/api/v1/clients/${id}/care-plans`).send({ whatMatters: 'De tuin' }).expect(201);
    const { body } = await ask(id).expect(201);
    await nurse.post(`/api/v1/destruction-requests/${body.id}/letter`).expect(409);
    const partly = { verdict: 'PARTLY', parts: ['FORMS', 'CONTACTS'], reasonCode: 'LAW_KEEPS', note: 'Het plan loopt nog.' }; // prettier-ignore
    for (const half of [{ parts: [] }, { parts: ['NAME'] }, { reasonCode: undefined }, { note: ' ' }])
      await decide(body.id, { ...partly, ...half }).expect(400);
    expect((await decide(body.id, partly).expect(200)).body).toMatchObject({
      state: 'PARTLY',
      parts: ['FORMS', 'CONTACTS'],
      reasonCode: 'LAW_KEEPS',
    });
    await gp.post(`/api/v1/clients/${id}/responses`).send(form).expect(201);
    await stack.workJobs();
    await gp.get(`/api/v1/responses/${first.id}`).expect(404);
    const { body: forms } = await gp.get(`/api/v1/clients/${id}/responses`).expect(200);
    expect(forms.items).toHaveLength(1);
    expect((await gp.get(`/api/v1/clients/${id}`).expect(200)).body.profile.proposedOn).toBe('2026-01-05');
    expect((await gp.get(`/api/v1/clients/${id}/care-plans`).expect(200)).body.items).toHaveLength(1);
    expect((await readLedger(stack.config, PARTS_FILE)).entries).toMatchObject([
      { clientId: id, part: 'FORMS', rowIds: [first.id] },
    ]);
    expect(await replayDestructions(stack.config)).toMatchObject({ destroyed: 0, parts: 0 });
    const { body: letter } = await nurse.post(`/api/v1/destruction-requests/${body.id}/letter`).expect(201);
    await nurse.get(letter.href).expect(200).expect('Content-Type', /pdf/);
    const { rows } = await stack.owner.query(`SELECT query FROM audit.event WHERE event_type = 'DESTROY_PART' AND client_id = $1`, [id]); // prettier-ignore
    expect(rows).toEqual([{ query: { part: 'FORMS', ids: [first.id] } }]);
    await ask(id).expect(201);
  });

  it('is for the GP to decide, and for nobody to do without a decision', async () => {
    const id = await newClient();
    const { body } = await ask(id).expect(201);
    await decide(body.id, { verdict: 'DESTROY' }, nurse).expect(403);
    await ask(id, '2999-01-01').expect(400);
    await ask(id, '2026-01-05', await stack.as('GP', 'zuid')).expect(404);
    const alone = actAs(stack, 'GP', () => query('SELECT care.destroy_client($1)', [id]));
    await expect(alone).rejects.toThrow('nobody decided');
    const { body: seen } = await (await stack.as('LOG_OFFICER')).get('/api/v1/destruction-requests').expect(200);
    expect(seen.items.find((item: { clientId: string }) => item.clientId === id).clientName).toBeNull();
  });

  it('replays the ledger file, and believes no line that is not signed', async () => {
    const [id, other] = [await newClient(), await newClient()];
    const path = join(stack.config.witnessDir, 'destructions.jsonl');
    const [line = ''] = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, `${line}\n${line.replace(/"clientId":"[^"]+"/, `"clientId":"${other}"`)}\n{"cut off`);
    expect(await replayDestructions(stack.config)).toMatchObject({ destroyed: 0, refused: 2 });
    expect([await isThere(id), await isThere(other)]).toEqual([true, true]);
  });
});
