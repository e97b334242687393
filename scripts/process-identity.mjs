import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { errorCode } from './refusal.mjs';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * When a process began, in whatever form the system tells it: equal texts with equal pids are the same process. Empty when
 * there is no such process.
 *
 * @param {number} pid
 */
export function startedAt(pid) {
  try {
    if (process.platform === 'linux') return startTicks(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (process.platform !== 'win32') return answerOf('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return answerOf('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]);
  } catch {
    return '';
  }
}

/**
 * What a program of the system writes; throws when it fails or is not there.
 *
 * @param {string} program
 * @param {string[]} args
 */
export const answerOf = (program, args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/**
 * Field 22 of /proc/<pid>/stat. The program's name in field 2 may hold spaces and brackets, so count from its end. Empty
 * for a process that ended and only waits for its parent to notice.
 *
 * @param {string} stat
 */
export function startTicks(stat) {
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? '' : (fields[18] ?? '');
}
