import { birthDateProblem } from '../calendar/age.ts';
import { addDays, dayOf, type Day } from '../calendar/day.ts';
import { parseImportedDay } from '../calendar/dutch-day.ts';
import type { ImportErrorCode } from './import-codes.ts';

export type ImportedBirthDate =
  { readonly day: Day } | { readonly problem: Extract<ImportErrorCode, `BIRTH_DATE_${string}`> };

const MIDNIGHT = /[T ]\s*0{1,2}:00(:00([.,]0+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const LOCAL_TIME = /[T ]\s*\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$/i;
/** Day or month are zeros, or left out: 00-00-1941, 1941-00-00, 19410000, 04-1941, 1941. */
const INCOMPLETE = [
  /^0{1,2}[-/. ]\d{1,2}[-/. ]\d{4}$/, /^\d{1,2}[-/. ]0{1,2}[-/. ]\d{4}$/, /^\d{4}[-/. ]0{1,2}[-/. ]\d{1,2}$/,
  /^\d{4}[-/. ]\d{1,2}[-/. ]0{1,2}$/, /^(1[89]|2\d)\d{2}(00\d{2}|\d{2}00)$/, /^00\d{2}(1[89]|20)\d{2}$/, /^\d{2}00(1[89]|20)\d{2}$/,
  /^\d{1,2}[-/. ]\d{4}$/, /^\d{4}[-/. ]\d{1,2}$/, /^(18[5-9]|19\d|20\d)\d$/, /^[-?x]{1,2}[-/. ][-?x\d]{1,2}[-/. ]\d{4}$/i,
  /^\d{1,2}[-/. ][?x]{1,2}[-/. ]\d{4}$/i,
]; // prettier-ignore
const SHORT_YEAR = [/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{1,2}$/, /^\d{6}$/, /^\d{1,2}[-/. ]?[a-z]{3,9}\.?[-/. ]?'?\d{2}$/i];
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const EXCEL_SERIAL = /^\d{3,5}([.,]0+)?$/;
/** Excel believes that 1900 had a 29 February, day 60. */
const EXCEL_LEAP_DAY = 60;

/**
 * The day of a spreadsheet's number: 15069 is 3 April 1941. Undefined for day 60, which never was, and below 1.
 * Source: ECMA-376, date system of 1900.
 */
export function dayOfExcelSerial(serial: number): Day | undefined {
  if (!Number.isInteger(serial) || serial < 1 || serial > 2_958_465 || serial === EXCEL_LEAP_DAY) return undefined;
  return addDays(serial < EXCEL_LEAP_DAY ? '1899-12-31' : '1899-12-30', serial);
}

/** Without a time of day. A time that is not midnight in a named zone could mean another day: then nothing is dropped. */
function withoutTime(text: string): string {
  return text.replace(MIDNIGHT, '').replace(LOCAL_TIME, '').trim();
}

function readDay(text: string): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  if (EXCEL_SERIAL.test(text)) return dayOfExcelSerial(Math.floor(Number(text.replace(',', '.'))));
  // ddmmjjjj as a number lost the zero of its day
  return parseImportedDay(/^[1-9]\d{6}$/.test(text) ? `0${text}` : text);
}

/**
 * A date of birth from a HIS export or a spreadsheet: dd-mm-jjjj, jjjjmmdd, ISO, with or without a time, Excel's numbers.
 * A two-digit year is refused, 31-02 is never rolled over, an unknown day or month is "onvolledig". `today` bounds it.
 * Source: domain reference 7, 13.1 and 13.6.
 */
export function readBirthDate(cell: string, today: Day): ImportedBirthDate {
  const text = withoutTime(cell.trim());
  if (text === '') return { problem: 'BIRTH_DATE_MISSING' };
  if (INCOMPLETE.some((form) => form.test(text))) return { problem: 'BIRTH_DATE_INCOMPLETE' };
  const day = readDay(text);
  if (day === undefined) {
    const short = SHORT_YEAR.some((form) => form.test(text));
    return { problem: short ? 'BIRTH_DATE_SHORT_YEAR' : 'BIRTH_DATE_IMPOSSIBLE' };
  }
  const problem = birthDateProblem(day, today);
  return problem === undefined ? { day } : { problem: `BIRTH_DATE_${problem}` };
}
