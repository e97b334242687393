import type { Role } from '../access/roles.ts';
import type { Profile } from '../risk-profile/profile.ts';

/** Who may be a case manager. Source: domain.md 9, practice settings. */
export const CASE_MANAGER_ROLES = [
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'PRACTICE_NURSE',
] as const satisfies readonly Role[];
export type CaseManagerRole = (typeof CASE_MANAGER_ROLES)[number];

/** Who may take part in a team: whoever has care of people; a manager or log officer never has. */
export const TEAM_ROLES = [
  'GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT',
] as const satisfies readonly Role[]; // prettier-ignore

/** Why somebody has a part in a client's care; one person may have it for several reasons at once. */
export const TEAM_REASONS = ['GP', 'CASE_MANAGER', 'HANDOVER', 'TEAM'] as const;
export type TeamReason = (typeof TEAM_REASONS)[number];

export const mayBeCaseManager = (role: string): role is CaseManagerRole =>
  CASE_MANAGER_ROLES.some((one) => one === role);
export const mayBeInTeam = (role: string): boolean => TEAM_ROLES.some((one) => one === role);

/**
 * The roles to offer for case management, first the one that fits the assigned profile: FRAIL an ouderenadviseur, COMPLEX a
 * wijkverpleegkundige; the others may be named for either. Empty for ROBUST, which has no case manager. Without a profile the
 * order of the list. Source: domain.md 9, `caseManagerRole` [Sociaal maakt Gezond 2016].
 */
export function offeredCaseManagerRoles(profile: Profile | null): readonly CaseManagerRole[] {
  if (profile === 'ROBUST') return [];
  const first: CaseManagerRole = profile === 'FRAIL' ? 'ELDERLY_ADVISER' : 'DISTRICT_NURSE';
  return [first, ...CASE_MANAGER_ROLES.filter((role) => role !== first)];
}
