import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import { inProject, projectRoot } from './project.mjs';

/** What the person's own surroundings say about a running Samenoud must not reach the tests. */
const foreign = /^(DATABASE_|SAMENOUD_|DATA_DIR$|WITNESS_DIR$|PUBLIC_URL$|SMTP_URL$|PORT$|HOST$|NODE_ENV$)/;

/**
 * Runs jest and reads its report. It has a process group of its own, so that all of it ends together.
 *
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {AbortSignal} signal
 * @returns {Promise<import('./test-tally.mjs').JestResults | undefined>} undefined when it made no report
 */
export async function runJest(args, env, signal) {
  const report = inProject('.cache', `jest-${process.pid}.json`);
  mkdirSync(dirname(report), { recursive: true });
  const command = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    inProject('node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...args,
  ];
  await spawnJest(command, { ...withoutForeign(process.env), NODE_ENV: 'test', ...env }, signal);
  try {
    return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  } finally {
    rmSync(report, { force: true });
  }
}

/** @param {NodeJS.ProcessEnv} env */
const withoutForeign = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));

/**
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function spawnJest(command, env, signal) {
  signal.throwIfAborted();
  const ownGroup = process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: ownGroup,
    });
    const stop = () => endGroup(child, ownGroup);
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('exit', () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} ownGroup
 */
function endGroup(child, ownGroup) {
  if (child.pid === undefined) return;
  if (ownGroup) process.kill(-child.pid, 'SIGTERM');
  else child.kill();
}
