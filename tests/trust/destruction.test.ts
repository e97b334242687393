/**
 * `trust:destruction` (R24): a canary in every text of every row that hangs on a client; after destruction it is in no column of
 * any table, and in an older copy of the database that is put back neither, once the ledger was replayed. Of another client one
 * part after the other goes, and nothing else. Source: trust paper 2 and 10.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../../apps/api/src/create-app.ts';
import { replayDestructions } from '../../apps/api/src/destructions/replay-destructions.ts';
import { Readiness } from '../../apps/api/src/platform/health/health.controller.ts';
import { workQueueOnce } from '../../apps/api/src/platform/jobs/work-queue.ts';
import { destroyParts, partsInBackup } from './destruction/parts.ts';
import { makeWholeRecord } from './export/whole-record.ts';
import { makePeople } from './merge/people.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import type { Random } from './support/random.ts';
import { signInEverybody, type Staff, startTestApp, type TestApp } from './support/staff.ts';

const CANARY = 'Kanariepietje';

defineHarness({
  name: 'destruction',
  claim:
    'after destruction nothing is left of a client in any column of any table, nor in an older backup after the ledger was replayed',
  control: 'one table is skipped',
  runs: { quick: 1, command: 3, full: 20 },
  measure,
});

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const faults: string[] = [];
  let columns = 0;
  for (let run = 0; run < runs; run += 1) {
    const outcome = await destroyOne(random, planted);
    faults.push(...outcome.faults);
    columns = Math.max(columns, outcome.columns);
  }
  return { faults, figures: { destroyed: runs, columns } };
}

async function destroyOne(random: Random, planted: boolean): Promise<{ faults: string[]; columns: number }> {
  const witnessDir = await mkdtemp(join(tmpdir(), 'samenoud-ledger-'));
  const first = await startTestApp({ witnessDir });
  const firstStaff = await signInEverybody(first);
  const [id = '', other = ''] = await makePeople(first, firstStaff, random, 2);
  const whole = await makeWholeRecord(first, firstStaff);
  if (planted) await skipOneTable(first);
  await plantCanaries(first, id);
  const held = await hitsOf(first.owner, [CANARY]);
  await first.app.close();
  await first.owner.end();
  const backup = await copyOf(first);
  const stack = await reopened(first);
  try {
    const staff = await signInEverybody(stack);
    await destroy(stack, staff, id);
    const inParts = await destroyParts(stack, staff, whole);
    const faults = [
      ...inParts,
      ...(await leftovers(stack.owner, id, 'now')),
      ...(await inBackup(stack, backup, id, whole)),
    ];
    if (held.length < 10) faults.push(`only ${held.length} columns held the canary`);
    const { status } = await staff('noord', 'GP').get(`/api/v1/clients/${other}`);
    if (status !== 200) faults.push(`another client answers ${status}`);
    return { faults, columns: held.length };
  } finally {
    await stack.app.close();
    await stack.owner.end();
    await dropDatabase(stack.databaseUrl);
  }
}

/** Every text and text in JSON that a row of this client can hold. */
async function plantCanaries(stack: TestApp, id: string): Promise<void> {
  await stack.owner.query(
    `INSERT INTO care.gap_explanation (practice_id, id, client_id, owner_org_id, gap, reason, until_on, made_by)
     SELECT c.practice_id, gen_random_uuid(), c.id, c.owner_org_id, 'NO_PROFILE', $2, '2030-01-01', m.id FROM care.client c
       JOIN care.membership m ON m.practice_id = c.practice_id WHERE c.id = $1 LIMIT 1`,
    [id, CANARY],
  );
  await stack.owner.query(
    `INSERT INTO care.idempotency (practice_id, user_id, key, request_hash, client_id, status, answer)
     SELECT c.practice_id, m.id, $2, '', NULL, 200, json_build_object('items', json_build_array(c.id, $2::text)) FROM care.client c
       JOIN care.membership m ON m.practice_id = c.practice_id WHERE c.id = $1 LIMIT 1`,
    [id, CANARY],
  );
  await stack.owner.query(
    `INSERT INTO care.document (practice_id, id, user_id, kind, media_type, file_name, content)
     SELECT c.practice_id, gen_random_uuid(), m.id, 'LETTERS', 'application/pdf', 'x.pdf', convert_to($2, 'UTF8') FROM care.client c
       JOIN care.membership m ON m.practice_id = c.practice_id WHERE c.id = $1 LIMIT 1`,
    [id, CANARY],
  );
  for (const { tab, col, text } of await textColumns(stack))
    await stack.owner
      .query(`UPDATE care.${tab} SET ${text} = $2 WHERE ${col} = $1`, [id, CANARY])
      .catch(() => undefined);
}

