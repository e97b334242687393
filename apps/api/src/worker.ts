import { keepWitness } from './platform/access-log/witness/keep-witness.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { exitWithParent } from './platform/config/exit-with-parent.ts';
import { StartRefusal } from './platform/config/start-refusal.ts';

/** Work beside the API, in a process of its own: so far the witness of the access log. */
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
  const done = keepWitness(config, stopping.signal);
  exitWithParent(() => {
    stop();
    return done;
  });
  await done;
}
