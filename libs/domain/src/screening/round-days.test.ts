import { describe, expect, it } from '@jest/globals';
import { type RoundDays, roundDayProblems, withWaveDays } from './round-days.ts';

const TODAY = '2026-01-15';
const days: RoundDays = {
  referenceDate: '2026-01-01',
  returnBy: '2026-03-02',
  invitationOn: '2026-02-02',
  reminder1On: '2026-02-23',
  reminder2On: '2026-03-16',
};

describe('roundDayProblems', () => {
  it.each([
    [{}, []],
    [{ invitationOn: null, reminder1On: null, reminder2On: null }, []],
    [{ returnBy: '2026-02-02' }, []],
    [{ returnBy: '2026-02-01' }, ['returnBy WAVE_ORDER']],
    [{ reminder1On: '2026-02-01' }, ['reminder1On WAVE_ORDER']],
    [{ reminder2On: '2026-02-22' }, ['reminder2On WAVE_ORDER']],
    [{ reminder1On: null, reminder2On: '2026-02-01' }, ['reminder2On WAVE_ORDER']],
    [{ referenceDate: '2016-01-15' }, []],
    [{ referenceDate: '2016-01-14' }, ['referenceDate FAR_DAY']],
    [{ returnBy: '2036-01-15' }, []],
    [{ returnBy: '9999-12-31' }, ['returnBy FAR_DAY']],
  ] as const)('of %j are %j', (changes, problems) => {
    const found = roundDayProblems({ ...days, ...changes }, TODAY).map(({ field, code }) => `${field} ${code}`);
    expect(found).toEqual(problems);
  });
});

it('lets the reminders follow the invitation, but leaves a day that was set', () => {
  const open = { ...days, reminder1On: null, reminder2On: '2026-04-01' };
  expect(withWaveDays(open, [14, 28])).toEqual({ ...open, reminder1On: '2026-02-16' });
  const none = { ...days, invitationOn: null, reminder1On: null, reminder2On: null };
  expect(withWaveDays(none, [14, 28])).toBe(none);
});
