import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../../config/config.ts';
import { deriveKey } from '../../config/secrets.ts';
import { loginUrl } from '../../database/roles.ts';
import { CheckpointFile } from './checkpoint-file.ts';
import { LogSource } from './log-source.ts';
import { type Alarm, sealNewRows } from './seal-new-rows.ts';
import { signingKey } from './signing-key.ts';

/** Well under the five seconds that new rows may stay unsealed. Source: `trust.md` 6. */
const INTERVAL_MS = 2_000;
const RETRY_MS = 2_000;

type Say = (line: string) => void;

/**
 * Seals the access log until `signal` aborts. Whatever fails (the database restarts, the disk is full, tables not made yet)
 * is said once and tried again from the last line that reached the disk.
 */
export async function keepWitness(config: Config, signal: AbortSignal, say: Say = toStandardError): Promise<void> {
  let said = '';
  const alarm = alarmOnce(say);
  while (!signal.aborted) {
    try {
      await witnessOnce(config, signal, alarm, () => (said = ''));
    } catch (error) {
      const trouble = codeOf(error);
      if (trouble !== said && !signal.aborted) say(`witness: waiting, ${trouble}`);
      said = trouble;
      await rest(RETRY_MS, signal);
    }
  }
}

/** One connection and one open file, for as long as both work. */
async function witnessOnce(config: Config, signal: AbortSignal, alarm: Alarm, onSealed: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString: loginUrl(config.databaseUrl, 'smd_worker', config.key),
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  client.on('error', () => undefined); // the next statement fails and says so
  await client.connect();
  try {
    await takeTurn(client, config.witnessDir);
    const file = await CheckpointFile.open(config.witnessDir);
    const key = signingKey(deriveKey(config.key, 'witness'));
    try {
      while (!signal.aborted) {
        await sealNewRows({ source: new LogSource(client), file, key, alarm });
        onSealed();
        await rest(INTERVAL_MS, signal);
      }
    } finally {
      await file.close();
    }
  } finally {
    await client.end();
  }
}

/** Two workers never write one file: the second waits until the connection of the first is gone. */
async function takeTurn(client: pg.Client, witnessDir: string): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
    [`witness:${resolve(witnessDir)}`],
  );
  if (rows[0]?.mine !== true) throw new WitnessTrouble('OTHER_WORKER');
}

class WitnessTrouble extends Error {}

/** Says each alarm once: the witness looks every few seconds. */
function alarmOnce(say: Say): Alarm {
  const said = new Set<string>();
  return (code, practiceId) => {
    const line = `witness: ALARM ${code} practice=${practiceId}`;
    if (!said.has(line)) say(line);
    said.add(line);
  };
}

/** A code, never a message: database errors quote values. */
function codeOf(error: unknown): string {
  if (error instanceof WitnessTrouble) return error.message;
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);

const toStandardError: Say = (line) => void process.stderr.write(`${line}\n`);
