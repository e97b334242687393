import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/day.ts';
import { destructionDueOn, isDestructionOverdue } from './destruction-request.ts';

describe('a request for destruction', () => {
  it.each([
    ['2026-08-31', '2026-11-30'],
    ['2026-11-29', '2027-02-28'],
    ['2027-11-29', '2028-02-29'],
    ['2026-03-12', '2026-06-12'],
  ])('of %s is decided by %s', (requestedOn, dueOn) => {
    expect(destructionDueOn(requestedOn)).toBe(dueOn);
    expect(isDestructionOverdue(dueOn, addDays(dueOn, -1))).toBe(false);
    expect(isDestructionOverdue(dueOn, dueOn)).toBe(false);
    expect(isDestructionOverdue(dueOn, addDays(dueOn, 1))).toBe(true);
  });

  it('is overdue on day 92 of one of 31 August', () => {
    expect(isDestructionOverdue(destructionDueOn('2026-08-31'), addDays('2026-08-31', 91))).toBe(false);
    expect(isDestructionOverdue(destructionDueOn('2026-08-31'), addDays('2026-08-31', 92))).toBe(true);
  });
});
