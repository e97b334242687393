import { build } from './build.mjs';
import { prepareFolder } from './data-folder.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { checkServer } from './external-postgres.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './project.mjs';
import { report } from './refusal.mjs';
import { runNode } from './run-command.mjs';
import { loadKey } from './secret-key.mjs';
import { readSettings } from './start-settings.mjs';
import { listenForStop } from './stop-request.mjs';

const stopping = new AbortController();
const { signal } = stopping;

/**
 * Makes a demo network in an empty database: `npm run demo -- --practices 40 --clients 300`. Broken off, the next run goes
 * on where it stopped.
 */
async function makeDemo() {
  const settings = readSettings(process.env);
  prepareFolder(settings.dataDir);
  await ensureInstalled({ signal });
  await build({ signal });
  const key = loadKey(settings.dataDir);
  const env = { ...process.env, DATA_DIR: settings.dataDir, SAMENOUD_KEY: key.toString('base64') };
  if (settings.databaseUrl !== undefined) {
    await checkServer(settings.databaseUrl);
    return fill(env);
  }
  const database = await startPostgres({ dataDir: settings.dataDir, key, onNotice: console.log, signal });
  try {
    return await fill({ ...env, DATABASE_URL: database.url, SAMENOUD_DATABASE: 'embedded' });
  } finally {
    await database.stop();
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function fill(env) {
  const command = [inProject('apps/api/dist/make-demo.js'), ...process.argv.slice(2)];
  const { code } = await runNode(command, { env, show: true, signal });
  return code ?? 1;
}

listenForStop({ onFirst: () => stopping.abort(), onSecond: () => process.exit(1) });

process.exitCode = await makeDemo().catch((error) => (signal.aborted ? 1 : report(error)));
process.exit();
