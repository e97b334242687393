/**
 * Age in whole years, by looking it up in the list of a person's birthdays. No date type, no arithmetic on dates:
 * a day is a 'YYYY-MM-DD' string and earlier days sort first. Somebody born on 29 February has the birthday on
 * 1 March in a year without that day.
 */

const DAYS_OF_MONTH: ReadonlyArray<readonly [string, number]> = [
  ['01', 31],
  ['02', 28],
  ['03', 31],
  ['04', 30],
  ['05', 31],
  ['06', 30],
  ['07', 31],
  ['08', 31],
  ['09', 30],
  ['10', 31],
  ['11', 30],
  ['12', 31],
];

function hasLeapDay(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

/** Every calendar day of the years given, both included, in order. */
export function oracleDays(fromYear: number, toYear: number): string[] {
  const days: string[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const [month, usual] of DAYS_OF_MONTH) {
      const last = month === '02' && hasLeapDay(year) ? 29 : usual;
      for (let day = 1; day <= last; day += 1) {
        days.push(`${String(year).padStart(4, '0')}-${month}-${String(day).padStart(2, '0')}`);
      }
    }
  }
  return days;
}

/** The day of birth and the birthdays after it: element n is the day the person turns n. */
export function oracleBirthdays(bornOn: string, upToAge: number): string[] {
  const bornIn = Number(bornOn.slice(0, 4));
  const inYear = bornOn.slice(4);
  return Array.from({ length: upToAge + 1 }, (_, turned) => {
    const year = bornIn + turned;
    const celebrated = inYear === '-02-29' && !hasLeapDay(year) ? '-03-01' : inYear;
    return String(year).padStart(4, '0') + celebrated;
  });
}

/** Ages on reference days that are in ascending order; null before birth. One walk, so that millions stay feasible. */
export function oracleAges(bornOn: string, referencesOn: readonly string[]): Array<number | null> {
  const birthdays = oracleBirthdays(bornOn, 250);
  let passed = 0;
  return referencesOn.map((referenceOn) => {
    while ((birthdays[passed] ?? '9999-99-99') <= referenceOn) passed += 1;
    return passed === 0 ? null : passed - 1;
  });
}

export function oracleAge(bornOn: string, referenceOn: string): number | null {
  return oracleAges(bornOn, [referenceOn])[0] ?? null;
}
