import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runJest } from './jest-run.mjs';
import { inProject } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { listenForStop } from './stop-request.mjs';
import { startTestDatabase } from './test-database.mjs';
import { tallyOf } from './test-tally.mjs';

const harnesses = inProject('tests', 'trust');

const stopping = new AbortController();
const { signal } = stopping;

/**
 * Runs one trust harness: `node scripts/trust.mjs <name> [--full | --quick] [--plant] [--seed <n>]`. Its figures are the one
 * line on standard output; everything else goes to standard error.
 *
 * @param {string[]} args
 * @returns {Promise<number>} 0 when nothing was found and what was planted was found
 */
async function trust(args) {
  const { name, env } = wishOf(args);
  await ensureInstalled({ signal });
  await build({ signal });
  const file = inProject('.cache', `trust-${process.pid}.jsonl`);
  mkdirSync(inProject('.cache'), { recursive: true });
  const database = await startTestDatabase(signal);
  try {
    const results = await runJest(
      [`tests/trust/${name}.test.ts`],
      { ...database.env, ...env, TRUST_REPORT: file },
      signal,
    );
    if (existsSync(file)) process.stdout.write(readFileSync(file, 'utf8'));
    return tallyOf(results, { partial: true }).failed === 0 ? 0 : 1;
  } finally {
    rmSync(file, { force: true });
    await database.server.remove();
  }
}

/**
 * @param {string[]} args
 * @returns {{ name: string, env: Record<string, string> }}
 */
function wishOf(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      full: { type: 'boolean' },
      quick: { type: 'boolean' },
      plant: { type: 'boolean' },
      seed: { type: 'string' },
    },
  });
  const [name = ''] = positionals;
  if (!existsSync(`${harnesses}/${name}.test.ts`)) throw new Refusal(`One of: ${known().join(', ')}`);
  const size = values.full ? 'full' : values.quick ? 'quick' : 'command';
  const seed = values.seed === undefined ? {} : { TRUST_SEED: values.seed };
  return { name, env: { TRUST_SIZE: size, ...(values.plant ? { TRUST_PLANT: '1' } : {}), ...seed } };
}

const known = () =>
  readdirSync(harnesses)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.test.ts'.length));

listenForStop({ onFirst: () => stopping.abort(), onSecond: () => process.exit(1) });
process.exit(await trust(process.argv.slice(2)).catch((error) => (signal.aborted ? 130 : report(error))));
