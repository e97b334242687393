import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statfsSync } from 'node:fs';

import { removeAbandoned, startPostgres, testSettings } from './embedded-postgres.mjs';
import { folderHolder } from './folder-lock.mjs';
import { inProject } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { runNode } from './run-command.mjs';

const onDisk = inProject('.cache', 'test-postgres');
const memory = '/dev/shm';
const inMemory = `${memory}/samenoud-test-postgres-${process.getuid?.() ?? 0}`;
const GIB = 2 ** 30;

/**
 * A PostgreSQL for one test run, fast because it need not survive, with the template that each test file gets a copy of: the
 * built app makes it. Each run has its own, so two runs do not meet; what killed runs left is taken away first.
 *
 * A copy is some thirteen hundred files, and ext4 looks long for room for each while as many were just removed; so it is in
 * memory where that is to be had.
 *
 * @param {AbortSignal} signal
 */
export async function startTestDatabase(signal) {
  for (const folder of [onDisk, inMemory]) await removeLeftovers(folder);
  const key = randomBytes(32);
  const dataDir = `${hasRoomInMemory() ? inMemory : onDisk}/run-${process.pid}`;
  const server = await startPostgres({ dataDir, key, settings: { ...testSettings, max_wal_size: '256MB' }, signal });
  const env = { TEST_DATABASE_URL: server.url, SAMENOUD_KEY: key.toString('base64') };
  try {
    await makeTemplate(env, signal);
    return { server, env };
  } catch (error) {
    await server.remove();
    throw error;
  }
}

/**
 * @param {Record<string, string>} env
 * @param {AbortSignal} signal
 */
async function makeTemplate(env, signal) {
  const script = inProject('apps/api/dist/testing/make-template.js');
  const { code, output } = await runNode([script], { env: { ...process.env, ...env, NODE_ENV: 'test' }, signal });
  if (code !== 0) throw new Refusal(`De database voor de tests kon niet worden gemaakt.\n${output.trimEnd()}`);
}

/** A run takes about a gigabyte; the tests and the browser need theirs too. */
function hasRoomInMemory() {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 3 * GIB && process.availableMemory() > 8 * GIB;
}

/** @param {string} folder */
async function removeLeftovers(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const run = `${folder}/${name}`;
    if (folderHolder(run) === undefined) await removeAbandoned(run);
  }
}
