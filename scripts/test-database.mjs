import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';

import { removeAbandoned, startPostgres, testSettings } from './embedded-postgres.mjs';
import { folderHolder } from './folder-lock.mjs';
import { inProject } from './project.mjs';

const folder = inProject('.cache', 'test-postgres');

/**
 * A PostgreSQL for one test run, empty and fast because it need not survive. Each run has its own, so two runs do not meet;
 * what killed runs left is taken away first.
 *
 * @param {AbortSignal} signal
 */
export async function startTestDatabase(signal) {
  await removeLeftovers();
  const key = randomBytes(32);
  const server = await startPostgres({ dataDir: `${folder}/run-${process.pid}`, key, settings: testSettings, signal });
  return { server, env: { TEST_DATABASE_URL: server.url, SAMENOUD_KEY: key.toString('base64') } };
}

async function removeLeftovers() {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const run = `${folder}/${name}`;
    if (folderHolder(run) === undefined) await removeAbandoned(run);
  }
}
