import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { prepareFolder } from './data-folder.mjs';
import { claimFolder } from './folder-lock.mjs';
import { freePort } from './free-port.mjs';
import { databaseAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { checkMajor, makeCluster, plainEnvironment } from './postgres-cluster.mjs';
import { readStatus, stopOrphan } from './postgres-orphan.mjs';
import { knownPlace, newPlace, notePlace } from './postgres-place.mjs';
import { errorCode, Refusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { derivePassword, fingerprint, fingerprintFile } from './secret-key.mjs';
import { sentences } from './sentences.mjs';

const host = '127.0.0.1';
const longestLogBytes = 5_000_000;
const triesForPort = 3;

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url of the superuser, database `postgres`
 * @property {number} port
 * @property {number} pid
 * @property {Promise<void>} exited settles when the server ends, asked or not
 * @property {() => Promise<void>} stop ends it in order
 * @property {() => void} kill ends it at once; the next start recovers
 * @property {() => Promise<void>} remove stops it and takes its data away
 *
 * @typedef {object} PostgresOptions
 * @property {string} dataDir
 * @property {Buffer} key
 * @property {Record<string, string>} [settings] PostgreSQL settings on top of our own
 * @property {(sentence: string) => void} [onNotice]
 * @property {AbortSignal} [signal] gives up while the cluster is being made
 */

/** Loopback only, and nothing of a record in the log: no statements, no parameters, no values of keys, no client errors. */
const ownSettings = {
  listen_addresses: host,
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** For databases that live as long as a test run. */
export const testSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts our own PostgreSQL on a data folder: makes the cluster the first time, recovers after a killed start, and resolves
 * when it takes connections.
 *
 * @param {PostgresOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres({ dataDir, key, settings = {}, onNotice = () => {}, signal }) {
  prepareFolder(dataDir);
  const release = claimFolder(dataDir);
  try {
    const { cluster, binaries, account } = await prepareCluster({ dataDir, key, onNotice, signal });
    const log = openLog(dataDir);
    const server = await openServer({ cluster, binaries, account, log, dataDir, settings });
    const stop = () => stopServer(server, cluster, binaries.pgCtl, account).finally(release);
    return {
      url: `postgres://postgres:${derivePassword(key, 'postgres-superuser')}@${host}:${server.port}/postgres`,
      port: server.port,
      pid: server.pid,
      exited: server.exited,
      stop,
      kill: () => server.end('SIGQUIT'),
      remove: () => stop().then(() => removeFolders(dataDir, cluster)),
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * @param {{ dataDir: string, key: Buffer, onNotice: (sentence: string) => void, signal: AbortSignal | undefined }} wish
 */
async function prepareCluster({ dataDir, key, onNotice, signal }) {
  const known = knownPlace(dataDir);
  const account = databaseAccount(known);
  const binaries = postgresBinaries(account);
  if (existsSync(known)) {
    checkKey(dataDir, key);
    checkMajor(known);
    await stopOrphan(known, binaries.pgCtl, account);
    return { cluster: known, binaries, account };
  }
  const { cluster, elsewhere } = newPlace(dataDir, account);
  writeFileSync(fingerprintFile(dataDir), `${fingerprint(key)}\n`);
  await makeCluster({ cluster, initdb: binaries.initdb, account, key, signal });
  if (elsewhere) {
    notePlace(dataDir, cluster);
    onNotice(sentences.elsewhere(cluster));
  }
  return { cluster, binaries, account };
}

/**
 * @param {string} dataDir
 * @param {Buffer} key
 */
function checkKey(dataDir, key) {
  const file = fingerprintFile(dataDir);
  if (existsSync(file) && readFileSync(file, 'utf8').trim() !== fingerprint(key)) {
    throw new Refusal(sentences.wrongKey(dataDir));
  }
}

/** @param {string} dataDir */
function openLog(dataDir) {
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
async function openServer(launch) {
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
async function stopServer(server, cluster, pgCtl, account) {
  if (!server.isRunning()) return;
  const { code } = await runCommand(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-t', '60'], { cwd: '/', account });
  if (code !== 0) server.end('SIGQUIT');
  await server.exited;
}

/**
 * @param {string} dataDir
 * @param {string} cluster
 */
export function removeFolders(dataDir, cluster) {
  const beside = dirname(cluster);
  for (const folder of new Set([beside, dataDir])) rmSync(folder, { recursive: true, force: true });
}

/**
 * Takes away what a killed run left: its server first, then its folder.
 *
 * @param {string} dataDir
 */
export async function removeAbandoned(dataDir) {
  try {
    const cluster = knownPlace(dataDir);
    const account = databaseAccount(cluster);
    await stopOrphan(cluster, postgresBinaries(account).pgCtl, account);
    removeFolders(dataDir, cluster);
  } catch (error) {
    if (!(error instanceof Refusal) && errorCode(error) === '') throw error;
    rmSync(dataDir, { recursive: true, force: true });
  }
}
