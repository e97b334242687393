/** `trust:misuse` (R41): misuse of eight kinds among a year of ordinary work is found, and ordinary work is left alone. */
import { dayOfInstant, LOG_PATTERNS, monthOf } from '@samenoud/domain';
import { ClientOverview } from '../../apps/api/src/access-logs/client-overview.service.ts';
import { DetectMisuse, type Hit } from '../../apps/api/src/log-reviews/detect-misuse.service.ts';
import { appendActs, type Act } from './misuse/log-rows.ts';
import { isWeekend, openClients, ordinaryDay } from './misuse/ordinary.ts';
import { type Planted, plantMisuse } from './misuse/planted.ts';
import { makeVillage, MS_PER_DAY, settle, type Village } from './misuse/village.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { methodOf, replaceMethod } from './support/plant.ts';
import { pick } from './support/random.ts';
import { actAs, startTestApp, type TestApp } from './support/staff.ts';

const MOST_FALSE_ALARMS = 0.01;
/** What a year of the whole village comes to, about. */
const ROWS_OF_A_YEAR = 1_000_000;
/** From here on a whole year is made; a smaller form is two months of a small village. */
const WHOLE_YEAR_FROM = 200_000;
const DAYS_AT_ONCE = 15;

defineHarness({
  name: 'misuse',
  claim: 'every planted misuse is found by its own pattern, and less than 1 % of ordinary work is pointed at',
  control: 'one of the eight detectors is off',
  runs: { quick: 12_000, command: ROWS_OF_A_YEAR, full: ROWS_OF_A_YEAR },
  measure: reviewYear,
});

