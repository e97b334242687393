import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDays,
  dayOf,
  daysBetween,
  isDay,
  partsOfDay,
  weekdayOf,
} from './day.ts';

const day = fc
  .integer({ min: Date.UTC(1600, 0, 1) / 86_400_000, max: Date.UTC(2400, 0, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('isDay', () => {
  it.each(['1941-04-03', '2000-02-29', '2024-02-29', '0001-01-01', '9999-12-31', '1900-02-28'])(
    'accepts %s',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  it.each([
    '1900-02-29',
    '2023-02-29',
    '1941-02-31',
    '1941-04-31',
    '1941-13-01',
    '1941-00-01',
    '1941-01-00',
    '1941-01-32',

    '0000-01-01',
    '1941-4-3',
    '41-04-03',
    '03-04-1941',
    '19410403',
    '1941-04-03T00:00',
    ' 1941-04-03',
    '',
    '١٩٤١-04-03',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('calendar arithmetic', () => {
  it('counts days as the Gregorian calendar of the platform does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -80_000, max: 80_000 }), (from, days) => {
        const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(from, days)).toBe(to);
        expect(daysBetween(from, to)).toBe(days);
      }),
    );
  });

  it.each([
    ['0001-01-01', 3_652_058, '9999-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2000-02-29', 366, '2001-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 0, '2026-03-29'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    ['2026-11-19', 5, '2026-11-26'],
    ['2026-11-21', 5, '2026-11-27'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s plus %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(from, count)).toBe(to);
  });

  it.each([
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['2026-11-23', 1],
    ['0001-01-01', 1],
  ])('the weekday of %s is %i', (text, weekday) => {
    expect(weekdayOf(text)).toBe(weekday);
  });

  it('orders days', () => {
    expect(['2026-10-01', '1941-04-03', '2026-09-30'].toSorted(compareDays)).toEqual([
      '1941-04-03',
      '2026-09-30',
      '2026-10-01',
    ]);
    expect(compareDays('2026-10-01', '2026-10-01')).toBe(0);
  });

  it('never rolls over', () => {
    expect(dayOf(1941, 2, 31)).toBeUndefined();
    expect(dayOf(1941, 0, 1)).toBeUndefined();
    expect(dayOf(10_000, 1, 1)).toBeUndefined();
    expect(dayOf(941, 2, 3)).toBe('0941-02-03');
  });

  it('throws outside its years, and without repeating what was typed', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
    expect(() => partsOfDay('1941-02-31')).toThrow('Not a calendar day');
  });
});
