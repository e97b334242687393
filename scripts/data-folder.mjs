import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { projectRoot } from './project.mjs';
import { errorCode, Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

/**
 * Where this installation keeps its data. DATA_DIR counts from the project, wherever the command was typed.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export const dataFolder = (env = process.env) => resolve(projectRoot, env['DATA_DIR'] || '.data');

/**
 * Makes a folder if needed and proves that we can write in it.
 *
 * @param {string} folder
 */
export function prepareFolder(folder) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Refusal(sentences.unwritable(folder, errorCode(error)));
  }
}

/**
 * Makes a folder and those above it. Node's own recursive way never returns on file systems that answer "not found" to
 * making a folder, such as /proc.
 *
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
  // Others may pass through, not look in: the database's own account must reach its files when we run as root.
  chmodSync(folder, 0o711);
}
