import { addDays, addMonths, type Day } from '../calendar/day.ts';
import { EVALUATION_AFTER_MONTHS } from './care-plan-codes.ts';

/** Days after the start within which the client scores a goal at its end. Source: Rietkerk 2021. */
const SCORED_WITHIN_DAYS = 365;

/** What is wrong with the days of a goal, or null: it starts today or before, and ends on its first day or later. */
export function goalDayProblem(
  { baselineOn, targetDate }: { readonly baselineOn: Day; readonly targetDate: Day },
  today: Day,
): { readonly field: 'baselineOn' | 'targetDate'; readonly code: 'IN_FUTURE' | 'BEFORE_START' } | null {
  if (baselineOn > today) return { field: 'baselineOn', code: 'IN_FUTURE' };
  return targetDate < baselineOn ? { field: 'targetDate', code: 'BEFORE_START' } : null;
}

/** What is wrong with the day of a score, or null: from the start of the goal through today. */
export function scoreDayProblem(on: Day, baselineOn: Day, today: Day): 'BEFORE_BASELINE' | 'IN_FUTURE' | null {
  if (on > today) return 'IN_FUTURE';
  return on < baselineOn ? 'BEFORE_BASELINE' : null;
}

/** From this day on a goal without a score at its end is too late ("evaluatie te laat"). */
export const goalYearEndsOn = (baselineOn: Day): Day => addDays(baselineOn, SCORED_WITHIN_DAYS);

/** The day on which a plan is evaluated next, when nothing else was agreed: six months later, clamped to the end of the month. */
export const nextEvaluationAfter = (on: Day, months: number = EVALUATION_AFTER_MONTHS): Day => addMonths(on, months);