async function reviewYear({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const off = pick(random, LOG_PATTERNS);
  const undo = planted ? switchOff(off) : () => undefined;
  try {
    const isYear = runs >= WHOLE_YEAR_FROM;
    const days = isYear ? 365 : 61;
    const scale = isYear ? (runs / ROWS_OF_A_YEAR) * 0.82 : 0.1;
    const village = makeVillage(random, scale, days, firstDay(days));
    const misuse = plantMisuse(random, village, isYear ? 10 : 2);
    await settle(stack, village);
    const rows = await fill(stack, village, misuse, random);
    const { hits, visits, slowestSeconds } = await reviewMonths(stack, village);
    const overviewMs = await readOverviews(stack, village);
    return judge({ misuse, hits, rows, visits, slowestSeconds, overviewMs, off: planted ? off : 'none' });
  } finally {
    undo();
    await stack.close();
  }
}

/** The first of a month, so many days back, in the night in Amsterdam; the log of a review lies behind us. */
function firstDay(days: number): Date {
  const month = monthOf(dayOfInstant(Date.now() - days * MS_PER_DAY));
  return new Date(`${month}T00:00:00+01:00`);
}

function switchOff(pattern: string): () => void {
  const inMonth = methodOf(DetectMisuse.prototype, 'inMonth');
  return replaceMethod(DetectMisuse.prototype, 'inMonth', async function (this: unknown, ...args: never[]) {
    const found = (await inMonth.apply(this, args)) as { hits: readonly Hit[] };
    const hits = found.hits
      .map((hit) => ({ ...hit, patterns: hit.patterns.filter((one) => one !== pattern) }))
      .filter(({ patterns }) => patterns.length > 0);
    return { ...found, hits };
  });
}

async function fill(
  stack: TestApp,
  village: Village,
  misuse: readonly Planted[],
  random: Trial['random'],
): Promise<number> {
  const { rows } = await stack.owner.query<{ seq: string }>(
    'SELECT coalesce(max(seq), 0)::text AS seq FROM audit.head WHERE practice_id = $1',
    [village.practiceId],
  );
  const before = Number(rows[0]?.seq ?? 0);
  let last = before;
  const { open, tied } = openClients(village);
  for (let day = 0; day < village.days; day += DAYS_AT_ONCE) {
    const acts: Act[] = [];
    for (let index = day; index < Math.min(day + DAYS_AT_ONCE, village.days); index += 1) {
      const midnight = village.first.getTime() + index * MS_PER_DAY;
      const weekend = isWeekend(midnight);
      ordinaryDay({ random, village, open, tied, index, midnight, weekend, add: (...more) => void acts.push(...more) });
    }
    const [from, until] = [day, day + DAYS_AT_ONCE].map((at) => village.first.getTime() + at * MS_PER_DAY) as [
      number,
      number,
    ];
    acts.push(...misuse.flatMap((one) => one.acts.filter(({ at }) => at >= from && at < until)));
    await stack.owner.query('SET ROLE smd_audit_owner');
    await stack.owner.query('SELECT audit.ensure_month($1::date), audit.ensure_month($2::date)', [
      new Date(from),
      new Date(until),
    ]);
    await stack.owner.query('RESET ROLE');
    last = await appendActs(stack, village, acts, last);
  }
  await stack.owner.query(
    `INSERT INTO audit.head AS h (practice_id, seq) VALUES ($1, $2) ON CONFLICT (practice_id) DO UPDATE SET seq = $2`,
    [village.practiceId, last],
  );
  await stack.owner.query('ANALYZE');
  return last - before;
}

async function reviewMonths(
  stack: TestApp,
  village: Village,
): Promise<{ hits: Hit[]; visits: number; slowestSeconds: number }> {
  const hits: Hit[] = [];
  let [visits, slowest] = [0, 0];
  const months = new Set(
    Array.from({ length: village.days }, (_, day) => monthOf(dayOfInstant(village.first.getTime() + day * MS_PER_DAY + MS_PER_DAY / 2))), // prettier-ignore
  );
  for (const month of months) {
    const since = performance.now();
    const found = await actAs(stack, 'noord', 'LOG_OFFICER', () =>
      stack.app.get(DetectMisuse, { strict: false }).inMonth(month, 'seed'),
    );
    slowest = Math.max(slowest, performance.now() - since);
    hits.push(...found.hits);
    visits += found.visits;
  }
  return { hits, visits, slowestSeconds: Math.round(slowest / 10) / 100 };
}

/** How long the overview of one client takes among all those rows: the median of some, in ms. */
async function readOverviews(stack: TestApp, { clients }: Village): Promise<number> {
  const times: number[] = [];
  for (const { id } of clients.slice(0, 21)) {
    const since = performance.now();
    await actAs(stack, 'noord', 'LOG_OFFICER', () => stack.app.get(ClientOverview, { strict: false }).read(id, {}));
    times.push(performance.now() - since);
  }
  return Math.round(times.toSorted((a, b) => a - b)[10] ?? 0);
}

interface Judged {
  readonly misuse: readonly Planted[];
  readonly hits: readonly Hit[];
  readonly rows: number;
  readonly visits: number;
  readonly slowestSeconds: number;
  readonly overviewMs: number;
  readonly off: string;
}

function judge({ misuse, hits, rows, visits, slowestSeconds, overviewMs, off }: Judged): Outcome {
  const missed = misuse.filter((one) => !hits.some((hit) => isOf(one, hit) && hit.patterns.includes(one.kind)));
  const alarms = hits.filter((hit) => !misuse.some((one) => isOf(one, hit)));
  const alarmActs = alarms.reduce((sum, { acts }) => sum + acts, 0);
  const byVisit = alarms.length / Math.max(visits, 1);
  const byAct = alarmActs / Math.max(rows, 1);
  const faults = missed.map((one) => `${one.kind} by a ${one.person.role} on day ${one.days.join(', ')} was not found`);
  if (byVisit >= MOST_FALSE_ALARMS) faults.push(`${percent(byVisit)} % of ordinary visits are pointed at`);
  if (byAct >= MOST_FALSE_ALARMS) faults.push(`${percent(byAct)} % of ordinary acts are pointed at`);
  const kinds = Object.fromEntries(
    LOG_PATTERNS.map((pattern) => [
      `alarms${pattern}`,
      alarms.filter(({ patterns }) => patterns.includes(pattern)).length,
    ]),
  );
  return {
    faults,
    figures: {
      rows, visits, planted: misuse.length, found: misuse.length - missed.length, falseAlarms: alarms.length, ...kinds,
      percentOfVisits: percent(byVisit), percentOfActs: percent(byAct), slowestSeconds, overviewMs, off,
    },
  }; // prettier-ignore
}

const percent = (share: number): number => Math.round(share * 100_000) / 1_000;

/** The same person, and the same client where it is about one, on a day of it. */
function isOf({ person, client, days, acts }: Planted, hit: Hit): boolean {
  const from = Math.min(...acts.map(({ at }) => at)) - MS_PER_DAY;
  const until = from + (days.length + 1) * MS_PER_DAY;
  const at = Date.parse(hit.firstAt);
  return hit.userId === person.id && (client === null || hit.clientId === client.id || hit.clientId === null) && at > from && at < until; // prettier-ignore
}
