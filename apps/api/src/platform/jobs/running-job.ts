/** What a handler works with; it may be run again from the start after a crash, so it does nothing twice. */
export interface RunningJob {
  readonly id: string;
  /** Ids and codes only: content stays in the tables it belongs to. */
  readonly params: Readonly<Record<string, unknown>>;
  /** One transaction as the person who asked, with her rights of this moment and her log rows. */
  readonly act: <T>(work: () => Promise<T>) => Promise<T>;
  /** Tells the asker how far it is, in a short transaction of its own. */
  readonly progress: (done: number, total?: number) => Promise<void>;
}

/** Does the work; the answer is where its result can be fetched. Throws DomainError for what can never succeed. */
export type JobHandler = (job: RunningJob) => Promise<string | undefined>;
