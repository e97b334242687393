import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageOn, birthDateProblem, birthdayAt } from './age.ts';
import { addDays } from './day.ts';

const birthDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1920-01-01', days));

/** Counts birthdays one by one: every 1 March for 29 February in common years. */
function birthdaysUpTo(born: string, referenceDate: string): number {
  let count = 0;
  for (let year = Number(born.slice(0, 4)) + 1; ; year += 1) {
    const isCommon = new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
    const monthDay = born.endsWith('02-29') && isCommon ? '03-01' : born.slice(5);
    if (`${year}-${monthDay}` > referenceDate) return count;
    count += 1;
  }
}

describe('ageOn', () => {
  it.each([
    ['1950-06-15', '2025-06-14', 74],
    ['1950-06-15', '2025-06-15', 75],
    ['1948-02-29', '2023-02-28', 74],
    ['1948-02-29', '2023-03-01', 75],
    ['1952-02-29', '2027-02-28', 74],
    ['1952-02-29', '2027-03-01', 75],
    ['1940-02-29', '2024-02-29', 84],
    ['1949-03-01', '2024-02-29', 74],
    ['2026-06-15', '2026-06-15', 0],
    ['2026-06-16', '2026-06-15', -1],
  ])('born %s is on %s %i years old', (born, referenceDate, age) => {
    expect(ageOn(born, referenceDate)).toBe(age);
  });

  it('equals the number of birthdays, leap days included', () => {
    const leapDay = fc.constantFrom('1920-02-29', '1936-02-29', '1948-02-29', '1952-02-29');
    fc.assert(
      fc.property(fc.oneof(birthDate, leapDay), fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const referenceDate = addDays(born, days);
        expect(ageOn(born, referenceDate)).toBe(birthdaysUpTo(born, referenceDate));
      }),
    );
  });

  it('changes on the birthday', () => {
    fc.assert(
      fc.property(birthDate, fc.integer({ min: 1, max: 110 }), (born, age) => {
        const birthday = birthdayAt(born, age);
        expect(ageOn(born, birthday)).toBe(age);
        expect(ageOn(born, addDays(birthday, -1))).toBe(age - 1);
      }),
    );
    expect(birthdayAt('1948-02-29', 75)).toBe('2023-03-01');
    expect(birthdayAt('1948-02-29', 76)).toBe('2024-02-29');
  });
});

describe('birthDateProblem', () => {
  it.each([
    ['2026-10-02', undefined],
    ['2026-10-03', 'IN_FUTURE'],
    ['1900-01-01', undefined],
    ['1899-12-31', 'BEFORE_1900'],
  ])('of %s on 2026-10-02 is %s', (born, problem) => {
    expect(birthDateProblem(born, '2026-10-02')).toBe(problem);
  });
});
