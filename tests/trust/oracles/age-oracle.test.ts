/** Holds the age oracle to the birthdays the domain paper prints. */
import { describe, expect, it } from '@jest/globals';
import { oracleAge, oracleAges, oracleBirthdays, oracleDays } from './age-oracle.ts';

describe('age oracle', () => {
  it.each([
    ['1950-06-15', '2025-06-14', 74],
    ['1950-06-15', '2025-06-15', 75],
    ['1948-02-29', '2023-02-28', 74],
    ['1952-02-29', '2027-02-28', 74],
    ['1952-02-29', '2027-03-01', 75],
    ['1940-02-29', '2024-02-29', 84],
    ['1940-02-29', '2024-02-28', 83],
    ['1940-05-16', '1940-05-15', null],
    ['1940-05-16', '1940-05-16', 0],
  ])('born %s is on %s %p', (bornOn, referenceOn, age) => {
    expect(oracleAge(bornOn, referenceOn)).toBe(age);
  });

  it('celebrates 29 February on 1 March in 1900 and on the day itself in 2000', () => {
    const birthdays = oracleBirthdays('1896-02-29', 104);
    expect([birthdays[4], birthdays[8], birthdays[104]]).toEqual(['1900-03-01', '1904-02-29', '2000-02-29']);
  });

  it('steps through every day of the calendar', () => {
    expect(oracleDays(1900, 1900)).toHaveLength(365);
    expect(oracleDays(1900, 2026)).toHaveLength(46_386);
    expect(oracleDays(2000, 2000)[59]).toBe('2000-02-29');
  });

  it('walks many reference days as it answers one', () => {
    const references = oracleDays(2023, 2027);
    const walked = oracleAges('1948-02-29', references);
    expect(walked).toEqual(references.map((day) => oracleAge('1948-02-29', day)));
  });
});
