import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

import { answerOf } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

/**
 * @typedef {{ uid: number, gid: number }} Account
 */

/**
 * The account PostgreSQL must run as, because it refuses root: the owner of the cluster that is there, else `postgres`,
 * else `nobody`. Undefined when we are not root: then it runs as ourselves.
 *
 * @param {string} cluster
 * @returns {Account | undefined}
 */
export function databaseAccount(cluster) {
  if (process.getuid === undefined) return undefined;
  if (process.getuid() !== 0) return ownAccount(cluster, process.getuid());
  const account = clusterOwner(cluster) ?? namedAccount('postgres') ?? namedAccount('nobody');
  if (account === undefined) throw new Refusal(sentences.noDatabaseAccount());
  return account;
}

/**
 * @param {string} cluster
 * @param {number} uid
 */
function ownAccount(cluster, uid) {
  try {
    userInfo();
  } catch {
    throw new Refusal(sentences.noAccount(uid));
  }
  if (existsSync(cluster) && statSync(cluster).uid !== uid) throw new Refusal(sentences.foreignCluster(cluster));
  return undefined;
}

/**
 * @param {string} cluster
 * @returns {Account | undefined}
 */
function clusterOwner(cluster) {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? undefined : { uid: owner.uid, gid: owner.gid };
}

/**
 * @param {string} name
 * @returns {Account | undefined}
 */
function namedAccount(name) {
  try {
    const uid = Number(answerOf('id', ['-u', name]));
    const gid = Number(answerOf('id', ['-g', name]));
    return uid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}
