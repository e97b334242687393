import { EventEmitter } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { Logger, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Config } from '../config/config.ts';
import { JOB_KEEPER, loginUrl } from '../database/roles.ts';
import { freeAbandonedJobs } from './abandoned-jobs.ts';
import { JobRunner, type QueuedJob } from './job-runner.ts';

/** The runner says what is worth saying; the library would print payloads and messages. */
const quiet = new Logger(() => () => undefined);

const AT_ONCE = 2;

/** Works on queued jobs until `signal` aborts; what is running then is finished first. */
export async function workQueue(config: Config, app: INestApplicationContext, signal: AbortSignal): Promise<void> {
  const connectionString = loginUrl(config.databaseUrl, JOB_KEEPER, config.key);
  const own = new Set<string>();
  // heard from the start: a job that waits already is taken before `run` answers, and would be freed as if it were abandoned
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:getJob:start', ({ worker }) => own.add(worker.workerId));
  const runner = await run({
    connectionString,
    taskList: tasksOf(app),
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: quiet,
    events,
  });
  const freeing = freeAbandonedJobs(connectionString, own, signal);
  signal.addEventListener('abort', () => void runner.stop().catch(() => undefined), { once: true });
  if (signal.aborted) await runner.stop().catch(() => undefined);
  await Promise.all([runner.promise, freeing]);
}

/** Works on everything that is queued now, and ends; for tests, where the API's own process does it. */
export async function workQueueOnce(config: Config, app: INestApplicationContext): Promise<void> {
  const connectionString = loginUrl(config.databaseUrl, JOB_KEEPER, config.key);
  await runOnce({ connectionString, taskList: tasksOf(app), noHandleSignals: true, logger: quiet });
}

function tasksOf(app: INestApplicationContext): TaskList {
  const runner = app.get(JobRunner, { strict: false });
  return {
    work: (payload, { job }) => {
      if (!isQueuedJob(payload)) throw new Error('not a job of ours');
      return runner.run(payload, job.attempts >= job.max_attempts);
    },
  };
}

function isQueuedJob(payload: unknown): payload is QueuedJob {
  return typeof payload === 'object' && payload !== null && 'jobId' in payload && 'practiceId' in payload && 'userId' in payload; // prettier-ignore
}
