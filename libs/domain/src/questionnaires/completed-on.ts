import { addMonths, compareDays } from '../calendar/day.ts';
import type { Day } from '../calendar/day.ts';

export const COMPLETED_ON_PROBLEMS = ['IN_FUTURE', 'BEFORE_BIRTH', 'OLD_DATE'] as const;
export type CompletedOnProblem = (typeof COMPLETED_ON_PROBLEMS)[number];

const OLD_AFTER_MONTHS = 12;

/** Why a form cannot have been filled in on that day. OLD_DATE (over 12 months ago) passes once somebody confirms it. */
export function completedOnProblem(form: {
  readonly completedOn: Day;
  readonly birthDate: Day;
  readonly today: Day;
  readonly confirmOldDate?: boolean | undefined;
}): CompletedOnProblem | undefined {
  if (compareDays(form.completedOn, form.today) > 0) return 'IN_FUTURE';
  if (compareDays(form.completedOn, form.birthDate) < 0) return 'BEFORE_BIRTH';
  const isOld = compareDays(addMonths(form.completedOn, OLD_AFTER_MONTHS), form.today) < 0;
  return isOld && form.confirmOldDate !== true ? 'OLD_DATE' : undefined;
}
