import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { errorCode, Refusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { derivePassword } from './secret-key.mjs';
import { sentences } from './sentences.mjs';

const major = '18';

/**
 * @typedef {import('./postgres-account.mjs').Account} Account
 */

/**
 * Makes an empty cluster. It gets its name only when it is whole, so a start that was killed half-way begins anew.
 *
 * @param {{ cluster: string, initdb: string, account: Account | undefined, key: Buffer, signal?: AbortSignal | undefined }} wish
 */
export async function makeCluster({ cluster, initdb, account, key, signal }) {
  const attempt = randomBytes(8).toString('hex');
  const unfinished = join(dirname(cluster), `postgres.unfinished-${attempt}`);
  const passwordFile = join(dirname(cluster), `postgres.password-${attempt}`);
  try {
    removeAttempts(dirname(cluster));
    mkdirSync(unfinished);
    chmodSync(unfinished, 0o700);
    writeFileSync(passwordFile, derivePassword(key, 'postgres-superuser'), { mode: 0o600, flag: 'wx' });
    if (account !== undefined) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
    const args = [...initArguments, `--pwfile=${passwordFile}`, '-D', unfinished];
    const { code, output } = await runCommand(initdb, args, { cwd: '/', env: plainEnvironment(), account, signal });
    if (code !== 0) throw new Refusal(sentences.initFailed(output.trim().split('\n').at(-1) ?? `initdb ${code}`));
    renameSync(unfinished, cluster);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(sentences.initFailed(errorCode(error) || String(error)));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * What starts that were killed half-way left: a cluster without a name, and perhaps the file with its password.
 *
 * @param {string} folder
 */
function removeAttempts(folder) {
  for (const name of readdirSync(folder).filter((entry) => /^postgres\.(unfinished|password)-/.test(entry))) {
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

const initArguments = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
  '--no-sync',
];

/** PG* variables of the person who starts us would change where and how our own server works. */
export const plainEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));

/**
 * Refuses a cluster of another PostgreSQL, which ours would not open.
 *
 * @param {string} cluster
 */
export function checkMajor(cluster) {
  const file = join(cluster, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : '?';
  if (found !== major) throw new Refusal(sentences.otherMajor(cluster, found));
}
