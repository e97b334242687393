import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startedAt } from './process-identity.mjs';
import { errorCode, Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

const lockName = 'samenoud.lock';

/**
 * @typedef {{ pid: number, startedAt: string }} Holder
 */

/**
 * The living process that holds a folder. A number that now belongs to another program does not count.
 *
 * @param {string} folder
 * @returns {Holder | undefined}
 */
export function folderHolder(folder) {
  const holder = readLock(join(folder, lockName));
  return holder !== undefined && holder.startedAt !== '' && startedAt(holder.pid) === holder.startedAt
    ? holder
    : undefined;
}

/**
 * Makes this process the only one that works on a folder; asking again in the same process is fine. A lock left behind by
 * a killed process is taken over.
 *
 * @param {string} folder
 * @returns {() => void} gives the folder free
 */
export function claimFolder(folder) {
  const file = join(folder, lockName);
  const self = { pid: process.pid, startedAt: startedAt(process.pid) };
  const holder = folderHolder(folder);
  if (holder?.pid === self.pid) return () => {};
  if (holder !== undefined) throw new Refusal(sentences.alreadyStarted(folder, holder.pid));
  rmSync(file, { force: true });
  writeLock(file, self, folder);
  return () => {
    if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/**
 * Linking is the one way to make a file with its content at once that fails when another start was just ahead.
 *
 * @param {string} file
 * @param {Holder} self
 * @param {string} folder
 */
function writeLock(file, self, folder) {
  const unfinished = `${file}.${self.pid}`;
  writeFileSync(unfinished, JSON.stringify(self));
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    throw new Refusal(sentences.alreadyStarted(folder, readLock(file)?.pid ?? 0));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function readLock(file) {
  try {
    const { pid, startedAt: since } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && typeof since === 'string' ? { pid, startedAt: since } : undefined;
  } catch {
    return undefined;
  }
}
