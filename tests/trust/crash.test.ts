/**
 * `trust:crash` (R12): the API and PostgreSQL are killed while people enter answers. What was acknowledged is there, once
 * and whole. Power loss is not covered: the system's own memory outlives a killed process.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Installation } from './crash/processes.ts';
import { Writer } from './crash/writer.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { withOwner } from './support/owner.ts';
import { pick, type Random } from './support/random.ts';

const WRITERS = 4;
const LONGEST_QUIET_MS = 600;
const AFTERWARDS_MS = 150;

/** As a production start demands it. */
const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
/** Acknowledges before it writes, and writes late. */
const HASTY = { ...DURABLE, synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' };

defineHarness({
  name: 'crash',
  claim: 'no acknowledged answer is lost, doubled or torn when the API or PostgreSQL is killed',
  control: 'PostgreSQL acknowledges before it has written (synchronous_commit = off)',
  runs: { quick: 5, command: 100, full: 600 },
  controlRuns: 2,
  measure: killWhileEntering,
});

async function killWhileEntering({ runs, random, planted }: Trial): Promise<Outcome> {
  const installation = await Installation.start(planted ? HASTY : DURABLE);
  try {
    const writers = Array.from(
      { length: WRITERS },
      (_, n) => new Writer(installation.address, `Schrijver ${'ABCD'[n]}`),
    );
    for (const writer of writers) await writer.begin();
    const faults: string[] = planted ? [] : await withOwner(installation.databaseUrl, unsafeSettings);
    await withOwner(installation.databaseUrl, (owner) => owner.query('CHECKPOINT'));
    const kills = { api: 0, postgres: 0 };
    for (let round = 0; round < runs && faults.length === 0; round++) {
      const target = planted ? 'postgres' : pick(random, ['api', 'postgres'] as const);
      kills[target] += 1;
      await playRound(installation, writers, target, random);
      const found = await withOwner(installation.databaseUrl, (owner) => compare(owner, writers));
      faults.push(...found.map((fault) => `round ${round}, ${target} killed: ${fault}`));
    }
    const sum = (of: (writer: Writer) => number): number => writers.reduce((total, writer) => total + of(writer), 0);
    const acknowledged = sum(({ acknowledged: forms, saved }) => forms.length + saved.version - 1);
    return { faults, figures: { ...kills, acknowledged, resent: sum(({ resent }) => resent) } };
  } finally {
    await installation.remove();
  }
}

async function playRound(
  installation: Installation,
  writers: readonly Writer[],
  target: 'api' | 'postgres',
  random: Random,
): Promise<void> {
  const stopping = new AbortController();
  const writing = Promise.all(
    writers.map((writer) =>
      writer.write(stopping.signal).catch((error: unknown) => void writer.faults.push(String(error))),
    ),
  );
  try {
    await pause(50 + random() * LONGEST_QUIET_MS);
    await (target === 'api' ? installation.killApi() : installation.killPostgres());
    await pause(AFTERWARDS_MS);
  } finally {
    stopping.abort();
    await writing;
  }
}

async function unsafeSettings(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting <> $2',
    [Object.keys(DURABLE), 'on'],
  );
  return rows.map(({ name }) => `${name} is not on: this run proves nothing`);
}

interface StoredForm {
  readonly version: number;
  readonly mark: string | null;
  readonly fitness: number | null;
  readonly pain: number | null;
}

async function compare(owner: pg.Client, writers: readonly Writer[]): Promise<string[]> {
  const { rows } = await owner.query<{ mark: string; times: number }>(
    `SELECT completed_with_help_of AS mark, count(*)::integer AS times FROM care.response
     WHERE status = 'COMPLETED' GROUP BY 1`,
  );
  const times = new Map(rows.map((row) => [row.mark, row.times]));
  const doubled = rows.filter((row) => row.times > 1).map(({ mark }) => `form ${mark} stands there twice`);
  const lost = writers.flatMap(({ acknowledged }) =>
    acknowledged.filter((mark) => !times.has(mark)).map((mark) => `form ${mark} is lost`),
  );
  const torn: string[] = [];
  for (const writer of writers) torn.push(...writer.faults, ...(await compareForm(owner, writer)));
  return [...doubled, ...lost, ...torn];
}

/** The form in progress holds what was last acknowledged, all parts of it. */
async function compareForm(owner: pg.Client, { formId, name, saved }: Writer): Promise<string[]> {
  const { rows } = await owner.query<StoredForm>(
    `SELECT r.version, r.completed_with_help_of AS mark, (s.answers ->> 'gfi-05')::integer AS fitness,
       (s.answers ->> 'imesa-01')::integer AS pain
     FROM care.response r JOIN care.answer_sheet s ON s.practice_id = r.practice_id AND s.response_id = r.id AND s.category = 3
     WHERE r.id = $1`,
    [formId],
  );
  const [form] = rows;
  if (!form) return [`the form of ${name} is lost`];
  if (form.version !== saved.version) return [`${name}: version ${form.version}, acknowledged was ${saved.version}`];
  const expected =
    saved.number === 0 ? [null, null, null] : [String(saved.number), saved.number % 11, saved.number % 4];
  const is = [form.mark, form.fitness, form.pain];
  return is.join() === expected.join() ? [] : [`${name}: holds ${is.join()}, acknowledged was ${expected.join()}`];
}
