import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import { JOB_KEEPER, loginUrl } from '../database/roles.ts';

const INTERVAL_MS = 60 * 60 * 1000;

/** What is kept for a day or a week: answers to repeated requests, documents, rows of imports. */
const FORGET = 'SELECT care.forget_old_answers(), care.forget_old_documents(), care.forget_old_imports()';

/** Partitions of the access log: those of the months to come, and those that are kept no longer. */
const MONTHS_OF_LOG = `SELECT audit.purge_expired(), (SELECT count(audit.ensure_month((now() + make_interval(months => m))::date))
  FROM generate_series(0, 2) AS m)`;

/** Every hour, and once at the start, until `signal` aborts. */
export async function keepTidy(config: Config, app: INestApplicationContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await tidyOnce(config, app).catch(() => process.stderr.write('tidying: waiting for the database\n'));
    await pause(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Months of the access log that are kept no longer; then in each practice what has had its time; the worker knows which practices there are, the app may remove in one at a time. */
export async function tidyOnce(config: Config, app: INestApplicationContext): Promise<void> {
  await asKeeper(config, (client) => client.query(MONTHS_OF_LOG));
  for (const id of await practiceIds(config)) {
    await app.get(DataSource).transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.practice_id', $1, true)`, [id]);
      await manager.query(FORGET);
    });
  }
}

/** Every practice of this installation. */
export function practiceIds(config: Config): Promise<string[]> {
  return asKeeper(config, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM auth.practice_ids() AS id');
    return rows.map(({ id }) => id);
  });
}

async function asKeeper<T>(config: Config, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: loginUrl(config.databaseUrl, JOB_KEEPER, config.key) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
