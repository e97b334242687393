/** Whole days after the invitation on which a reminder may go out. */
export const REMINDER_DAY_RANGE = { min: 1, max: 180 } as const;
/** Percentage of the forms away from a cut-off that is entered a second time. */
export const SECOND_ENTRY_SHARE_RANGE = { min: 0, max: 100 } as const;
/** Whole months between two questionnaires of one client. */
export const RESCREEN_MONTHS_RANGE = { min: 1, max: 60 } as const;
/** Yearly. Source: samenoud.nl. */
export const DEFAULT_RESCREEN_MONTHS = 12;

/** Two days, the second reminder after the first. */
export function areReminderDays(days: readonly number[]): days is readonly [number, number] {
  const [first, second, ...more] = days;
  return first !== undefined && second !== undefined && more.length === 0 && first < second;
}
