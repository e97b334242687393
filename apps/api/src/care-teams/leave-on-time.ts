import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../platform/config/config.ts';
import { newId } from '../platform/http/uuid.ts';
import { installationSession } from '../platform/identity/installation-session.ts';
import { practiceIds } from '../platform/jobs/tidy.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { LeaveTeams } from './leave-teams.service.ts';

const INTERVAL_MS = 60_000;

/** Every minute, until `signal` aborts: what follows from memberships that ended by themselves. */
export async function keepLeaving(config: Config, app: INestApplicationContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await leaveOnTime(config, app).catch(() => process.stderr.write('leaving teams: waiting for the database\n'));
    await pause(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** A membership gives nothing from the instant it ends; its places in teams are ended here, at that same instant. */
export async function leaveOnTime(config: Config, app: INestApplicationContext): Promise<void> {
  const teams = app.get(LeaveTeams, { strict: false });
  const transactions = app.get(Transactions, { strict: false });
  for (const id of await practiceIds(config)) {
    const origin = { requestId: newId(), address: 'worker' };
    await transactions.run(installationSession({ id, name: '' }), origin, async () => {
      for (const leaver of await teams.leavers()) await teams.leave(leaver);
    });
  }
}
