import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createTestDatabase } from '../../../apps/api/src/testing/test-database.ts';
import { freePort, startServer } from './server-process.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A server as real people have it: no demo, no mark of a test on its database. */
export interface PlainStack {
  readonly origin: string;
  /** What `npm run practice -- add` does on the same computer; answers what it printed. */
  readonly addPractice: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function startPlainStack(): Promise<PlainStack> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query('UPDATE ctx.installation SET mark = NULL');
  await owner.end();
  const port = await freePort();
  const settings = {
    DATABASE_URL: database.url,
    DATA_DIR: '.cache/test-data',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SAMENOUD_DEMO: '0',
  };
  const server = await startServer(settings, port);
  return {
    origin: server.origin,
    addPractice: (name) => runAddPractice(name, settings),
    close: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

function runAddPractice(name: string, settings: NodeJS.ProcessEnv): Promise<string> {
  const child = fork('apps/api/dist/add-practice.js', ['add', '--name', name], {
    cwd: ROOT,
    execArgv: [],
    env: { ...process.env, ...settings, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words: Buffer) => said.push(words.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(said.join('')) : reject(new Error(said.join(''))))); // prettier-ignore
  });
}
