import { describe, expect, it } from '@jest/globals';
import { reminderDue } from './reminders.ts';

describe('the reminder of a meeting on 8 December', () => {
  it.each<[string, readonly number[], number | undefined, string]>([
    ['2026-11-30', [7, 1], undefined, 'not before the first'],
    ['2026-12-01', [7, 1], 7, 'on the first day'],
    ['2026-12-05', [7, 1], 7, 'still the first, where its night was missed'],
    ['2026-12-07', [1, 7], 1, 'the last, whatever their order'],
    ['2026-12-08', [7, 1], 1, 'the last on the day itself'],
    ['2026-12-09', [7, 1], undefined, 'none after it'],
    ['2026-12-07', [], undefined, 'none where the practice wants none'],
  ])('%s with %j days: %s, %s', (today, days, due) => {
    expect(reminderDue(days, '2026-12-08', today)).toBe(due);
  });

  it('counts days over the end of February', () => {
    expect([reminderDue([1], '2028-03-01', '2028-02-28'), reminderDue([1], '2028-03-01', '2028-02-29')]).toEqual([undefined, 1]); // prettier-ignore
  });
});
