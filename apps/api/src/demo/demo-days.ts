import { addDays, addMonths, type Day, weekdayOf } from '@samenoud/domain';

/** Days between the start of this year's round and the day of seeding. */
const ROUND_AGE_DAYS = 75;

/** First day of each yearly round, oldest first, laid relative to the day of seeding. */
export function roundStarts(day: Day): readonly Day[] {
  return [24, 12, 0].map((months) => addDays(addMonths(day, -months), -ROUND_AGE_DAYS));
}

/** The last working day before the day of seeding: nothing in the demo happens later. */
export function lastWorkday(day: Day): Day {
  return workdayBack(addDays(day, -1));
}

/** The day itself or the next Monday; never after the last working day before seeding. */
export function workday(wanted: Day, seededOn: Day): Day {
  const weekday = weekdayOf(wanted);
  const moved = weekday > 5 ? addDays(wanted, 8 - weekday) : wanted;
  const last = lastWorkday(seededOn);
  return moved > last ? last : moved;
}

function workdayBack(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 5 - weekday) : day;
}

/** A moment on a day, by the clock of UTC: within office hours in Amsterdam, so the day stays the same. */
export function momentOn(day: Day, hour: number, minute: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
}
