import { dayOf, isDay, partsOfDay } from './day.ts';
import type { Day } from './day.ts';

// Month names belong to the date notation, as separators do; they are parsed as well as shown.
const MONTHS = [
  ['januari', 'jan'],
  ['februari', 'feb', 'febr'],
  ['maart', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const LONGEST_TEXT = 40;
const WITH_SEPARATORS = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const EIGHT_DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const MONTH_BY_NAME = /^(\d{1,2})[-/. ]?([a-z]+)[-/. ]?(\d{4})$/;

function monthNumber(name: string): number {
  return MONTHS.findIndex((names) => names.some((known) => known === name)) + 1;
}

/** Lower case, blanks around separators gone, runs of blanks made one. */
function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/.]) ?/g, '$1');
}

/**
 * Reads a day as Dutch people write it: day, month, year in four digits. `3-4-1941`, `03041941`, `3.4.1941`,
 * `3 apr 1941`, `3 april 1941`; ISO `1941-04-03` too. Undefined for two-digit years, 31-02-1941 and all else.
 */
export function parseDutchDay(text: string): Day | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const tidied = tidy(text);
  if (isDay(tidied)) return tidied;
  const numeric = WITH_SEPARATORS.exec(tidied);
  if (numeric) return dayOf(Number(numeric[4]), Number(numeric[3]), Number(numeric[1]));
  const digits = EIGHT_DIGITS.exec(tidied);
  if (digits) return dayOf(Number(digits[3]), Number(digits[2]), Number(digits[1]));
  const named = MONTH_BY_NAME.exec(tidied);
  return named ? dayOf(Number(named[3]), monthNumber(String(named[2])), Number(named[1])) : undefined;
}

/**
 * As `parseDutchDay`, and also `jjjjmmdd` as HIS exports have it. The two eight-digit notations cannot be confused for
 * years from 1300: the fifth and sixth digits are a month in the one and begin the year in the other.
 */
export function parseImportedDay(text: string): Day | undefined {
  const compact = /^(\d{4})(0[1-9]|1[0-2])(\d{2})$/.exec(text.trim());
  return compact ? dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])) : parseDutchDay(text);
}

/** 03-04-1941 */
export function formatDutchDay(day: Day): string {
  return day.split('-').toReversed().join('-');
}

/** 3 april 1941 */
export function formatDutchDayLong(day: Day): string {
  const { year, month, dayOfMonth } = partsOfDay(day);
  return `${dayOfMonth} ${MONTHS[month - 1]?.[0]} ${year}`;
}

/** 3 apr */
export function formatDutchDayShort(day: Day): string {
  const { month, dayOfMonth } = partsOfDay(day);
  return `${dayOfMonth} ${MONTHS[month - 1]?.[1]}`;
}

/** 3 apr, and 3 apr 2025 beside a day of another year. */
export const formatDutchDayBeside = (day: Day, other: Day): string =>
  partsOfDay(day).year === partsOfDay(other).year
    ? formatDutchDayShort(day)
    : `${formatDutchDayShort(day)} ${partsOfDay(day).year}`;
