import { fork } from 'node:child_process';

import { projectRoot } from './project.mjs';

const longestStopMs = 15_000;

/**
 * @typedef {object} Service
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/**
 * Starts one of our own programs beside the launcher. It is in a session of its own, so that Ctrl+C in the terminal reaches
 * the launcher alone; the channel between them closes when the launcher is gone, which ends it (`exitWithParent`).
 *
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @returns {Service}
 */
export function startService(script, env) {
  const child = fork(script, { cwd: projectRoot, env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let running = true;
  /** @type {Service['exited']} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      running = false;
      resolve({ code, signal });
    });
  });
  const kill = () => void child.kill('SIGKILL');
  return { exited, stop: () => (running ? stopChild(child, exited, kill) : Promise.resolve()), kill };
}

/**
 * Windows has no SIGTERM that a program can answer; there the closing channel asks it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {Service['exited']} exited
 * @param {() => void} kill
 */
async function stopChild(child, exited, kill) {
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
  const tooLong = setTimeout(kill, longestStopMs);
  await exited;
  clearTimeout(tooLong);
}
