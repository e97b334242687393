import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { canReach, makeSharedFolder, sharedFolder } from './postgres-binaries.mjs';
import { Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

/**
 * Where the cluster of a data folder was put before, or would be put when nothing stands in the way.
 *
 * @param {string} dataDir
 */
export function knownPlace(dataDir) {
  const note = noteOf(dataDir);
  if (!existsSync(note)) return join(realpathSync(dataDir), 'postgres');
  const place = readFileSync(note, 'utf8').trim();
  if (!existsSync(place)) throw new Refusal(sentences.databaseMissing(place));
  return place;
}

/**
 * Where a new cluster goes: in the data folder, unless we are root and the account of the database cannot get there. That
 * other place is kept in a note, so that a later change of rights never makes the data seem gone.
 *
 * @param {string} dataDir
 * @param {import('./postgres-account.mjs').Account | undefined} account
 */
export function newPlace(dataDir, account) {
  const real = realpathSync(dataDir);
  if (account === undefined || canReach(real, account)) return { cluster: join(real, 'postgres'), elsewhere: false };
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16);
  makeSharedFolder(name);
  return { cluster: join(sharedFolder, name, 'postgres'), elsewhere: true };
}

/**
 * @param {string} dataDir
 * @param {string} cluster
 */
export const notePlace = (dataDir, cluster) => writeFileSync(noteOf(dataDir), `${cluster}\n`, { flush: true });

const noteOf = (/** @type {string} */ dataDir) => join(dataDir, 'postgres.place');
