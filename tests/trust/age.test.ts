/** `trust:age` (R28): ages against the list of a person's birthdays, every birth date × 400 reference dates. */
import { ageOn } from '@samenoud/domain';
import { oracleAges, oracleDays } from './oracles/age-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';

const REFERENCES = 400;
const EVERY_BIRTH_DATE = 0;

defineHarness({
  name: 'age',
  claim: 'age in whole years equals the number of birthdays passed',
  control: 'a person of 29 February turns a year older on 28 February, as `+ interval` says',
  runs: { quick: 400, command: EVERY_BIRTH_DATE, full: EVERY_BIRTH_DATE },
  measure: (trial) => Promise.resolve(compareAges(trial)),
});

function compareAges({ runs, random, planted }: Trial): Outcome {
  const today = new Date().toISOString().slice(0, 10);
  const days = oracleDays(1900, Number(today.slice(0, 4))).filter((day) => day <= today);
  const births =
    runs === EVERY_BIRTH_DATE ? days : [...leapDays(days), ...Array.from({ length: runs }, () => pick(random, days))];
  const references = referencesFrom(random);
  const age = planted ? ageByInterval : ageOn;
  const faults: string[] = [];
  for (const born of births) {
    oracleAges(born, references).forEach((expected, index) => {
      const on = references[index] ?? '';
      if (expected !== null && age(born, on) !== expected)
        faults.push(`born ${born}, on ${on}: ${age(born, on)} instead of ${expected}`);
    });
  }
  return { faults, figures: { birthDates: births.length, referenceDates: references.length } };
}

const leapDays = (days: readonly string[]): string[] => days.filter((day) => day.endsWith('-02-29'));

/** Mostly the days around which ages change, the rest at random. */
function referencesFrom(random: Random): string[] {
  const all = oracleDays(1990, 2060);
  const edges = all.filter((day) => /-(02-28|02-29|03-01|12-31|01-01)$/.test(day));
  const drawn = Array.from({ length: REFERENCES }, () => pick(random, random() < 0.5 ? edges : all));
  return [...new Set(drawn)].toSorted();
}

function ageByInterval(birthDate: string, referenceDate: string): number {
  const leap = birthDate.endsWith('-02-29') && !isLeap(Number(referenceDate.slice(0, 4)));
  return ageOn(leap ? birthDate.replace('-29', '-28') : birthDate, referenceDate);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
