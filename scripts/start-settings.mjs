import { dataFolder } from './data-folder.mjs';
import { tryPort } from './free-port.mjs';
import { errorCode, Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

const oldestNode = [20, 19];

/**
 * @typedef {object} StartSettings
 * @property {string} host
 * @property {number} port
 * @property {string} dataDir
 * @property {string | undefined} databaseUrl undefined for the embedded database
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartSettings}
 */
export function readSettings(env) {
  const databaseUrl = env['DATABASE_URL'] || undefined;
  if (databaseUrl === undefined && env['NODE_ENV'] === 'production')
    throw new Refusal(sentences.embeddedInProduction());
  return {
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['PORT'] || '3000'),
    dataDir: dataFolder(env),
    databaseUrl,
  };
}

/** @param {string} text */
function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Refusal(sentences.badPort(text));
  return port;
}

/** @param {string} version e.g. '20.20.2' */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    throw new Refusal(sentences.oldNode(version));
}

/** @param {StartSettings} settings */
export async function checkPort({ host, port }) {
  try {
    await tryPort(host, port);
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') throw new Refusal(sentences.portInUse(host, port));
    throw new Refusal(sentences.portNotAllowed(host, port));
  }
}
