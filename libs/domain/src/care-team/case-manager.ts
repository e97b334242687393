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
export const TEAM_REASONS = ['GP', 'CASE_MANAGER', 'HANDOVER', 'TEAM', 'MEETING'] as const;
export type TeamReason = (typeof TEAM_REASONS)[number];

export const mayBeCaseManager = (role: string): role is CaseManagerRole =>
  CASE_MANAGER_ROLES.some((one) => one === role);
export const mayBeInTeam = (role: string): boolean => TEAM_ROLES.some((one) => one === role);

/** Profiles that have a case manager. */
export const CASE_MANAGED_PROFILES = ['FRAIL', 'COMPLEX'] as const satisfies readonly Profile[];
/** Per profile the role that a practice offers first. */
export type CaseManagerRoles = Readonly<Record<(typeof CASE_MANAGED_PROFILES)[number], CaseManagerRole>>;
/** Source: domain.md 9, `caseManagerRole` [Sociaal maakt Gezond 2016]. */
export const DEFAULT_CASE_MANAGER_ROLES: CaseManagerRoles = { FRAIL: 'ELDERLY_ADVISER', COMPLEX: 'DISTRICT_NURSE' };

/**
 * The roles to offer for case management, first the one that the practice set for the assigned profile; the others may be named
 * for either. Empty for ROBUST, which has no case manager. Without a profile the order of the list.
 * Source: domain.md 9, `caseManagerRole`.
 */
export function offeredCaseManagerRoles(
  profile: Profile | null,
  firstOf: CaseManagerRoles = DEFAULT_CASE_MANAGER_ROLES,
): readonly CaseManagerRole[] {
  if (profile === 'ROBUST') return [];
  if (profile === null) return CASE_MANAGER_ROLES;
  const first = firstOf[profile];
  return [first, ...CASE_MANAGER_ROLES.filter((role) => role !== first)];
}
