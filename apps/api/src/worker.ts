import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';
import { keepSettled } from './care-teams/keep-settled.ts';
import { keepLeaving } from './care-teams/leave-on-time.ts';
import { keepAgendas } from './meetings/keep-agendas.ts';
import { keepWitness } from './platform/access-log/witness/keep-witness.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { exitWithParent } from './platform/config/exit-with-parent.ts';
import { keepTidy } from './platform/jobs/tidy.ts';
import { workQueue } from './platform/jobs/work-queue.ts';
import { StartRefusal } from './platform/config/start-refusal.ts';

/** Work beside the API, in a process of its own: the jobs, and the witness of the access log. */
try {
  await work(readConfig(process.env));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(StartRefusal.exitCode);
}

async function work(config: Config): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const done = Promise.all([keepWitness(config, stopping.signal), keepWorking(config, stopping.signal)]);
  exitWithParent(() => {
    stop();
    return done.then(() => undefined);
  });
  await done;
}

/** The product's own services do the work of a job, as they do that of a request. */
async function keepWorking(config: Config, signal: AbortSignal): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  await Promise.all([
    workQueue(config, app, signal),
    keepTidy(config, app, signal),
    keepSettled(config, app, signal),
    keepLeaving(config, app, signal),
    keepAgendas(config, app, signal),
  ]);
  await app.close();
}
