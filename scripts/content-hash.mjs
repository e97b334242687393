import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { projectRoot } from './project.mjs';

const neverSources = new Set(['node_modules', 'dist', '.cache', '.git']);

/**
 * One hash over the names and contents of files and folders; what is absent counts as absent. Contents, not times: a fresh
 * clone and a switched branch have new times on old files.
 *
 * @param {string[]} paths absolute
 */
export function contentHash(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn)) {
    hash.update(`${relative(projectRoot, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} sorted, so that the hash does not depend on the file system
 */
function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return path.endsWith('.tsbuildinfo') ? [] : [path];
  return readdirSync(path)
    .filter((name) => !neverSources.has(name))
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)));
}

/**
 * @param {string} file
 * @param {string} hash
 */
export const stampIs = (file, hash) => existsSync(file) && readFileSync(file, 'utf8').trim() === hash;

/**
 * @param {string} file
 * @param {string} hash
 */
export function writeStamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}
