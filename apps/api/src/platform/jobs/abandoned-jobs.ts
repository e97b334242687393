import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Held shared by every worker that lives; who gets it alone knows that nobody else is at work. */
const WORKING_LOCK = 7_536_629;
const INTERVAL_MS = 5_000;

/**
 * Gives jobs free that a worker held when it was killed: the library would wait four hours. Looks until it has found itself
 * alone once, since whoever comes after this looks too.
 */
export async function freeAbandonedJobs(
  connectionString: string,
  own: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await watch(connectionString, own, signal);
    } catch {
      await pause(INTERVAL_MS, undefined, { signal }).catch(() => undefined); // the database is away: so are the jobs
    }
  }
}

async function watch(connectionString: string, own: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  const ended = AbortSignal.any([signal, lost.signal]);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock_shared($1)', [WORKING_LOCK]);
    let freed = false;
    while (!ended.aborted) {
      freed ||= await freeWhenAlone(client, own);
      await pause(INTERVAL_MS, undefined, { signal: ended }).catch(() => undefined);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freeWhenAlone(client: pg.Client, own: ReadonlySet<string>): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [WORKING_LOCK]);
  if (rows[0]?.alone !== true) return false;
  await client.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker._private_jobs
     WHERE locked_by IS NOT NULL AND locked_by <> ALL ($1) HAVING count(*) > 0`,
    [[...own]],
  );
  await client.query('SELECT pg_advisory_unlock($1)', [WORKING_LOCK]);
  return true;
}
