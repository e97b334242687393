import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from './free-port.mjs';
import { plainEnvironment } from './postgres-cluster.mjs';
import { readStatus } from './postgres-orphan.mjs';
import { Refusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { sentences } from './sentences.mjs';

export const host = '127.0.0.1';
const longestLogBytes = 5_000_000;
const triesForPort = 3;

/**
 * Loopback only, and nothing of a record in the log: no statements, no parameters, no values of keys, no client errors.
 * A practice is imported within seconds: what is planned before its tables are measured reads the whole practice for each row, so
 * they are measured soon.
 */
const ownSettings = {
  listen_addresses: host,
  unix_socket_directories: '',
  autovacuum_naptime: '10s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** @param {string} dataDir */
export function openLog(dataDir) {
  const file = join(dataDir, 'postgres.log');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return { file, descriptor: openSync(file, size > longestLogBytes ? 'w' : 'a', 0o600) };
}

/**
 * @typedef {object} Launch
 * @property {string} cluster
 * @property {import('./postgres-binaries.mjs').Binaries} binaries
 * @property {import('./postgres-account.mjs').Account | undefined} account
 * @property {{ file: string, descriptor: number }} log
 * @property {string} dataDir
 * @property {Record<string, string>} settings
 */

/**
 * Starts the server on the port it had before, so that tools keep their address; tries again when another program took the
 * port in between.
 *
 * @param {Launch} launch
 */
export async function openServer(launch) {
  const portFile = join(launch.dataDir, 'postgres.port');
  let preferred = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0;
  try {
    for (let attempt = 1; attempt <= triesForPort; attempt++) {
      const port = await freePort(host, preferred);
      const server = spawnServer(launch, port);
      if (await untilReady(server, launch.cluster)) {
        writeFileSync(portFile, `${port}\n`);
        return server;
      }
      preferred = 0;
    }
  } finally {
    closeSync(launch.log.descriptor);
  }
  throw new Refusal(sentences.databaseFailed(launch.log.file));
}

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {Promise<void>} exited
 * @property {() => boolean} isRunning
 * @property {(signal: NodeJS.Signals) => void} end
 */

/**
 * In a session of its own: Ctrl+C in the terminal reaches the launcher alone, which ends things in order.
 *
 * @param {Launch} launch
 * @param {number} port
 * @returns {Server}
 */
function spawnServer({ cluster, binaries, account, log, settings }, port) {
  const all = Object.entries({ ...ownSettings, ...settings, port: String(port) });
  const child = spawn(
    binaries.postgres,
    ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...account,
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', log.descriptor, log.descriptor],
      detached: true,
      windowsHide: true,
    },
  );
  let running = true;
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    const ended = () => {
      running = false;
      resolve();
    };
    child.once('exit', ended).once('error', ended);
  });
  return { port, pid: child.pid ?? 0, exited, isRunning: () => running, end: (signal) => void child.kill(signal) };
}

/**
 * @param {Server} server
 * @param {string} cluster
 */
async function untilReady(server, cluster) {
  while (server.isRunning()) {
    const status = readStatus(cluster);
    if (Number(status[0]) === server.pid && status[7]?.trim() === 'ready') return true;
    await pause(10);
  }
  return false;
}

/**
 * @param {Server} server
 * @param {string} cluster
 * @param {string} pgCtl
 * @param {import('./postgres-account.mjs').Account | undefined} account
 */
export async function stopServer(server, cluster, pgCtl, account) {
  if (!server.isRunning()) return;
  const { code } = await runCommand(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-t', '60'], { cwd: '/', account });
  if (code !== 0) server.end('SIGQUIT');
  await server.exited;
}
