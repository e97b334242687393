import { addMonths, type Day } from '../calendar/day.ts';

/** Gaps of the safety net, in its order. Source: domain reference 9. */
export const GAPS = [
  'NO_QUESTIONNAIRE',
  'NO_PROFILE',
  'NO_CASE_MANAGER',
  'NO_PLAN',
  'NO_NEXT_CONTACT',
  'EVALUATION_OVERDUE',
  'GOAL_WITHOUT_ACTION',
  'OWNER_GONE',
  'SIGNAL_UNASSESSED',
] as const;
export type Gap = (typeof GAPS)[number];

/** Whole months beyond the rescreen interval after which the last questionnaire is out of date. */
export const OUTDATED_AFTER_MONTHS = 3;

/** Characters of the reason why a gap is left as it is. */
export const GAP_REASON_LIMITS = { min: 3, max: 200 } as const;
/** Whole months that an explanation holds at most. */
export const GAP_EXPLANATION_MONTHS = 12;

/** Why a gap cannot be explained until this day: it lies not after today, or more than twelve months on. */
export function explanationProblem(until: Day, today: Day): 'NOT_AFTER_TODAY' | 'OVER_A_YEAR' | null {
  if (until <= today) return 'NOT_AFTER_TODAY';
  return until > addMonths(today, GAP_EXPLANATION_MONTHS) ? 'OVER_A_YEAR' : null;
}
