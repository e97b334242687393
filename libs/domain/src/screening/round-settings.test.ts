import { describe, expect, it } from '@jest/globals';
import { areReminderDays } from './round-settings.ts';

describe('areReminderDays', () => {
  it.each([
    [[21, 42], true],
    [[21, 22], true],
    [[21, 21], false],
    [[42, 21], false],
    [[21], false],
    [[21, 42, 63], false],
    [[], false],
  ])('%j: %s', (days, isRight) => {
    expect(areReminderDays(days)).toBe(isRight);
  });
});
