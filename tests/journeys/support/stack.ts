import pg from 'pg';
import { createApp } from '../../../apps/api/src/create-app.ts';
import { Readiness } from '../../../apps/api/src/platform/health/health.controller.ts';
import { createTestDatabase, testConfig } from '../../../apps/api/src/testing/test-database.ts';
import { freePort, startServer, startWorker } from './server-process.ts';

/** What a journey runs against: the app with the built site, on a database of its own. */
export interface Stack {
  readonly origin: string;
  /** The login that owns the database: for comparing rows with what the screen said. */
  readonly owner: pg.Client;
  readonly close: () => Promise<void>;
}

/** One whose server is a process, so that it can end as in a power cut. */
export interface MortalStack extends Stack {
  readonly killServer: () => Promise<void>;
  /** Starts it again after `killServer`, on the same port and database. */
  readonly restartServer: () => Promise<void>;
}

/**
 * Starts the real app inside this process, where a further one costs a tenth of what a process of its own does; with its worker
 * where a journey starts a job. One stack serves all journeys of a test file.
 */
export async function startStack({ worker: withWorker = false } = {}): Promise<Stack> {
  const database = await createTestDatabase();
  const app = await createApp(testConfig(database.url), { site: true });
  await app.listen(0, '127.0.0.1');
  app.get(Readiness).markReady();
  const { origin, port } = new URL(await app.getUrl());
  const settings = { DATABASE_URL: database.url, DATA_DIR: '.cache/test-data' };
  const worker = withWorker ? startWorker({ ...settings, WITNESS_DIR: `.cache/test-data/witness-${port}` }) : undefined;
  const owner = await connect(database.url);
  return {
    origin,
    owner,
    close: async () => {
      await worker?.stop();
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** Starts the built app as a process, as people do. */
export async function startMortalStack(): Promise<MortalStack> {
  const database = await createTestDatabase();
  const port = await freePort();
  const settings = { DATABASE_URL: database.url, DATA_DIR: '.cache/test-data' };
  let server = await startServer(settings, port);
  const owner = await connect(database.url);
  return {
    origin: server.origin,
    owner,
    killServer: () => server.kill(),
    restartServer: async () => {
      server = await startServer(settings, port);
    },
    close: async () => {
      await server.stop();
      await owner.end();
      await database.drop();
    },
  };
}

async function connect(connectionString: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  return owner;
}
