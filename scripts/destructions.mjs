import { build } from './build.mjs';
import { prepareFolder } from './data-folder.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { checkServer } from './external-postgres.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { runNode } from './run-command.mjs';
import { loadKey } from './secret-key.mjs';
import { readSettings } from './start-settings.mjs';
import { listenForStop } from './stop-request.mjs';

const stopping = new AbortController();
const { signal } = stopping;

/** After a restore: `npm run destructions -- replay` removes again whoever the ledger beside the checkpoints names. */
async function destructions() {
  if (process.argv[2] !== 'replay') throw new Refusal('npm run destructions -- replay');
  const settings = readSettings(process.env);
  prepareFolder(settings.dataDir);
  await ensureInstalled({ signal });
  await build({ signal });
  const key = loadKey(settings.dataDir);
  const env = { ...process.env, DATA_DIR: settings.dataDir, SAMENOUD_KEY: key.toString('base64') };
  if (settings.databaseUrl !== undefined) {
    await checkServer(settings.databaseUrl);
    return replay(env);
  }
  const database = await startPostgres({ dataDir: settings.dataDir, key, onNotice: console.error, signal });
  try {
    return await replay({ ...env, DATABASE_URL: database.url, SAMENOUD_DATABASE: 'embedded' });
  } finally {
    await database.stop();
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function replay(env) {
  const { code } = await runNode([inProject('apps/api/dist/replay-destructions.js')], { env, show: true, signal });
  return code ?? 1;
}

listenForStop({ onFirst: () => stopping.abort(), onSecond: () => process.exit(1) });

process.exitCode = await destructions().catch((error) => (signal.aborted ? 1 : report(error)));
process.exit();
