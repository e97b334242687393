import { setTimeout as pause } from 'node:timers/promises';

import { build } from './build.mjs';
import { prepareFolder } from './data-folder.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { checkServer } from './external-postgres.mjs';
import { claimFolder } from './folder-lock.mjs';
import { localUrl, untilHealthy } from './health.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { loadKey } from './secret-key.mjs';
import { sentences } from './sentences.mjs';
import { startService } from './service.mjs';
import { checkNode, checkPort, readSettings } from './start-settings.mjs';
import { listenForStop } from './stop-request.mjs';

/** Exit code of the API when it refuses its configuration, having said why. */
const refusedConfiguration = 78;
const restartAfterMs = 1000;

/**
 * @typedef {{ stop: () => Promise<void>, kill: () => void }} Running
 */

/** @type {Running[]} what has been started, in that order */
const running = [];
const stopping = new AbortController();
const { signal } = stopping;

/** @type {(reason: Refusal) => void} */
let fail = () => {};
/** @type {Promise<never>} settles when something we started ends by itself */
const failure = new Promise((_, reject) => (fail = reject));
failure.catch(() => {});
const asked = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));

/** Everything from a fresh clone to an address; resolves when asked to stop, rejects when something ends by itself. */
async function start() {
  checkNode(process.versions.node);
  const settings = readSettings(process.env);
  prepareFolder(settings.dataDir);
  const release = claimFolder(settings.dataDir);
  running.push({ stop: async () => release(), kill: release });
  await checkPort(settings);
  await ensureInstalled({ signal });
  await build({ signal });
  const env = await openDatabase(settings);
  await openServer(settings, env);
  if (signal.aborted) return;
  console.log(sentences.ready(localUrl(settings.host, settings.port)));
  await Promise.race([asked, failure]);
}

/**
 * @param {import('./start-settings.mjs').StartSettings} settings
 * @returns {Promise<NodeJS.ProcessEnv>} what our programs need to know of it
 */
async function openDatabase({ dataDir, databaseUrl }) {
  signal.throwIfAborted();
  const key = loadKey(dataDir);
  const env = { ...process.env, DATA_DIR: dataDir, SAMENOUD_KEY: key.toString('base64') };
  if (databaseUrl !== undefined) {
    await checkServer(databaseUrl);
    return { ...env, SAMENOUD_DATABASE: 'external' };
  }
  console.log(sentences.databaseStarting());
  const database = await startPostgres({ dataDir, key, onNotice: console.log, signal });
  running.push(database);
  void database.exited.then(() => fail(new Refusal(sentences.databaseStopped(`${dataDir}/postgres.log`))));
  return { ...env, DATABASE_URL: database.url, SAMENOUD_DATABASE: 'embedded' };
}

/**
 * The worker follows the API, which makes the tables it works on.
 *
 * @param {import('./start-settings.mjs').StartSettings} settings
 * @param {NodeJS.ProcessEnv} env
 */
async function openServer({ host, port }, env) {
  signal.throwIfAborted();
  console.log(sentences.serverStarting());
  const own = { ...env, HOST: host, PORT: String(port) };
  openService('server', 'apps/api/dist/main.js', own);
  await Promise.race([untilHealthy(`${localUrl(host, port)}/api/health`, signal), failure]);
  if (!signal.aborted) openWorker(own);
}

/** @param {NodeJS.ProcessEnv} env */
function openWorker(env) {
  openService('achtergrondverwerking', 'apps/api/dist/worker.js', env, () => openWorker(env));
}

/**
 * @param {string} name
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {() => void} [again] starts it once more; without it, everything ends with this program
 */
function openService(name, script, env, again) {
  const service = startService(inProject(script), env);
  running.push(service);
  void service.exited.then(async ({ code, signal: by }) => {
    if (signal.aborted) return;
    if (code === refusedConfiguration) return fail(new Refusal('', refusedConfiguration));
    const how = by ?? `code ${code}`;
    if (!again) return fail(new Refusal(sentences.serviceStopped(name, how)));
    console.error(sentences.serviceRestarting(name, how));
    running.splice(running.indexOf(service), 1);
    await pause(restartAfterMs, undefined, { signal }).then(again, () => {});
  });
}

/** The last started first: the database ends when nothing uses it any more. */
async function stopAll() {
  for (const one of running.toReversed()) await one.stop();
}

listenForStop({
  onFirst: () => {
    console.log(sentences.stopping());
    stopping.abort();
  },
  onSecond: () => {
    for (const one of running.toReversed()) one.kill();
    process.exit(1);
  },
});

const exitCode = await start().then(
  () => 0,
  (error) => (signal.aborted ? 0 : report(error)),
);
await stopAll();
if (signal.aborted) console.log(sentences.stopped());
process.exit(exitCode);
