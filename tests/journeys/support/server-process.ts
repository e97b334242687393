import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** With an empty database the demo network is made first, on a busy machine. */
const READY_WITHIN_MS = 240_000;
const KEPT_CHARACTERS = 4000;

/** The real server as a process of its own; its channel to this one ends it when the tests are gone. */
export interface ServerProcess {
  readonly origin: string;
  /** Ends it as a person would, and waits. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** The worker beside it, for journeys in which work goes on after the page is left. */
export function startWorker(settings: NodeJS.ProcessEnv): Pick<ServerProcess, 'stop' | 'kill'> {
  const child = fork('apps/api/dist/worker.js', {
    cwd: ROOT,
    execArgv: [],
    env: { ...process.env, ...settings, NODE_ENV: 'test', SAMENOUD_DEMO: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return endOf(child);
}

export async function startServer(settings: NodeJS.ProcessEnv, port: number): Promise<ServerProcess> {
  const child = fork('apps/api/dist/main.js', {
    cwd: ROOT,
    execArgv: [],
    env: { ...process.env, SAMENOUD_DEMO: '1', ...settings, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (words: Buffer) => (said = `${said}${words.toString()}`.slice(-KEPT_CHARACTERS)));
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/api/health`, child).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${said}`);
  });
  return { origin, ...endOf(child) };
}

function endOf(child: ChildProcess): Pick<ServerProcess, 'stop' | 'kill'> {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const since = Date.now();
  while (Date.now() - since < READY_WITHIN_MS) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(50);
  }
  throw new Error(`the server was not ready within ${READY_WITHIN_MS} ms`);
}

/** Below what systems give to outgoing connections: a port of that range can be taken between asking for it and listening on it. */
const FIRST_PORT = 20_000;
const PORTS_OF_ONE_WORKER = 400;
const PORTS_OF_ONE_RUN = 4 * PORTS_OF_ONE_WORKER;
const RUNS = 7;
/** Runs beside each other, as in two clones, would answer for each other's servers. */
const ofRun = (process.ppid % RUNS) * PORTS_OF_ONE_RUN;
let nextPort = FIRST_PORT + ofRun + (Number(process.env['JEST_WORKER_ID'] ?? 0) % 4) * PORTS_OF_ONE_WORKER;

/** A port that is free now, of a row of its own for each of jest's workers; the server keeps it over a restart. */
export async function freePort(): Promise<number> {
  const port = nextPort++;
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
