/**
 * `trust:merge` (R39): duplicates become one record and two again, and both are what they were, row by row and bit by bit;
 * nothing stays behind in between. Source: trust paper 9 (people) and 10.
 */
import { differences, imageOf, orphansOf } from './merge/image.ts';
import { makePeople } from './merge/people.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';
import { signInEverybody, type Staff, startTestApp, type TestApp } from './support/staff.ts';

const PEOPLE = 12;
/** A yes asks for a second factor of the last five minutes; so many take one at the most. */
const MERGES_BETWEEN_SIGN_INS = 50;

defineHarness({
  name: 'merge',
  claim: 'merged and split again, both records are what they were, and nothing is left behind in between',
  control: 'one child of the record stays where it was',
  runs: { quick: 8, command: 1000, full: 1000 },
  controlRuns: 4,
  measure,
});

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    let staff = await signInEverybody(stack);
    const people = await makePeople(stack, staff, random, PEOPLE);
    const faults: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      if (run > 0 && run % MERGES_BETWEEN_SIGN_INS === 0) staff = await signInEverybody(stack);
      faults.push(...(await mergeAndSplit(stack, staff, random, people, planted)));
    }
    const { rows } = await stack.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM care.merge_row');
    return { faults, figures: { merges: runs, rows: rows[0]?.n ?? 0 } };
  } finally {
    await stack.close();
  }
}

async function mergeAndSplit(
  stack: TestApp,
  staff: Staff,
  random: Random,
  people: readonly string[],
  planted: boolean,
): Promise<string[]> {
  const survivorId = pick(random, people);
  const mergedId = pick(
    random,
    people.filter((id) => id !== survivorId),
  );
  const before = [await imageOf(stack, survivorId), await imageOf(stack, mergedId)] as const;
  const nurse = staff('noord', 'PRACTICE_NURSE');
  const reason = 'Dezelfde persoon';
  const { body: merge } = await nurse.post('/api/v1/merges').send({ survivorId, mergedId, reason }).expect(201);
  await approve(staff);
  if (planted)
    await stack.owner.query('UPDATE care.team_member SET client_id = $2 WHERE client_id = $1', [survivorId, mergedId]);
  const orphans = await orphansOf(stack, merge.id, mergedId);
  await nurse.post(`/api/v1/merges/${merge.id}/split`).send({ reason, toMerged: [] }).expect(200);
  await approve(staff);
  const after = [await imageOf(stack, survivorId), await imageOf(stack, mergedId)] as const;
  return [
    ...orphans.map((what) => `left behind: ${what}`),
    ...differences(before[0], after[0]).map((table) => `another ${table} in the record that went on`),
    ...differences(before[1], after[1]).map((table) => `another ${table} in the record that came back`),
  ];
}

/** The GP says yes to what waits. */
async function approve(staff: Staff): Promise<void> {
  const gp = staff('noord', 'GP');
  const { body } = await gp.get('/api/v1/approvals').expect(200);
  const [first] = body.items;
  await gp.post(`/api/v1/approvals/${first.id}/decision`).send({ verdict: 'APPROVE' }).expect(200);
}
