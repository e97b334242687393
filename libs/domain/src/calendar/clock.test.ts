import { describe, expect, it } from '@jest/globals';
import { instantOfClock } from './clock.ts';

describe('the hour of the clock in the Netherlands', () => {
  it.each([
    ['2026-12-08', '12:30', '2026-12-08T11:30:00.000Z', 'in winter'],
    ['2026-07-14', '12:30', '2026-07-14T10:30:00.000Z', 'in summer'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z', 'before the hour that is skipped'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z', 'in the hour that is skipped: an hour later'],
    ['2026-03-29', '12:30', '2026-03-29T10:30:00.000Z', 'on the day summer time begins'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'in the hour that comes twice: the first'],
    ['2026-10-25', '12:30', '2026-10-25T11:30:00.000Z', 'on the day summer time ends'],
    ['2028-02-29', '00:00', '2028-02-28T23:00:00.000Z', 'on 29 February, at midnight'],
    ['2026-12-31', '23:59', '2026-12-31T22:59:00.000Z', 'at the end of the year'],
  ])('%s %s is %s, %s', (day, time, instant) => {
    expect(instantOfClock(day, time)).toBe(instant);
  });

  it('is refused where it is no hour', () => {
    for (const time of ['24:30', '12:60', 'noon', ''])
      expect(() => instantOfClock('2026-12-08', time)).toThrow(RangeError);
  });
});
