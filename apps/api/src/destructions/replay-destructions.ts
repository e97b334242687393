import pg from 'pg';
import type { Config } from '../platform/config/config.ts';
import { type LedgerEntry, readLedger } from './ledger-file.ts';

export interface Replay {
  /** Clients who were back, as after a restore, and are destroyed again. */
  readonly destroyed: number;
  /** Lines of the file that count for nothing. */
  readonly refused: number;
}

/**
 * Holds the database to the ledger: whoever it names is gone, also after an older backup was put back. Cheap where nothing is
 * to be done: one statement per practice. Runs at each start, before anybody is served, and by `npm run destructions -- replay`.
 */
export async function replayDestructions(config: Pick<Config, 'databaseUrl' | 'witnessDir' | 'key'>): Promise<Replay> {
  const { entries, refused } = await readLedger(config);
  const client = new pg.Client({ connectionString: config.databaseUrl });
  await client.connect();
  try {
    let destroyed = 0;
    for (const practiceId of await practiceIds(client)) destroyed += await replayOne(client, practiceId, entries);
    return { destroyed, refused };
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

async function replayOne(client: pg.Client, practiceId: string, entries: readonly LedgerEntry[]): Promise<number> {
  await client.query('BEGIN; SET LOCAL ROLE smd_owner');
  try {
    await client.query(`SELECT set_config('app.practice_id', $1, true)`, [practiceId]);
    await client.query(
      `INSERT INTO care.destruction (practice_id, id, client_id, rule, decided_by, decided_on)
       SELECT e."practiceId", e.id, e."clientId", e.rule, e."decidedBy", e."decidedOn" FROM jsonb_to_recordset($1::jsonb)
         AS e ("practiceId" uuid, id uuid, "clientId" uuid, rule text, "decidedBy" uuid, "decidedOn" date) ON CONFLICT DO NOTHING`,
      [JSON.stringify(entries.filter((entry) => entry.practiceId === practiceId))],
    );
    const { rows } = await client.query<{ id: string }>(
      `SELECT c.id FROM care.destruction d JOIN care.client c ON c.practice_id = d.practice_id AND c.id = d.client_id
       WHERE d.practice_id = $1 ORDER BY c.id`,
      [practiceId],
    );
    for (const { id } of rows) await client.query('SELECT care.destroy_client($1)', [id]);
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
