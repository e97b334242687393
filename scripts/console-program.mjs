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

/**
 * Runs one program of ours at the console, on the database that `npm start` would use, and ends with its exit code.
 *
 * @param {string} program as it stands after the build
 */
export async function runAtConsole(program) {
  const stopping = new AbortController();
  const { signal } = stopping;
  listenForStop({ onFirst: () => stopping.abort(), onSecond: () => process.exit(1) });
  process.exitCode = await onDatabase(program, signal).catch((error) => (signal.aborted ? 1 : report(error)));
  process.exit();
}

/**
 * @param {string} program
 * @param {AbortSignal} signal
 */
async function onDatabase(program, signal) {
  const settings = readSettings(process.env);
  prepareFolder(settings.dataDir);
  await ensureInstalled({ signal });
  await build({ signal });
  const key = loadKey(settings.dataDir);
  const env = { ...process.env, DATA_DIR: settings.dataDir, SAMENOUD_KEY: key.toString('base64') };
  if (settings.databaseUrl !== undefined) {
    await checkServer(settings.databaseUrl);
    return run(program, env, signal);
  }
  const database = await startPostgres({ dataDir: settings.dataDir, key, onNotice: console.log, signal });
  try {
    return await run(program, { ...env, DATABASE_URL: database.url, SAMENOUD_DATABASE: 'embedded' }, signal);
  } finally {
    await database.stop();
  }
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
async function run(program, env, signal) {
  const { code } = await runNode([inProject(program), ...process.argv.slice(2)], { env, show: true, signal });
  return code ?? 1;
}
