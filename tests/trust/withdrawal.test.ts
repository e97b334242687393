/**
 * `trust:withdrawal` (R9): a colleague at another organisation has a record open, hears live hints, and has an export running;
 * then the client says no. How long does anything still reach her? Source: trust paper 3 and 10.
 */
import { ReadRecord } from '../../apps/api/src/client-exports/read-record.service.ts';
import { AccessBasis } from '../../apps/api/src/consents/access-basis.service.ts';
import { type EventListener, listen } from '../../apps/api/src/testing/event-listener.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { makeRecord } from './support/open-record.ts';
import { methodOf, replaceMethod } from './support/plant.ts';
import { pick, type Random } from './support/random.ts';
import { signInEverybody, type Staff, startTestApp, type TestApp } from './support/staff.ts';
import { watch } from './withdrawal/watcher.ts';
import { type Reader, type Way, waysOf } from './withdrawal/ways.ts';

const LIMIT_MS = 1_000;
const EXPORT_SHARE = 0.2;
/** From here on the form of the command: it asserts seconds too. */
const TIMED_FROM = 100;

defineHarness({
  name: 'withdrawal',
  claim: 'what a client takes back reaches no open page, live hint or running export any more, within a second',
  control: 'what is shared is decided from what was known before',
  runs: { quick: 6, command: 1_000, full: 1_000 },
  controlRuns: 3,
  measure,
});

interface World {
  readonly stack: TestApp;
  readonly staff: Staff;
  readonly random: Random;
  readonly ears: Readonly<Record<Reader, EventListener>>;
  readonly faults: string[];
  readonly times: { page: number[]; hint: number[] };
  readonly exports: { stopped: number };
  readonly timed: boolean;
  readonly patience: number;
}

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    const staff = await signInEverybody(stack);
    const ears = {
      ELDERLY_ADVISER: await listen(stack, 'ELDERLY_ADVISER'),
      DISTRICT_NURSE: await listen(stack, 'DISTRICT_NURSE'),
    };
    const world: World = {
      stack, staff, random, ears, faults: [], times: { page: [], hint: [] }, exports: { stopped: 0 },
      timed: runs >= TIMED_FROM, patience: planted ? LIMIT_MS : 10 * LIMIT_MS,
    }; // prettier-ignore
    const ways = waysOf(stack, staff, random);
    for (let run = 0; run < runs; run++) {
      const withExport = run % 5 === 1 || random() < EXPORT_SHARE / 2;
      await once(world, ways[run % ways.length] ?? pick(random, ways), withExport, planted);
      if (run % 50 === 49) await keepFresh(stack);
    }
    for (const ear of Object.values(ears)) await ear.leave();
    const { page, hint } = world.times;
    return {
      faults: world.faults,
      figures: {
        trials: runs,
        ...spread('pageMs', page),
        ...spread('hintMs', hint),
        exportsStopped: world.exports.stopped,
      },
    };
  } finally {
    await stack.close();
  }
}

const keepFresh = ({ owner }: TestApp): Promise<unknown> =>
  owner.query('UPDATE auth.session SET second_factor_at = now(), last_input_at = now()');

let clients = 0;

async function once(world: World, way: Way, withExport: boolean, planted: boolean): Promise<void> {
  const { staff, faults } = world;
  clients += 1;
  const family = `Terug${[...String(clients)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const { clientId } = await makeRecord(staff, 'noord', family);
  const id = await way.open(clientId);
  const reader = staff('noord', way.reader);
  const opened = await reader.get(way.page(clientId));
  if (opened.status !== 200) return void faults.push(`${way.name}: was not open before: ${opened.status}`);
  const before = await heardOfOpening(world, way, clientId);
  const page = watch(reader, way.page(clientId));
  const hint = listenFor(world, way, clientId, before);
  const mend = planted ? replaceMethod(AccessBasis.prototype, 'rewrite', () => Promise.resolve()) : () => undefined;
  try {
    const moment = withExport ? await endDuringExport(world, way, clientId, id, family) : await way.end(clientId, id);
    const open = await page.openAfter(moment, world.patience);
    if (open.never || open.nextStatus < 400) faults.push(`${way.name}: the page was still open at the next request`);
    keepTime(world, 'page', open.ms, way);
    const heardAt = await hint.by(moment + world.patience);
    if (heardAt === undefined) faults.push(`${way.name}: no hint came`);
    else keepTime(world, 'hint', Math.max(0, heardAt - moment), way);
  } finally {
    mend();
  }
}

function keepTime({ timed, times, faults }: World, what: 'page' | 'hint', ms: number, way: Way): void {
  times[what].push(ms);
  if (timed && ms > LIMIT_MS) faults.push(`${way.name}: ${what} after ${Math.round(ms)} ms`);
}

/** Hints of the opening come first, and are no hint of the end. */
async function heardOfOpening({ ears, patience }: World, way: Way, clientId: string): Promise<number> {
  const { heard } = ears[way.reader];
  const until = performance.now() + patience;
  while (!heard.includes(`ACCESS_CHANGED ${clientId}`) && performance.now() < until)
    await new Promise((resume) => setTimeout(resume, 5));
  return heard.length;
}

/** The hint that rights changed has to reach the very person whose rights they were: when it came, by the clock of this test. */
function listenFor(
  { ears }: World,
  way: Way,
  clientId: string,
  before: number,
): { by: (limit: number) => Promise<number | undefined> } {
  const { heard } = ears[way.reader];
  const stop = new AbortController();
  const coming = (async () => {
    while (!heard.slice(before).includes(`ACCESS_CHANGED ${clientId}`)) {
      if (stop.signal.aborted) return undefined;
      await new Promise((resume) => setTimeout(resume, 2));
    }
    return performance.now();
  })();
  return {
    by: (limit) => {
      const giveUp = setTimeout(() => stop.abort(), Math.max(0, limit - performance.now()));
      return coming.finally(() => clearTimeout(giveUp));
    },
  };
}

/** It ends between the reading of an export and its keeping: nothing that was read before may be delivered. */
async function endDuringExport(world: World, way: Way, clientId: string, id: string, family: string): Promise<number> {
  const { stack, staff, faults } = world;
  const reader = staff('noord', way.reader);
  const started = await reader.post(`/api/v1/clients/${clientId}/export`).send({ format: 'JSON' });
  if (started.status !== 202) faults.push(`${way.name}: an export did not start: ${started.status}`);
  const read = methodOf(ReadRecord.prototype, 'read');
  let moment = 0;
  const mend = replaceMethod(ReadRecord.prototype, 'read', async function (this: object, ...given: unknown[]) {
    const record = await read.call(this, ...given);
    if (moment === 0) moment = await way.end(clientId, id);
    return record;
  });
  try {
    await stack.workJobs();
  } finally {
    mend();
  }
  const { body } = await reader.get(`/api/v1/jobs/${started.body.jobId}`);
  const copy = typeof body.href === 'string' ? await reader.get(body.href) : undefined;
  // a copy of what she wrote herself is hers; who the client is, is not
  if (JSON.stringify(copy?.body ?? null).includes(family)) faults.push(`${way.name}: the export was delivered`);
  else world.exports.stopped += 1;
  return moment === 0 ? way.end(clientId, id) : moment;
}

function spread(name: string, times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { [`${name}Median`]: at(0.5), [`${name}P99`]: at(0.99), [`${name}Max`]: at(1) };
}
