import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Random, randomFrom } from './random.ts';

/** `quick` inside `npm test`, `command` for `npm run trust:<name>`, `full` before a release. */
const SIZES = ['quick', 'command', 'full'] as const;
export type TrustSize = (typeof SIZES)[number];

export interface Trial {
  readonly runs: number;
  readonly random: Random;
  /** Plant the fault that the measurement must find. */
  readonly planted: boolean;
}

export interface Outcome {
  /** One line per fault, enough to repeat it. */
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface TrustHarness {
  readonly name: string;
  /** What holds when nothing is found. */
  readonly claim: string;
  /** What is planted as the negative control. */
  readonly control: string;
  readonly runs: Readonly<Record<TrustSize, number>>;
  /** Runs of one lot in which what is planted is nearly always found; as many as the quick form where nothing is said. */
  readonly controlRuns?: number;
  readonly measure: (trial: Trial) => Promise<Outcome>;
}

const TIMEOUT_MS = 3_600_000;
const SHOWN_FAULTS = 20;
/** What is planted may by chance make no difference in one lot of runs: one of 35 lots of the agenda's. */
const MOST_LOTS = 6;

interface Wish {
  readonly size: TrustSize;
  readonly seed: number;
  readonly planted: boolean;
}

function readWish(env: NodeJS.ProcessEnv): Wish {
  const size = SIZES.find((known) => known === env['TRUST_SIZE']) ?? 'quick';
  const seed = env['TRUST_SEED'] === undefined ? randomInt(2 ** 31) : Number(env['TRUST_SEED']);
  return { size, seed, planted: env['TRUST_PLANT'] === '1' };
}

/**
 * Declares one harness as two facts: nothing is found, and what is planted is found.
 * Run by `scripts/trust.mjs` it also hands over its figures, as one line of JSON.
 */
export function defineHarness(harness: TrustHarness): void {
  const wish = readWish(process.env);
  const line: Record<string, unknown> = { harness: harness.name, ...wish };
  describe(`trust:${harness.name} (seed ${wish.seed})`, () => {
    it(
      `finds nothing: ${harness.claim}`,
      async () => {
        const since = performance.now();
        const runs = harness.runs[wish.size];
        const { faults, figures } = await harness.measure({
          runs,
          random: randomFrom(wish.seed),
          planted: wish.planted,
        });
        Object.assign(line, figures, { faults: faults.length, seconds: seconds(since) });
        if (faults.length > 0) line['found'] = faults.slice(0, SHOWN_FAULTS);
        expect(faults.slice(0, SHOWN_FAULTS)).toEqual([]);
      },
      TIMEOUT_MS,
    );
    if (!wish.planted) declareControl(harness, wish, line);
    afterAll(() => report(line));
  });
}

function declareControl(harness: TrustHarness, { seed }: Wish, line: Record<string, unknown>): void {
  it(
    `turns red when ${harness.control}`,
    async () => {
      const lot: Trial = {
        runs: harness.controlRuns ?? harness.runs.quick,
        random: randomFrom(seed),
        planted: true,
      };
      let faults: readonly string[] = [];
      for (let lots = 0; lots < MOST_LOTS && faults.length === 0; lots++) ({ faults } = await harness.measure(lot));
      line['control'] = faults.length > 0 ? 'red' : 'NOT FOUND';
      expect(faults).not.toEqual([]);
    },
    TIMEOUT_MS,
  );
}

function report(line: Record<string, unknown>): void {
  const file = process.env['TRUST_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
