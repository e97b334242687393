import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { ensureInstalled } from './install.mjs';
import { runJest } from './jest-run.mjs';
import { Refusal, report } from './refusal.mjs';
import { checkNode } from './start-settings.mjs';
import { listenForStop } from './stop-request.mjs';
import { startTestDatabase } from './test-database.mjs';
import { planOf } from './test-plan.mjs';
import { lastLine, sumOf, tallyOf } from './test-tally.mjs';

const stopping = new AbortController();
const { signal } = stopping;

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function test(args) {
  checkNode(process.versions.node);
  const plan = planOf(args);
  await ensureInstalled({ signal });
  const tallies = [];
  if (plan.checks || plan.database) tallies.push(await tryBuild());
  if (plan.checks) tallies.push(await runChecks(signal));
  if (plan.tests) tallies.push(await runTests(plan, args.length > 0));
  signal.throwIfAborted();
  const total = sumOf(tallies);
  console.log(lastLine(total));
  return total.failed === 0 ? 0 : 1;
}

/** A build that fails is one failure; the other checks still have something to say. */
async function tryBuild() {
  try {
    await build({ signal });
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report(error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {import('./test-plan.mjs').TestPlan} plan
 * @param {boolean} partial
 */
async function runTests({ database, browser, jestArgs }, partial) {
  const found = browser ? { CHROMIUM_PATH: (await findBrowser()).executablePath } : {};
  const started = database ? await startTestDatabase(signal) : undefined;
  try {
    return tallyOf(await runJest(jestArgs, { ...started?.env, ...found }, signal), { partial });
  } finally {
    await started?.server.remove();
  }
}

listenForStop({ onFirst: () => stopping.abort(), onSecond: () => process.exit(1) });
process.exit(await test(process.argv.slice(2)).catch((error) => (signal.aborted ? 130 : report(error))));
