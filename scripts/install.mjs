import { existsSync, readFileSync } from 'node:fs';

import { contentHash, stampIs, writeStamp } from './content-hash.mjs';
import { inProject, isCommand, projectRoot } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { sentences } from './sentences.mjs';

const stampFile = inProject('node_modules', '.samenoud-lock');

/**
 * @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }>} LockedPackages
 */

/**
 * Installs exactly what package-lock.json says, unless that is what is there.
 *
 * @param {{ signal?: AbortSignal }} [options]
 */
export async function ensureInstalled({ signal } = {}) {
  const hash = contentHash([inProject('package-lock.json')]);
  if (stampIs(stampFile, hash)) return;
  if (!installedByHand()) await install(signal);
  writeStamp(stampFile, hash);
}

/** @param {AbortSignal | undefined} signal */
async function install(signal) {
  console.log(sentences.installing());
  const { program, args } = npm();
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await runCommand(program, [...args, ...flags], { cwd: projectRoot, show: true, signal }).catch(
    () => ({
      code: 1,
    }),
  );
  if (code !== 0) throw new Refusal(sentences.installFailed());
}

/** The npm that started us; without one (plain `node scripts/start.mjs`) the one beside this Node. */
function npm() {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return { program: process.execPath, args: [script] };
  return process.platform === 'win32' ? { program: 'cmd', args: ['/c', 'npm'] } : { program: 'npm', args: [] };
}

/** Whether someone ran npm themselves: npm keeps its own list of what it installed. */
function installedByHand() {
  const listFile = inProject('node_modules', '.package-lock.json');
  if (!existsSync(listFile)) return false;
  return sameVersions(packagesOf(inProject('package-lock.json')), packagesOf(listFile));
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * Whether every package of the lock is installed in the locked version; those for other machines may be absent.
 *
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function sameVersions(locked, installed) {
  return Object.entries(locked)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true)
    .every(([path, { version, optional = false }]) => {
      const found = installed[path];
      return found === undefined ? optional : found.version === version;
    });
}

if (isCommand(import.meta.url)) process.exitCode = await ensureInstalled().then(() => 0, report);
