import type { RunningJob } from '../platform/jobs/running-job.ts';
import { appendToLedger, type Entry, type LedgerFile, type WitnessSettings } from './ledger-file.ts';

interface Work<E extends Entry> {
  readonly file: LedgerFile<E>;
  readonly read: (ledgerIds: unknown) => Promise<E[]>;
  readonly destroy: (entry: E) => Promise<void>;
}

/** First the ledger beside the database, then one entry after the other, each in an act of its own. */
export async function carryOut<E extends Entry>(
  job: RunningJob,
  config: WitnessSettings,
  { file, read, destroy }: Work<E>,
): Promise<undefined> {
  const entries = await job.act(() => read(job.params['ledgerIds']));
  await appendToLedger(config, entries, file);
  for (const [index, entry] of entries.entries()) {
    await job.act(() => destroy(entry));
    await job.progress(index + 1, entries.length);
  }
  return undefined;
}
