import { addMonths, compareDays, type Day } from '../calendar/day.ts';

/** Each quarter somebody says again that a colleague still belongs here. Source: trust.md 2, NEN 7510. */
export const RECERTIFICATION_MONTHS = 3;

/**
 * Day on which a membership has to be confirmed again: three months after its start or its last confirmation, in a shorter
 * month its last day.
 * @param startedOn first day of the membership, which was granted then
 * @param confirmedOn day of the last confirmation, null when there was none
 */
export function recertificationDueOn(startedOn: Day, confirmedOn: Day | null): Day {
  return addMonths(confirmedOn ?? startedOn, RECERTIFICATION_MONTHS);
}

/** Whether it has to be confirmed today, or should have been before. */
export function isRecertificationDue(startedOn: Day, confirmedOn: Day | null, today: Day): boolean {
  return compareDays(recertificationDueOn(startedOn, confirmedOn), today) <= 0;
}
