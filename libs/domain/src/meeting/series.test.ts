import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, weekdayOf } from '../calendar/day.ts';
import { dayOfInstant } from '../calendar/instant.ts';
import { dayToMake, type MeetingOfSeries, nearestRhythmDay, nextFreeDay, nextRhythmDay, rhythmDayInMonthOf, rhythmInstant, SERIES_WEEKS, type SeriesRhythm } from './series.ts'; // prettier-ignore

const rhythm = (week: SeriesRhythm['week'], weekday: number, time = '12:30'): SeriesRhythm => ({ week, weekday, time });
const SECOND_TUESDAY = rhythm('SECOND', 2);

describe('the day of a series in a month', () => {
  it.each<[SeriesRhythm['week'], number, string, string, string]>([
    ['FIRST', 2, '2026-12-24', '2026-12-01', 'a month that begins on it'],
    ['FIRST', 1, '2026-12-01', '2026-12-07', 'a month that begins the day after it'],
    ['SECOND', 2, '2026-12-31', '2026-12-08', 'the second'],
    ['THIRD', 4, '2026-12-01', '2026-12-17', 'the third'],
    ['FOURTH', 4, '2026-12-01', '2026-12-24', 'the fourth of five'],
    ['LAST', 4, '2026-12-01', '2026-12-31', 'the last where there are five'],
    ['LAST', 5, '2026-12-01', '2026-12-25', 'the last where the fifth is missing'],
    ['LAST', 6, '2027-02-01', '2027-02-27', 'the last of a month of four weeks'],
    ['LAST', 7, '2027-02-28', '2027-02-28', 'the last on the last day'],
    ['LAST', 2, '2028-02-01', '2028-02-29', 'the last on 29 February'],
    ['FOURTH', 2, '2028-02-01', '2028-02-22', 'the fourth where 29 February is the fifth'],
    ['LAST', 7, '2026-03-01', '2026-03-29', 'the day summer time begins'],
  ])('%s of weekday %s in the month of %s is %s: %s', (week, weekday, inMonth, day) => {
    expect(rhythmDayInMonthOf(rhythm(week, weekday), inMonth)).toBe(day);
  });

  it('keeps its hour on the clock when the clock changes', () => {
    const lastThursday = rhythm('LAST', 4);
    const days = ['2026-03-26', '2026-04-30', '2026-10-29'];
    expect(days.map((day) => rhythmInstant(lastThursday, day).slice(11, 16))).toEqual(['11:30', '10:30', '11:30']);
  });

  it('is one of its weekday in every month of twenty years, in its own week, and each follows the one before', () => {
    const faults: string[] = [];
    for (const [index, week] of SERIES_WEEKS.entries())
      for (let weekday = 1; weekday <= 7; weekday += 1) {
        let day = rhythmDayInMonthOf(rhythm(week, weekday), '2020-01-15');
        for (let month = 0; month < 240; month += 1, day = nextRhythmDay(rhythm(week, weekday), day)) {
          const isInMonth = day.slice(0, 7) === addMonths('2020-01-15', month).slice(0, 7);
          const isInWeek =
            week === 'LAST'
              ? addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
              : Math.ceil(Number(day.slice(8)) / 7) === index + 1;
          if (!isInMonth || !isInWeek || weekdayOf(day) !== weekday) faults.push(`${week} ${weekday}: ${day}`);
        }
      }
    expect(faults).toEqual([]);
  });
});

const meeting = (day: string, seriesOn: string | null = day, state: MeetingOfSeries['state'] = 'DRAFT') => ({
  startsAt: `${day}T11:30:00Z`,
  seriesOn,
  state,
});

describe('the next meeting of a series', () => {
  it.each<[string, string, readonly MeetingOfSeries[], string | undefined]>([
    ['is made when nothing is planned', '2026-12-01T08:00:00Z', [], '2026-12-08'],
    ['is of the next month once the hour has passed', '2026-12-08T11:30:00Z', [], '2027-01-12'],
    ['is of today until the hour has passed', '2026-12-08T11:29:59Z', [], '2026-12-08'],
    ['is not made twice', '2026-12-01T08:00:00Z', [meeting('2026-12-08')], undefined],
    ['is not made on the day of the one before', '2026-12-08T20:00:00Z', [meeting('2026-12-08')], undefined],
    ['is made the day after the one before', '2026-12-09T08:00:00Z', [meeting('2026-12-08', '2026-12-08', 'CLOSED')], '2027-01-12'],
    ['is made also where the one before was forgotten', '2026-12-09T08:00:00Z', [meeting('2026-12-08')], '2027-01-12'],
    ['is not made in place of one that was cancelled, but after it', '2026-12-02T08:00:00Z', [meeting('2026-12-08', '2026-12-08', 'CANCELLED')], '2027-01-12'],
    ['waits for one that was moved to later', '2026-12-09T08:00:00Z', [meeting('2026-12-29', '2026-12-08')], undefined],
    ['is where it was after one that was moved past the middle', '2026-12-30T08:00:00Z', [meeting('2026-12-29', '2026-12-08', 'CLOSED')], '2027-01-12'],
    ['is not made again after one that was moved to earlier', '2026-12-04T08:00:00Z', [meeting('2026-12-03', '2026-12-08', 'CLOSED')], '2027-01-12'],
    ['is not made beside one that was planned by hand', '2026-12-01T08:00:00Z', [meeting('2026-12-10', null)], undefined],
    ['is made while only one far away is planned', '2026-12-01T08:00:00Z', [meeting('2027-01-20', null)], '2026-12-08'],
    ['counts one of before there was a series for the month it is nearest to', '2026-12-04T08:00:00Z', [meeting('2026-12-03', null, 'CLOSED')], '2027-01-12'],
    ['lets a meeting that runs be the one', '2026-12-08T11:00:00Z', [meeting('2026-12-08', '2026-12-08', 'RUNNING')], undefined],
  ])('%s', (_, now, meetings, day) => {
    expect(dayToMake(SECOND_TUESDAY, now, meetings)).toBe(day);
  }); // prettier-ignore

  it('is offered for the first month without one, also while another is planned', () => {
    expect(nextFreeDay(SECOND_TUESDAY, '2026-12-01T08:00:00Z', [meeting('2026-12-08')])).toBe('2027-01-12');
  });

  it('stays once a month when the rhythm changes', () => {
    const held = [meeting('2026-12-08', '2026-12-08', 'CLOSED')];
    expect(dayToMake(rhythm('THIRD', 2), '2026-12-09T08:00:00Z', held)).toBe('2027-01-19');
  });

  it('is made once for every month, whatever night it is made in', () => {
    const made: MeetingOfSeries[] = [];
    for (let day = '2026-01-01'; day < '2030-01-01'; day = addDays(day, 1)) {
      const on = dayToMake(SECOND_TUESDAY, `${day}T00:10:00Z`, made);
      if (on !== undefined) made.push({ startsAt: rhythmInstant(SECOND_TUESDAY, on), seriesOn: on, state: 'OPEN' });
    }
    expect(new Set(made.map(({ startsAt }) => dayOfInstant(startsAt).slice(0, 7))).size).toBe(made.length);
    expect(made).toHaveLength(49); // the last is of January 2030
  });

  it('is nearest to the day of the rhythm before or after', () => {
    expect(nearestRhythmDay(SECOND_TUESDAY, '2026-12-24')).toBe('2026-12-08');
    expect(nearestRhythmDay(SECOND_TUESDAY, '2026-12-28')).toBe('2027-01-12');
    expect(nearestRhythmDay(SECOND_TUESDAY, '2026-11-25')).toBe('2026-12-08');
  });
});
