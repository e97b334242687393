import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.ts';
import {
  formatDutchDay,
  formatDutchDayLong,
  formatDutchDayBeside,
  formatDutchDayShort,
  parseDutchDay,
  parseImportedDay,
} from './dutch-day.ts';

const day = fc.integer({ min: 0, max: 800_000 }).map((days) => addDays('0001-01-01', days));
const recentDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1900-01-01', days));

describe('parseDutchDay', () => {
  it.each([
    '3-4-1941',
    '03-04-1941',
    '03041941',
    '3/4/1941',
    '3.4.1941',
    '3 4 1941',
    ' 3 - 4 - 1941 ',
    '03 . 04 . 1941',

    '3 apr 1941',
    '3 april 1941',
    '3 April 1941',
    '3 apr. 1941',
    '3-apr-1941',
    '03 APR 1941',
    '3apr1941',
    '1941-04-03',
  ])('reads %j as 3 April 1941', (text) => {
    expect(parseDutchDay(text)).toBe('1941-04-03');
  });

  it.each([
    ['1 mrt 1950', '1950-03-01'],
    ['1 maart 1950', '1950-03-01'],
    ['29 febr 1948', '1948-02-29'],
    ['31 mei 1950', '1950-05-31'],
    ['5 okt 1950', '1950-10-05'],
    ['5 sept. 1950', '1950-09-05'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseDutchDay(text)).toBe(expected);
  });

  it.each([
    '3-4-41',
    '030441',
    '3 apr 41',
    '31-02-1941',
    '29-02-1947',
    '31 feb 1941',
    '0-4-1941',
    '3-13-1941',
    '4-31-1941',
    '3-4/1941',
    '3-4',
    'april 1941',
    '3 avril 1941',
    '1941',
    '',
    'morgen',
    '19410403',
    '1941-4-3',
    '3-4-19411',
    '3-4-0000',
    '1941-02-31',
    `3-4-1941${' '.repeat(60)}`,
  ])('refuses %j', (text) => {
    expect(parseDutchDay(text)).toBeUndefined();
  });

  it('reads back what is shown', () => {
    fc.assert(
      fc.property(day, (original) => {
        expect(parseDutchDay(formatDutchDay(original))).toBe(original);
        expect(parseDutchDay(formatDutchDay(original).replaceAll('-', ''))).toBe(original);
      }),
    );
    fc.assert(fc.property(recentDay, (original) => expect(parseDutchDay(formatDutchDayLong(original))).toBe(original)));
  });
});

describe('parseImportedDay', () => {
  it('reads jjjjmmdd beside every Dutch notation, without confusing the two', () => {
    fc.assert(
      fc.property(recentDay, (original) => {
        expect(parseImportedDay(original.replaceAll('-', ''))).toBe(original);
        expect(parseImportedDay(formatDutchDay(original).replaceAll('-', ''))).toBe(original);
        expect(parseImportedDay(original)).toBe(original);
      }),
    );
  });

  it.each(['19410231', '19410400', '00000000', '31021941'])('refuses %s', (text) => {
    expect(parseImportedDay(text)).toBeUndefined();
  });
});

describe('how a day is shown', () => {
  it('is in full, long and short', () => {
    expect(formatDutchDay('1941-04-03')).toBe('03-04-1941');
    expect(formatDutchDayLong('1941-04-03')).toBe('3 april 1941');
    expect(formatDutchDayShort('1941-04-03')).toBe('3 apr');
    expect(formatDutchDayShort('2026-03-18')).toBe('18 mrt');
    expect(formatDutchDayBeside('2026-12-25', '2026-01-01')).toBe('25 dec');
    expect(formatDutchDayBeside('2025-12-25', '2026-01-01')).toBe('25 dec 2025');
  });
});
