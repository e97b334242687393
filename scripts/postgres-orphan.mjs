import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { answerOf, isAlive } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { sentences } from './sentences.mjs';

const longestStopMs = 30_000;

/**
 * Stops a PostgreSQL that a killed start left behind on this cluster and waits until all of it is gone, so that nothing
 * writes to the data from two sides. Then removes a lock whose number now belongs to another program; any other lock
 * PostgreSQL judges itself.
 *
 * @param {string} cluster
 * @param {string} pgCtl
 * @param {import('./postgres-account.mjs').Account | undefined} account
 */
export async function stopOrphan(cluster, pgCtl, account) {
  if (databaseProcesses(cluster).length > 0) {
    await runCommand(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-t', '30'], { cwd: '/', account });
    await untilGone(cluster);
  }
  const pid = lockedBy(cluster);
  if (pid !== undefined && isAlive(pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** @param {string} cluster */
async function untilGone(cluster) {
  const since = Date.now();
  while (databaseProcesses(cluster).length > 0) {
    if (Date.now() - since > longestStopMs) throw new Refusal(sentences.databaseHeld(cluster));
    await pause(50);
  }
}

/**
 * The number PostgreSQL wrote in its lock.
 *
 * @param {string} cluster
 */
export function lockedBy(cluster) {
  const pid = Number(readStatus(cluster)[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

/**
 * The lines of postmaster.pid: the number first, `ready` on the eighth when it takes connections.
 *
 * @param {string} cluster
 */
export function readStatus(cluster) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Every process of a PostgreSQL on this cluster. On Linux all of them work inside it, sessions included; elsewhere the
 * main process is known by the folder on its command line.
 *
 * @param {string} cluster
 * @returns {number[]}
 */
export function databaseProcesses(cluster) {
  if (process.platform === 'linux') return processesIn(cluster);
  const pid = lockedBy(cluster);
  return pid !== undefined && isAlive(pid) && commandLine(pid).includes('postgres') ? [pid] : [];
}

/** @param {string} cluster */
function processesIn(cluster) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, cluster))
    .map(Number);
}

/**
 * @param {string} pid
 * @param {string} cluster
 */
function worksIn(pid, cluster) {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === cluster && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false;
  }
}

/** @param {number} pid */
function commandLine(pid) {
  try {
    if (process.platform === 'win32') return answerOf('tasklist', ['/FI', `PID eq ${pid}`]);
    return answerOf('ps', ['-o', 'command=', '-p', String(pid)]);
  } catch {
    return '';
  }
}
