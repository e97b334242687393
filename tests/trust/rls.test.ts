/** `trust:rls` (R2): each of the two lines, row-level security and the application, holds when the other one is off. */
import { probeDatabase } from './rls/database-line.ts';
import { applicationShows, databaseShows, readMarks } from './rls/expected.ts';
import { probeOverHttp, switchApplicationOff } from './rls/http-line.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import type { TestApp } from './support/staff.ts';
import { readFacts, withRandomWorld } from './support/world.ts';

const CLIENTS_PER_PRACTICE = 12;
/** Of the probes of the database's line this share goes through the API, with the application's checks off. */
const HTTP_SHARE = 0.3;

defineHarness({
  name: 'rls',
  claim: 'row-level security alone shows no row too many, and neither does the application alone',
  control: 'row-level security is off on one table, and both lines are off',
  runs: { quick: 300, command: 10_000, full: 10_000 },
  measure: measureBothLines,
});

function measureBothLines({ runs, random, planted }: Trial): Promise<Outcome> {
  return withRandomWorld(random, CLIENTS_PER_PRACTICE, async (world) => {
    const { stack } = world;
    const [facts, marks] = [await readFacts(stack), await readMarks(stack)];
    if (planted) await stack.owner.query('ALTER TABLE care.client DISABLE ROW LEVEL SECURITY');
    const probes = Math.round(runs * (1 - HTTP_SHARE));
    const statements = await probeDatabase(stack, facts, random, probes);
    const switchOn = switchApplicationOff();
    const databaseAlone = await probeOverHttp(world, marks, random, runs - probes, (person, mark) =>
      databaseShows(facts, person, mark),
    );
    if (!planted) switchOn();
    await switchPoliciesOff(stack);
    const applicationAlone = await probeOverHttp(world, marks, random, runs, (person, mark) =>
      applicationShows(facts, person, mark),
    );
    switchOn();
    const parts = [statements, databaseAlone.faults, applicationAlone.faults];
    const figures = {
      probesOfPolicies: runs,
      probesOfApplication: runs,
      shownByPolicies: databaseAlone.shown,
      shownByApplication: applicationAlone.shown,
      leaks: parts.map((part) => part.length).join('+'),
    };
    if (planted && !parts.every((part) => part.some(isLeak))) return { faults: [], figures };
    return { faults: [...new Set(parts.flat())], figures };
  });
}

/** Not every fault is one: a request that fails shows nothing. */
const isLeak = (fault: string): boolean => / shows | rows too many|was added/.test(fault);

async function switchPoliciesOff({ owner }: TestApp): Promise<void> {
  await owner.query(`DO $$ DECLARE t regclass; BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'care'::regnamespace AND relkind IN ('r', 'p') LOOP
      EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', t);
    END LOOP; END $$`);
}
