import { existsSync } from 'node:fs';

import { contentHash, stampIs, writeStamp } from './content-hash.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject, isCommand, projectRoot } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { runNode } from './run-command.mjs';
import { sentences } from './sentences.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} sources
 * @property {string} result a file that exists when the step has been done
 * @property {string[]} command for this Node
 * @property {string} [cwd]
 */

const shared = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'libs'];

/** @type {Step[]} */
const steps = [
  {
    name: 'TypeScript',
    sources: [...shared, 'apps'],
    result: 'apps/api/dist/main.js',
    command: [inProject('node_modules/typescript/bin/tsc'), '-b', 'apps/api', 'apps/web'],
  },
  {
    name: 'web',
    sources: [...shared, 'apps/web'],
    result: 'apps/web/dist/site/index.html',
    command: [inProject('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    cwd: inProject('apps/web'),
  },
];

/**
 * Builds what changed since the last time; says nothing when nothing did.
 *
 * @param {{ signal?: AbortSignal }} [options]
 */
export async function build({ signal } = {}) {
  let announced = false;
  for (const step of steps) {
    if (isBuilt(step)) continue;
    if (!announced) console.log(sentences.building());
    announced = true;
    await buildStep(step, signal);
  }
}

/** @param {Step} step */
const sourceHash = ({ sources }) => contentHash(sources.map((path) => inProject(path)));

/** @param {Step} step */
const stampOf = ({ name }) => inProject('.cache', `built-${name.toLowerCase()}`);

/** @param {Step} step */
const isBuilt = (step) => existsSync(inProject(step.result)) && stampIs(stampOf(step), sourceHash(step));

/**
 * The hash is taken before the work: what is edited meanwhile is built the next time.
 *
 * @param {Step} step
 * @param {AbortSignal | undefined} signal
 */
async function buildStep(step, signal) {
  const hash = sourceHash(step);
  const { code } = await runNode(step.command, {
    cwd: step.cwd ?? projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    show: true,
    signal,
  });
  if (code !== 0) throw new Refusal(sentences.buildFailed(step.name));
  writeStamp(stampOf(step), hash);
}

if (isCommand(import.meta.url)) {
  process.exitCode = await ensureInstalled()
    .then(() => build())
    .then(() => 0, report);
}
