import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';

import { removeAbandoned, startPostgres, testSettings } from './embedded-postgres.mjs';
import { folderHolder } from './folder-lock.mjs';
import { inProject } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { runNode } from './run-command.mjs';

const folder = inProject('.cache', 'test-postgres');

/**
 * A PostgreSQL for one test run, fast because it need not survive, with the template that each test file gets a copy of: the
 * built app makes it. Each run has its own, so two runs do not meet; what killed runs left is taken away first.
 *
 * @param {AbortSignal} signal
 */
export async function startTestDatabase(signal) {
  await removeLeftovers();
  const key = randomBytes(32);
  const server = await startPostgres({ dataDir: `${folder}/run-${process.pid}`, key, settings: testSettings, signal });
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

async function removeLeftovers() {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const run = `${folder}/${name}`;
    if (folderHolder(run) === undefined) await removeAbandoned(run);
  }
}
