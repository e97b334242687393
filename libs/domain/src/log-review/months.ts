import { addDays, addMonths, type Day } from '../calendar/day.ts';

/** The review of a month is due on this day of the next (ours). */
const DUE_DAY_OF_MONTH = 14;

/** The first day of the month of a day. */
export const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`;

/** Last day on which the review of a month is in time. */
export const reviewDueOn = (month: Day): Day => addDays(addMonths(monthOf(month), 1), DUE_DAY_OF_MONTH - 1);

/** Months that are over, newest first, since the log began; never more than `most`. */
export function reviewableMonths(firstDay: Day, today: Day, most = 24): readonly Day[] {
  const months: Day[] = [];
  let month = addMonths(monthOf(today), -1);
  while (month >= monthOf(firstDay) && months.length < most) {
    months.push(month);
    month = addMonths(month, -1);
  }
  return months;
}

/** The months whose review should have been signed off before `today`, oldest first. */
export function overdueMonths(months: readonly Day[], signed: readonly Day[], today: Day): readonly Day[] {
  return months.filter((month) => !signed.includes(month) && reviewDueOn(month) < today).toSorted();
}
