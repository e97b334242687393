import { type Day, daysBetween } from '../calendar/day.ts';

/** How many days before a meeting its attendees are reminded, until the practice chooses. Ours. */
export const DEFAULT_MEETING_REMINDER_DAYS: readonly number[] = [7, 1];

/**
 * Which reminder is due today: of those whose day has come the last, so that a night that was missed is made up for with one. None
 * before the first, and none once the day has passed. Ours.
 */
export function reminderDue(daysBefore: readonly number[], meetingOn: Day, today: Day): number | undefined {
  const left = daysBetween(today, meetingOn);
  if (left < 0) return undefined;
  return daysBefore.filter((days) => left <= days).toSorted((one, other) => one - other)[0];
}
