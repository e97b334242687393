import { spawn } from 'node:child_process';

/**
 * @typedef {object} Outcome
 * @property {number | null} code
 * @property {string} output what it wrote, both streams in order; empty when shown directly
 *
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] write straight to our own output instead of keeping it
 * @property {AbortSignal | undefined} [signal] ends it with SIGTERM
 * @property {{ uid: number, gid: number } | undefined} [account]
 */

/**
 * Runs a program to its end. Resolves with its exit code, whatever that is; rejects only when it cannot be started.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function runCommand(program, args, { cwd, env, show = false, signal, account } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      ...account,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      resolve({ code, output });
    });
  });
}

/**
 * Runs a script with this Node, so that no shell and no file association is involved.
 *
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (args, options) => runCommand(process.execPath, args, options);
