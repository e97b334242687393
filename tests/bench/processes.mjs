import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { startPostgres } from '../../scripts/embedded-postgres.mjs';
import { freePort } from '../../scripts/free-port.mjs';
import { untilHealthy } from '../../scripts/health.mjs';
import { inProject, projectRoot } from '../../scripts/project.mjs';

/**
 * @typedef {object} Side one of the two servers that are compared
 * @property {string} url
 * @property {() => number | null} rssMb memory it holds now; null where the system does not tell
 * @property {() => number | null} highestRssMb
 */

const host = '127.0.0.1';

/**
 * Starts a database of its own, the product as it runs for people, and the bare server, each as its own process.
 *
 * @param {{ practices: number, clients: number }} [demo] the size of the demo network, where it is not the usual one
 */
export async function startBoth(demo) {
  const key = randomBytes(32);
  const dataDir = inProject('.cache', `bench-${process.pid}`);
  const database = await startPostgres({ dataDir, key });
  const env = {
    ...process.env,
    HOST: host,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    SAMENOUD_DATABASE: 'embedded',
    SAMENOUD_DEMO: '1',
    SAMENOUD_KEY: key.toString('base64'),
  };
  /** @type {ReturnType<typeof startSide>[]} */
  const sides = [];
  const stop = async () => {
    for (const side of sides) await side.stop();
    await database.remove();
  };
  try {
    if (demo !== undefined) await makeDemo(demo, env);
    const product = startSide('apps/api/dist/main.js', env, await freePort(host, 0));
    sides.push(product);
    await product.ready();
    const bare = startSide('tests/bench/bare-server.mjs', env, await freePort(host, 0));
    sides.push(bare);
    await bare.ready();
    return { product, bare, database: { url: database.url, key }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {{ practices: number, clients: number }} size
 * @param {NodeJS.ProcessEnv} env
 */
async function makeDemo({ practices, clients }, env) {
  const args = ['--practices', String(practices), '--clients', String(clients)];
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 'ignore', 'inherit', 'ipc']);
  const child = fork(inProject('apps/api/dist/make-demo.js'), args, { cwd: projectRoot, env, stdio });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`making the demo ended with code ${code}`);
}

/**
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {number} port
 */
export function startSide(script, env, port) {
  const child = fork(inProject(script), { cwd: projectRoot, env: { ...env, PORT: String(port) } });
  const ended = once(child, 'exit');
  const url = `http://${host}:${port}`;
  return {
    url,
    ready: () => {
      const giveUp = ended.then(() => Promise.reject(new Error(`${script} ended before it was ready`)));
      return Promise.race([untilHealthy(`${url}/api/health`, new AbortController().signal), giveUp]);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    rssMb: () => memoryMb(child.pid, 'VmRSS'),
    highestRssMb: () => memoryMb(child.pid, 'VmHWM'),
  };
}

/**
 * @param {number | undefined} pid
 * @param {'VmRSS' | 'VmHWM'} field
 */
function memoryMb(pid, field) {
  if (process.platform !== 'linux') return null;
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
