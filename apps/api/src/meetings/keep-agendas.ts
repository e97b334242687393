import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../platform/config/config.ts';
import { newId } from '../platform/http/uuid.ts';
import { installationSession } from '../platform/identity/installation-session.ts';
import { practiceIds } from '../platform/jobs/tidy.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { MeetingReminders } from './meeting-reminders.service.ts';
import { MakeMeetings } from './make-meeting.service.ts';

const INTERVAL_MS = 10 * 60_000;

/** Every night, until `signal` aborts: soon after midnight, and at the start where a night was missed. */
export async function keepAgendas(config: Config, app: INestApplicationContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await buildAgendasOfToday(config, app).catch(() =>
      process.stderr.write('building agendas: waiting for the database\n'),
    );
    await pause(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** In each practice the next meeting of its series, reminders, and the agendas in preparation that were built on an earlier day than today. */
export async function buildAgendasOfToday(config: Config, app: INestApplicationContext, now?: string): Promise<void> {
  const agendas = app.get(BuildAgendas, { strict: false });
  const reminders = app.get(MeetingReminders, { strict: false });
  const making = app.get(MakeMeetings, { strict: false });
  const transactions = app.get(Transactions, { strict: false });
  for (const id of await practiceIds(config)) {
    const origin = { requestId: newId(), address: 'worker', ...(now !== undefined && { now }) };
    await transactions.run(installationSession({ id, name: '' }), origin, async () => {
      await making.nextOfSeries();
      await agendas.rebuildOlder();
      await reminders.giveDue();
    });
  }
}
