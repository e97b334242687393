import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '../../../apps/api/src/testing/test-database.ts';

/** The part of `scripts/embedded-postgres.mjs` that is needed here. */
interface Postgres {
  readonly url: string;
  readonly pid: number;
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}
interface PostgresLauncher {
  readonly startPostgres: (options: {
    dataDir: string;
    key: Buffer;
    settings: Record<string, string>;
  }) => Promise<Postgres>;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const START_MS = 60_000;

const importLauncher = async (): Promise<PostgresLauncher> =>
  (await import(new URL('../../../scripts/embedded-postgres.mjs', import.meta.url).href)) as PostgresLauncher;

/** The product's own processes on a database that keeps what it acknowledges, each of which can be killed. */
export class Installation {
  #postgres: Postgres;
  #api: ChildProcess | undefined;

  private constructor(
    private readonly launcher: PostgresLauncher,
    private readonly options: { dataDir: string; key: Buffer; settings: Record<string, string> },
    postgres: Postgres,
    readonly databaseUrl: string,
    private readonly port: number,
  ) {
    this.#postgres = postgres;
  }

  static async start(settings: Record<string, string>): Promise<Installation> {
    const launcher = await importLauncher();
    const options = { dataDir: `${ROOT}.cache/trust-crash-${process.pid}`, key: randomBytes(32), settings };
    const postgres = await launcher.startPostgres(options);
    const database = await onServer(postgres.url, options.key, async () => {
      await makeTemplate();
      return createTestDatabase();
    });
    const installation = new Installation(launcher, options, postgres, database.url, await freePort());
    await installation.startApi();
    return installation;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Nothing of the API gets to run its last words. */
  async killApi(): Promise<void> {
    const api = this.#api;
    if (api === undefined || api.exitCode !== null) throw new Error('the API is not running');
    api.kill('SIGKILL');
    await once(api, 'exit');
    await this.startApi();
  }

  async killPostgres(): Promise<void> {
    process.kill(this.#postgres.pid, 'SIGKILL');
    await this.#postgres.exited;
    await this.#postgres.stop(); // lets go of the folder
    this.#postgres = await this.launcher.startPostgres(this.options);
    await this.untilHealthy();
  }

  async remove(): Promise<void> {
    if (this.#api?.exitCode === null) {
      this.#api.kill('SIGKILL');
      await once(this.#api, 'exit');
    }
    await this.#postgres.remove();
  }

  private async startApi(): Promise<void> {
    const { DATABASE_APP_URL: _app, PUBLIC_URL: _public, ...env } = process.env;
    this.#api = spawn(process.execPath, ['apps/api/dist/main.js'], {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        ...env,
        NODE_ENV: 'development',
        DATABASE_URL: this.databaseUrl,
        SAMENOUD_KEY: this.options.key.toString('base64'),
        SAMENOUD_DEMO: '1',
        DATA_DIR: this.options.dataDir,
        HOST: '127.0.0.1',
        PORT: String(this.port),
      },
    });
    await this.untilHealthy();
  }

  private async untilHealthy(): Promise<void> {
    const since = Date.now();
    while (!(await isHealthy(this.address))) {
      if (this.#api?.exitCode !== null) throw new Error(`the API ended by itself (${this.#api?.exitCode})`);
      if (Date.now() - since > START_MS) throw new Error('the API did not recover');
      await pause(50);
    }
  }
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** The makers of test databases read server and key from the environment. */
async function onServer<T>(url: string, key: Buffer, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  process.env['TEST_DATABASE_URL'] = url;
  process.env['SAMENOUD_KEY'] = key.toString('base64');
  try {
    return await work();
  } finally {
    process.env['TEST_DATABASE_URL'] = before['TEST_DATABASE_URL'];
    process.env['SAMENOUD_KEY'] = before['SAMENOUD_KEY'];
  }
}

/** This server is not that of the run, and has no template yet. */
async function makeTemplate(): Promise<void> {
  const script = `${ROOT}apps/api/dist/testing/make-template.js`;
  const env = { ...process.env, NODE_ENV: 'test' };
  const [code] = await once(spawn(process.execPath, [script], { cwd: ROOT, env, stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error('the template of the test database was not made');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
