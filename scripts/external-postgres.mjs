import { errorCode, Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

/** The oldest release of each major version without known leaks through row-level security. */
const oldestMinor = new Map([
  [15, 14],
  [16, 10],
  [17, 6],
]);
const newestMajorWithMinimum = 17;

/**
 * @param {number} versionNumber PostgreSQL's server_version_num, e.g. 150014 for 15.14
 */
export function isRecentEnough(versionNumber) {
  const major = Math.floor(versionNumber / 10_000);
  return (
    major > newestMajorWithMinimum || versionNumber % 10_000 >= (oldestMinor.get(major) ?? Number.POSITIVE_INFINITY)
  );
}

/**
 * Refuses, each with its own sentence, an address that is none, a server that does not answer, a login it does not know and
 * a version that is too old. Needs the installed packages.
 *
 * @param {string} url
 */
export async function checkServer(url) {
  const server = serverName(url);
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    const { rows: names } = await client.query('SHOW server_version');
    if (!isRecentEnough(Number(rows[0]?.server_version_num))) {
      throw new Refusal(sentences.databaseTooOld(server, String(names[0]?.server_version)));
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refusalOf(error, server);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} url */
function serverName(url) {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new Refusal(sentences.badDatabaseUrl());
  return new URL(url).host || 'localhost';
}

/**
 * An answer of the server has a five-character SQLSTATE; anything else never got that far.
 *
 * @param {unknown} error
 * @param {string} server
 */
function refusalOf(error, server) {
  const code = errorCode(error);
  if (/^[0-9A-Z]{5}$/.test(code)) return new Refusal(sentences.databaseRefused(server, code));
  return new Refusal(sentences.databaseUnreachable(server, code || 'geen antwoord'));
}
