import { describe, expect, it } from '@jest/globals';
import { explanationProblem } from './gaps.ts';

describe('explanationProblem', () => {
  it.each([
    ['2026-08-31', 'NOT_AFTER_TODAY'],
    ['2026-08-30', 'NOT_AFTER_TODAY'],
    ['2026-09-01', null],
    ['2027-08-31', null],
    ['2027-09-01', 'OVER_A_YEAR'],
  ])('until %s, asked on 31-08-2026, is %s', (until, problem) => {
    expect(explanationProblem(until, '2026-08-31')).toBe(problem);
  });

  it('counts twelve months clamped to the last day of the month', () => {
    expect(explanationProblem('2029-02-28', '2028-02-29')).toBeNull();
    expect(explanationProblem('2029-03-01', '2028-02-29')).toBe('OVER_A_YEAR');
  });
});
