import { compareDays, dayOf, partsOfDay } from './day.ts';
import type { Day } from './day.ts';

export const EARLIEST_BIRTH_DATE: Day = '1900-01-01';

export const BIRTH_DATE_PROBLEMS = ['IN_FUTURE', 'BEFORE_1900'] as const;
export type BirthDateProblem = (typeof BIRTH_DATE_PROBLEMS)[number];

/**
 * Age in whole years: the difference in years, one less before the birthday. Born on 29 February, a person is a year
 * older on 1 March of a common year. Negative before birth. Source: samenoud.com; Dutch law on leap days.
 */
export function ageOn(birthDate: Day, referenceDate: Day): number {
  const years = partsOfDay(referenceDate).year - partsOfDay(birthDate).year;
  return referenceDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day a person reaches `age` whole years: 1 March for those born on 29 February when that year is a common one. */
export function birthdayAt(birthDate: Day, age: number): Day {
  const { year, month, dayOfMonth } = partsOfDay(birthDate);
  return dayOf(year + age, month, dayOfMonth) ?? `${String(year + age).padStart(4, '0')}-03-01`;
}

/** Why a day cannot be a date of birth, or undefined when it can. Born today is allowed. */
export function birthDateProblem(birthDate: Day, today: Day): BirthDateProblem | undefined {
  if (compareDays(birthDate, today) > 0) return 'IN_FUTURE';
  return compareDays(birthDate, EARLIEST_BIRTH_DATE) < 0 ? 'BEFORE_1900' : undefined;
}
