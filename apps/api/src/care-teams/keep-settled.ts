import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../platform/config/config.ts';
import { practiceIds } from '../platform/jobs/tidy.ts';
import { SettleChanges } from './settle-changes.service.ts';

const INTERVAL_MS = 30_000;

/** Twice a minute, until `signal` aborts. */
export async function keepSettled(config: Config, app: INestApplicationContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await settleOnce(config, app).catch(() => process.stderr.write('settling: waiting for the database\n'));
    await pause(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** In each practice what began or ended by itself. */
export async function settleOnce(config: Config, app: INestApplicationContext): Promise<void> {
  for (const id of await practiceIds(config)) await app.get(SettleChanges, { strict: false }).settle(id);
}
