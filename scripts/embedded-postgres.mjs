import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { prepareFolder } from './data-folder.mjs';
import { claimFolder } from './folder-lock.mjs';
import { databaseAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { checkMajor, makeCluster } from './postgres-cluster.mjs';
import { stopOrphan } from './postgres-orphan.mjs';
import { knownPlace, newPlace, notePlace } from './postgres-place.mjs';
import { host, openLog, openServer, stopServer } from './postgres-server.mjs';
import { errorCode, Refusal } from './refusal.mjs';
import { derivePassword, fingerprint, fingerprintFile } from './secret-key.mjs';
import { sentences } from './sentences.mjs';

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

/**
 * @param {string} dataDir
 * @param {string} cluster
 */
function removeFolders(dataDir, cluster) {
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
