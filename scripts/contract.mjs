import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { ensureInstalled } from './install.mjs';
import { inProject, isCommand, projectRoot } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { runNode } from './run-command.mjs';

const writer = inProject('apps/api/dist/write-openapi.js');
const documentFile = inProject('apps/api/openapi.json');
const typesFile = inProject('libs/api-client/src/schema.d.ts');

/**
 * Makes the API document from the controllers, and the client's types from the document. With `check` it changes nothing
 * and refuses when what is checked in differs.
 *
 * @param {{ check?: boolean }} [options]
 */
export async function updateContract({ check = false } = {}) {
  if (!existsSync(writer)) return;
  const files = [documentFile, typesFile];
  const kept = files.map(contentOf);
  try {
    await runOrRefuse([writer]);
    await runOrRefuse([typesGenerator(), documentFile, '--output', typesFile]);
    if (check) files.forEach((file, index) => refuseDifference(file, kept[index]));
  } finally {
    if (check) files.forEach((file, index) => restore(file, kept[index]));
  }
}

/** @param {string} file */
const contentOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/**
 * @param {string} file
 * @param {string | undefined} content
 */
function restore(file, content) {
  if (content === undefined) rmSync(file, { force: true });
  else if (contentOf(file) !== content) writeFileSync(file, content);
}

/**
 * @param {string} file
 * @param {string | undefined} kept
 */
function refuseDifference(file, kept) {
  if (contentOf(file) === kept) return;
  throw new Refusal(
    `${relative(projectRoot, file)} is not what the API says now. Mend it with: node scripts/contract.mjs`,
  );
}

/** @param {string[]} command */
async function runOrRefuse(command) {
  const { code, output } = await runNode(command, { cwd: projectRoot });
  if (code !== 0) throw new Refusal(`The API contract could not be made:\n${output}`);
}

/** It belongs to the client library, which has the TypeScript it needs. */
function typesGenerator() {
  const entry = createRequire(inProject('libs/api-client/package.json')).resolve('openapi-typescript/package.json');
  return join(dirname(entry), 'bin', 'cli.js');
}

if (isCommand(import.meta.url)) {
  const check = process.argv.includes('--check');
  process.exitCode = await ensureInstalled()
    .then(() => runOrRefuse([inProject('node_modules/typescript/bin/tsc'), '-b', 'apps/api']))
    .then(() => updateContract({ check }))
    .then(() => 0, report);
}
