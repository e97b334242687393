import pg from 'pg';
import type { Config } from '../platform/config/config.ts';
import { type LedgerEntry, PARTS_FILE, type PartEntry, readLedger, RECORDS_FILE } from './ledger-file.ts';

export interface Replay {
  /** Clients who were back, as after a restore, and are destroyed again. */
  readonly destroyed: number;
  /** Parts of records that were back, and are destroyed again. */
  readonly parts: number;
  /** Lines of the files that count for nothing. */
  readonly refused: number;
}

/**
 * Holds the database to the ledger: whoever it names is gone, and so is every row it names, also after an older backup was put
 * back. Cheap where nothing is to be done. Runs at each start, before anybody is served, and by `npm run destructions -- replay`.
 */
export async function replayDestructions(config: Pick<Config, 'databaseUrl' | 'witnessDir' | 'key'>): Promise<Replay> {
  const [records, parts] = [await readLedger(config, RECORDS_FILE), await readLedger(config, PARTS_FILE)];
  const done = { destroyed: 0, parts: 0 };
  const client = new pg.Client({ connectionString: config.databaseUrl });
  await client.connect();
  try {
    for (const practiceId of await practiceIds(client)) {
      const ofPractice = (entry: { practiceId: string }): boolean => entry.practiceId === practiceId;
      await inPractice(client, practiceId, async () => {
        done.destroyed += await replayRecords(client, practiceId, records.entries.filter(ofPractice));
        done.parts += await replayParts(client, practiceId, parts.entries.filter(ofPractice));
      });
    }
    return { ...done, refused: records.refused + parts.refused };
  } finally {
    await client.end();
  }
}

async function practiceIds(client: pg.Client): Promise<string[]> {
  await client.query('BEGIN; SET LOCAL ROLE smd_auth');
  const { rows } = await client.query<{ id: string }>('SELECT id FROM care.practice ORDER BY id');
  await client.query('COMMIT');
  return rows.map(({ id }) => id);
}

async function inPractice(client: pg.Client, practiceId: string, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN; SET LOCAL ROLE smd_owner');
  try {
    await client.query(`SELECT set_config('app.practice_id', $1, true)`, [practiceId]);
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function replayRecords(client: pg.Client, practiceId: string, entries: readonly LedgerEntry[]): Promise<number> {
  await client.query(
    `INSERT INTO care.destruction (practice_id, id, client_id, rule, decided_by, decided_on)
     SELECT e."practiceId", e.id, e."clientId", e.rule, e."decidedBy", e."decidedOn" FROM jsonb_to_recordset($1::jsonb)
       AS e ("practiceId" uuid, id uuid, "clientId" uuid, rule text, "decidedBy" uuid, "decidedOn" date) ON CONFLICT DO NOTHING`,
    [JSON.stringify(entries)],
  );
  const { rows } = await client.query<{ id: string }>(
    `SELECT c.id FROM care.destruction d JOIN care.client c ON c.practice_id = d.practice_id AND c.id = d.client_id
     WHERE d.practice_id = $1 ORDER BY c.id`,
    [practiceId],
  );
  for (const { id } of rows) await client.query('SELECT care.destroy_client($1)', [id]);
  return rows.length;
}

async function replayParts(client: pg.Client, practiceId: string, entries: readonly PartEntry[]): Promise<number> {
  await client.query(
    `INSERT INTO care.partial_destruction (practice_id, id, client_id, part, row_ids, decided_by, decided_on)
     SELECT e."practiceId", e.id, e."clientId", e.part, e."rowIds", e."decidedBy", e."decidedOn" FROM jsonb_to_recordset($1::jsonb)
       AS e ("practiceId" uuid, id uuid, "clientId" uuid, part text, "rowIds" uuid[], "decidedBy" uuid, "decidedOn" date)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(entries)],
  );
  const { rows } = await client.query<{ n: string | number }>(
    'SELECT care.destroy_part(id) AS n FROM care.partial_destruction WHERE practice_id = $1 ORDER BY id',
    [practiceId],
  );
  return rows.filter(({ n }) => Number(n) > 0).length;
}
