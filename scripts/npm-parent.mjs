import { readFileSync } from 'node:fs';

import { answerOf, isAlive, startedAt } from './process-identity.mjs';

const everyMs = 250;
const furthest = 3;

/**
 * Calls back when the npm that started us is gone. npm passes a signal on to the shell between it and us, which may end
 * without telling us; and a killed npm tells nobody.
 *
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parents = npmParents(process.ppid);
  const timer = setInterval(() => {
    if (process.ppid === parents[0]?.pid && parents.every(lives)) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
}

/**
 * The processes above us up to npm; only our parent when npm is not among the nearest.
 *
 * @param {number} parent
 */
function npmParents(parent) {
  const chain = [];
  for (let pid = parent; pid > 1 && chain.length < furthest;) {
    const { parentPid, command } = describe(pid);
    chain.push({ pid, startedAt: startedAt(pid) });
    if (/^npm\b|npm-cli\.c?js/.test(command)) return chain;
    pid = parentPid;
  }
  return chain.slice(0, 1);
}

/** @param {{ pid: number, startedAt: string }} one */
const lives = (one) => (process.platform === 'linux' ? startedAt(one.pid) === one.startedAt : isAlive(one.pid));

/** @param {number} pid */
function describe(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parentPid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return { parentPid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
    }
    const line = answerOf('ps', ['-o', 'ppid=,command=', '-p', String(pid)]);
    return { parentPid: Number.parseInt(line, 10), command: line.replace(/^\d+\s+/, '') };
  } catch {
    return { parentPid: 0, command: '' };
  }
}
