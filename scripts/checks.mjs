import { inProject, projectRoot } from './project.mjs';
import { runNode } from './run-command.mjs';

/**
 * @typedef {{ name: string, command: string[] }} Check
 */

/** @param {string[]} path */
const bin = (...path) => inProject('node_modules', ...path);

/**
 * Most use one core; the longest come first. The first stage builds what others read, the last writes what it compares.
 *
 * @type {Check[][]}
 */
const stages = [
  [{ name: 'types', command: [bin('typescript/bin/tsc'), '-b'] }],
  [
    { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'] },
    { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
    {
      name: 'dependency rule',
      command: [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'libs',
        'tests',
      ],
    },
    { name: 'unused code', command: [bin('knip/bin/knip.js')] },
    { name: 'types of scripts', command: [bin('typescript/bin/tsc'), '-p', 'scripts'] },
    { name: 'types of benchmarks', command: [bin('typescript/bin/tsc'), '-p', 'tests/bench'] },
    { name: 'lock file', command: [inProject('scripts/lock-check.mjs')] },
  ],
  [{ name: 'contract', command: [inProject('scripts/contract.mjs'), '--check'] }],
];
const atOnce = 2;

/**
 * Runs the checks stage by stage, each with its own line, and what it said when it failed.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<import('./test-tally.mjs').Tally>}
 */
export async function runChecks(signal) {
  const tally = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const waiting = [...stage];
    const lane = async () => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        tally[(await passes(check, signal)) ? 'passed' : 'failed'] += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }
  return tally;
}

/**
 * @param {Check} check
 * @param {AbortSignal} signal
 */
async function passes({ name, command }, signal) {
  signal.throwIfAborted();
  const since = performance.now();
  const { code, output } = await runNode(command, { cwd: projectRoot, signal });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}