/** Columns of tables with a client that take any text; those with a closed list refuse the canary. */
async function textColumns(stack: TestApp): Promise<{ tab: string; col: string; text: string }[]> {
  const { rows } = await stack.owner.query<{ tab: string; col: string; text: string }>(
    `SELECT t.tab, t.col, quote_ident(c.column_name) AS text FROM (SELECT tab, col FROM care.client_tables() UNION SELECT 'client', 'id') t
     JOIN information_schema.columns c ON c.table_schema = 'care' AND c.table_name = t.tab AND c.data_type = 'text'`,
  );
  return rows;
}

async function destroy(stack: TestApp, staff: Staff, id: string): Promise<void> {
  const [nurse, gp] = [staff('noord', 'PRACTICE_NURSE'), staff('noord', 'GP')];
  const asked = { requestedBy: 'CLIENT', requestedOn: '2026-01-05', note: CANARY };
  const { body } = await nurse.post(`/api/v1/clients/${id}/destruction-requests`).send(asked).expect(201);
  await gp.post(`/api/v1/destruction-requests/${body.id}/decision`).send({ verdict: 'DESTROY' }).expect(200);
  await stack.workJobs();
}

/** Every column of every table of every schema, as text, bytes included. */
async function hitsOf(owner: pg.Client, needles: readonly string[]): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const hits: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ key: string }>(
      `SELECT DISTINCT e.key FROM ${name} x CROSS JOIN LATERAL jsonb_each_text(to_jsonb(x)) e
       WHERE ${needles.map((_, n) => `position($${n + 1} IN e.value) > 0 OR position(encode(convert_to($${n + 1}, 'UTF8'), 'hex') IN e.value) > 0`).join(' OR ')}`,
      [...needles],
    );
    hits.push(...rows.map(({ key }) => `${name}.${key}`));
  }
  return hits;
}

/** The log keeps ids, by law, and the ledger too; nothing keeps a word. */
async function leftovers(owner: pg.Client, id: string, where: string): Promise<string[]> {
  const words = await hitsOf(owner, [CANARY]);
  const ids = (await hitsOf(owner, [id])).filter(
    (hit) => !/^audit\.|^care\.(destruction|partial_destruction)\./.test(hit),
  );
  return [...words, ...ids].map((hit) => `${where}: ${hit}`);
}

/** A copy of the whole database as it is now: the backup that is put back later. Nobody is connected meanwhile. */
async function copyOf({ databaseUrl }: TestApp): Promise<string> {
  const address = new URL(databaseUrl);
  const template = address.pathname.slice(1);
  const copy = `${template}_backup`;
  address.pathname = '/postgres';
  await withClient(address.toString(), (client) => client.query(`CREATE DATABASE ${copy} TEMPLATE ${template}`));
  address.pathname = `/${copy}`;
  return address.toString();
}

async function inBackup({ config }: TestApp, backup: string, id: string, whole: string): Promise<string[]> {
  try {
    const restored = await withClient(backup, (client) => hitsOf(client, [CANARY]));
    if (restored.length === 0) return ['the backup held no canary'];
    await replayDestructions({ ...config, databaseUrl: backup });
    return await withClient(backup, async (client) => [
      ...(await leftovers(client, id, 'in the backup')),
      ...(await partsInBackup(client, whole)),
    ]);
  } finally {
    await dropDatabase(backup);
  }
}

async function dropDatabase(url: string): Promise<void> {
  const address = new URL(url);
  const name = address.pathname.slice(1);
  address.pathname = '/postgres';
  await withClient(address.toString(), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same app on the same database, after it was stopped for the copy. */
async function reopened(stack: TestApp): Promise<TestApp> {
  const app = await createApp(stack.config);
  app.get(Readiness).markReady();
  const owner = new pg.Client({ connectionString: stack.databaseUrl });
  await owner.connect();
  const visitor = (): ReturnType<TestApp['visitor']> => supertest.agent(app.getHttpServer());
  return {
    ...stack,
    app,
    owner,
    visitor,
    as: async (role, practice = 'noord') => {
      const agent = visitor();
      await agent.post('/api/v1/session/demo').send({ role, practice }).expect(200);
      return agent;
    },
    workJobs: () => workQueueOnce(stack.config, app),
  };
}

/** As if the function had forgotten a table. */
async function skipOneTable(stack: TestApp): Promise<void> {
  await stack.owner.query(`ALTER TABLE care.gap_explanation DROP CONSTRAINT gap_explanation_client_fk`);
}
