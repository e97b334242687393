/** A calendar day 'YYYY-MM-DD' of the Gregorian calendar, years 0001–9999. No time, no time zone; sorts as text. */
export type Day = string;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_FROM_0001_TO_1970 = 719_162;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day with these parts, or undefined when the calendar does not have it: 31-02 is never rolled over. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const exists = year >= 1 && year <= 9999 && dayOfMonth >= 1 && dayOfMonth <= monthLength(year, month);
  return exists ? format(year, month, dayOfMonth) : undefined;
}

function format(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Strict: exactly 'YYYY-MM-DD' and a day that exists. 1900-02-29 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== undefined;
}

/** Year, month 1–12 and day of the month 1–31. Throws RangeError when the text is not a day. */
export function partsOfDay(day: Day): { year: number; month: number; dayOfMonth: number } {
  // The message never repeats the text: it may be a date of birth.
  if (!isDay(day)) throw new RangeError('Not a calendar day');
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8)) };
}

/** Negative when `a` comes first, 0 when equal, positive when `b` comes first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days since 1970-01-01, counted over years that begin in March so that 29 February comes last. */
function toNumber(day: Day): number {
  const { year, month, dayOfMonth } = partsOfDay(day);
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBeforeMonth = Math.floor((153 * monthsSinceMarch + 2) / 5);
  return 365 * marchYear + leapDays + daysBeforeMonth + dayOfMonth - 307 - DAYS_FROM_0001_TO_1970;
}

function fromNumber(number: number): Day {
  const sinceMarchZero = number + DAYS_FROM_0001_TO_1970 + 306;
  const era = Math.floor(sinceMarchZero / 146_097);
  const dayOfEra = sinceMarchZero - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const yearStart = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1;
  const month = ((monthsSinceMarch + 2) % 12) + 1;
  return knownDay(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

function knownDay(year: number, month: number, dayOfMonth: number): Day {
  const day = dayOf(year, month, dayOfMonth);
  if (day === undefined) throw new RangeError('Outside the years 0001-9999');
  return day;
}

/** The day `days` later (earlier when negative). Throws RangeError outside the years 0001–9999. */
export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/**
 * The same day of the month, `months` later, clamped to the last day of that month and always counted from the day
 * given: 31-08-2026 + 6 = 28-02-2027. Not for ages: see `ageOn`. Source: domain reference, judged lists.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOfDay(day);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return knownDay(newYear, newMonth, Math.min(dayOfMonth, monthLength(newYear, newMonth)));
}

/** 1 = Monday … 7 = Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The `count`-th Monday-to-Friday day after `day`, holidays not counted out; 0 gives the day itself. */
export function addWorkingDays(day: Day, count: number): Day {
  let result = day;
  for (let left = count; left > 0;) {
    result = addDays(result, 1);
    if (weekdayOf(result) <= 5) left -= 1;
  }
  return result;
}
