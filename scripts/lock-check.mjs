import { readFileSync } from 'node:fs';

import { inProject, isCommand } from './project.mjs';

/**
 * @typedef {{ optionalDependencies?: Record<string, string> }} LockedPackage
 */

/**
 * Optional dependencies that a lock file names but does not hold: `npm ci` then stops on the machines they are for.
 *
 * @param {Record<string, LockedPackage>} packages the `packages` of a package-lock.json
 * @returns {string[]} one line each
 */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path || 'package.json'} names ${name}, which is not in package-lock.json`),
  );
}

/**
 * Looks where Node would: in the package's own node_modules, then in each one above it.
 *
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path
 * @param {string} name
 * @returns {boolean}
 */
function isLocked(packages, path, name) {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isLocked(packages, above === -1 ? '' : path.slice(0, above), name);
}

if (isCommand(import.meta.url)) {
  const missing = missingOptionals(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages);
  for (const line of missing) console.error(line);
  process.exitCode = missing.length === 0 ? 0 : 1;
}
