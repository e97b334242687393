import { addDays, addMonths, type Day, dayOf, daysBetween, partsOfDay, weekdayOf } from '../calendar/day.ts';
import { dayOfInstant } from '../calendar/instant.ts';
import { instantOfClock } from '../calendar/clock.ts';
import type { MeetingState } from './agenda.ts';

/** Which of its weekdays in a month; LAST is the fifth where a month has one, else the fourth. */
export const SERIES_WEEKS = ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'] as const;
export type SeriesWeek = (typeof SERIES_WEEKS)[number];

/** Once a month, on a weekday (1 = Monday … 7 = Sunday) and an hour `HH:MM` of the clock in the Netherlands. Source: domain.md 10, monthly. */
export interface SeriesRhythm {
  readonly week: SeriesWeek;
  readonly weekday: number;
  readonly time: string;
}

/** What the series needs to know of a meeting. */
export interface MeetingOfSeries {
  readonly startsAt: string;
  readonly state: MeetingState;
  /** The day of the rhythm it was made for, wherever it was moved since; null: before there was a series. */
  readonly seriesOn: Day | null;
}

/** Most and least of what a practice can set. Ours. */
export const SERIES_LIMITS = {
  minutes: { min: 15, max: 480 },
  minutesPerClient: { min: 1, max: 60 },
  members: 40,
  reminders: 5,
  reminderDays: { min: 1, max: 30 },
} as const;

/** The day of the rhythm in the month of `day`. */
export function rhythmDayInMonthOf({ week, weekday }: SeriesRhythm, day: Day): Day {
  const { year, month } = partsOfDay(day);
  const first = dayOf(year, month, 1) ?? day;
  if (week === 'LAST') {
    const last = addDays(addMonths(first, 1), -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * SERIES_WEEKS.indexOf(week));
}

/** The day of the rhythm after another one. */
export const nextRhythmDay = (rhythm: SeriesRhythm, day: Day): Day =>
  rhythmDayInMonthOf(rhythm, addMonths(rhythmDayInMonthOf(rhythm, day), 1));

/** The day of the rhythm that comes nearest to a day; of two as near the earlier. */
export function nearestRhythmDay(rhythm: SeriesRhythm, day: Day): Day {
  const near = [-1, 0, 1].map((months) => rhythmDayInMonthOf(rhythm, addMonths(day, months)));
  const far = (one: Day): number => Math.abs(daysBetween(one, day));
  return near.reduce((best, one) => (far(one) < far(best) ? one : best));
}

/** When a day of the rhythm begins. */
export const rhythmInstant = ({ time }: SeriesRhythm, day: Day): string => instantOfClock(day, time);

/**
 * The first day of the rhythm still to come for which no meeting was made: one that was moved or cancelled was made for its month all
 * the same, so that neither changes the series. Ours.
 */
export function nextFreeDay(rhythm: SeriesRhythm, now: string, meetings: readonly MeetingOfSeries[]): Day {
  const taken = new Set(
    meetings.map(({ startsAt, seriesOn }) => monthOf(seriesOn ?? nearestRhythmDay(rhythm, dayOfInstant(startsAt)))),
  );
  let day = rhythmDayInMonthOf(rhythm, dayOfInstant(now));
  while (taken.has(monthOf(day)) || Date.parse(rhythmInstant(rhythm, day)) <= Date.parse(now))
    day = nextRhythmDay(rhythm, day);
  return day;
}

/**
 * The day for which the next meeting is to be made now: none while one is planned before the day of the rhythm that follows it. Ours.
 */
export function dayToMake(rhythm: SeriesRhythm, now: string, meetings: readonly MeetingOfSeries[]): Day | undefined {
  const day = nextFreeDay(rhythm, now, meetings);
  const [today, until] = [dayOfInstant(now), nextRhythmDay(rhythm, day)];
  const isPlanned = meetings.some(({ state, startsAt }) => {
    const on = dayOfInstant(startsAt);
    return (state === 'DRAFT' || state === 'OPEN' || state === 'RUNNING') && on >= today && on < until;
  });
  return isPlanned ? undefined : day;
}

const monthOf = (day: Day): string => day.slice(0, 7);
