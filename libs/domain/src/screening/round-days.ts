import { addMonths, type Day } from '../calendar/day.ts';
import { waveDays } from './letter-waves.ts';

export type RoundDays = {
  readonly referenceDate: Day;
  readonly returnBy: Day;
  readonly invitationOn: Day | null;
  readonly reminder1On: Day | null;
  readonly reminder2On: Day | null;
};

export const ROUND_DAY_FIELDS = ['referenceDate', 'returnBy', 'invitationOn', 'reminder1On', 'reminder2On'] as const;
export type RoundDayField = (typeof ROUND_DAY_FIELDS)[number];
export type RoundDayProblem = { readonly field: RoundDayField; readonly code: 'FAR_DAY' | 'WAVE_ORDER' };

/** Whole months around today within which a day of a round lies; further away it was typed wrong. */
export const ROUND_DAY_MONTHS = 120;

/**
 * Days that cannot be: more than ten years away, or a wave before the one before it, the answer due before the letter goes.
 * The reference date stands apart: who is old enough on the last day of a year may be asked in its first month.
 */
export function roundDayProblems(days: RoundDays, today: Day): readonly RoundDayProblem[] {
  const [first, last] = [addMonths(today, -ROUND_DAY_MONTHS), addMonths(today, ROUND_DAY_MONTHS)];
  const far = ROUND_DAY_FIELDS.filter((field) => {
    const day = days[field];
    return day !== null && (day < first || day > last);
  }).map((field): RoundDayProblem => ({ field, code: 'FAR_DAY' }));
  const orders: readonly (readonly [RoundDayField, RoundDayField])[] = [
    ['invitationOn', 'returnBy'],
    ['invitationOn', 'reminder1On'],
    ['reminder1On', 'reminder2On'],
    ['invitationOn', 'reminder2On'],
  ];
  const late = new Set(
    orders.filter(([before, after]) => isBefore(days[after], days[before])).map(([, after]) => after),
  );
  return [...far, ...[...late].map((field): RoundDayProblem => ({ field, code: 'WAVE_ORDER' }))];
}

const isBefore = (a: Day | null, b: Day | null): boolean => a !== null && b !== null && a < b;

/** The days of the waves: the reminders follow the invitation where nobody set a day for them. */
export function withWaveDays<Days extends RoundDays>(days: Days, reminderDays: readonly [number, number]): Days {
  if (days.invitationOn === null) return days;
  const { REMINDER_1, REMINDER_2 } = waveDays(days.invitationOn, reminderDays);
  return { ...days, reminder1On: days.reminder1On ?? REMINDER_1, reminder2On: days.reminder2On ?? REMINDER_2 };
}
