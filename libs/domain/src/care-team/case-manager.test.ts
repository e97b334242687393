import { describe, expect, it } from '@jest/globals';
import { mayBeCaseManager, mayBeInTeam, offeredCaseManagerRoles } from './case-manager.ts';

describe('offeredCaseManagerRoles', () => {
  it('offers first who fits the profile, and nobody for ROBUST', () => {
    expect(offeredCaseManagerRoles('FRAIL')).toEqual(['ELDERLY_ADVISER', 'DISTRICT_NURSE', 'PRACTICE_NURSE']);
    expect(offeredCaseManagerRoles('COMPLEX')).toEqual(['DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE']);
    expect(offeredCaseManagerRoles(null)).toHaveLength(3);
    expect(offeredCaseManagerRoles('ROBUST')).toEqual([]);
  });

  it('puts first who the practice set for the profile, and still offers the others', () => {
    const set = { FRAIL: 'PRACTICE_NURSE', COMPLEX: 'ELDERLY_ADVISER' } as const;
    expect(offeredCaseManagerRoles('FRAIL', set)).toEqual(['PRACTICE_NURSE', 'DISTRICT_NURSE', 'ELDERLY_ADVISER']);
    expect(offeredCaseManagerRoles('COMPLEX', set)).toEqual(['ELDERLY_ADVISER', 'DISTRICT_NURSE', 'PRACTICE_NURSE']);
    expect(offeredCaseManagerRoles('ROBUST', set)).toEqual([]);
  });
});

describe('who may take part', () => {
  it('is whoever has care of people; three of them may manage a case', () => {
    expect(['GP', 'PRACTICE_NURSE', 'DISTRICT_NURSE', 'PRACTICE_MANAGER', 'LOG_OFFICER'].map(mayBeInTeam)).toEqual([
      true, true, true, false, false,
    ]); // prettier-ignore
    expect(['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'RESPONDENT'].map(mayBeCaseManager)).toEqual([
      false, false, true, false,
    ]); // prettier-ignore
  });
});
