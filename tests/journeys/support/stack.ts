import pg from 'pg';
import { createTestDatabase } from '../../../apps/api/src/testing/test-database.ts';
import { freePort, startServer, startWorker } from './server-process.ts';

/** What a journey runs against: the built app as a process, on a database of its own. */
export interface Stack {
  readonly origin: string;
  /** The login that owns the database: for comparing rows with what the screen said. */
  readonly owner: pg.Client;
  readonly killServer: () => Promise<void>;
  /** Starts it again after `killServer`, on the same port and database. */
  readonly restartServer: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the real app, with its worker where a journey starts a job; one stack serves all journeys of a test file. */
export async function startStack({ worker: withWorker = false } = {}): Promise<Stack> {
  const database = await createTestDatabase();
  const port = await freePort();
  const settings = { DATABASE_URL: database.url, DATA_DIR: '.cache/test-data' };
  let server = await startServer(settings, port);
  const worker = withWorker ? startWorker({ ...settings, WITNESS_DIR: `.cache/test-data/witness-${port}` }) : undefined;
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  return {
    origin: server.origin,
    owner,
    killServer: () => server.kill(),
    restartServer: async () => {
      server = await startServer(settings, port);
    },
    close: async () => {
      await worker?.stop();
      await server.stop();
      await owner.end();
      await database.drop();
    },
  };
}
