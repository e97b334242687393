/** The functions a membership can have; RESPONDENT is the session of one online questionnaire (trust.md, head and 7). */
export const ROLES = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'PRACTICE_NURSE',
  'PRACTICE_ASSISTANT',
  'PRACTICE_MANAGER',
  'LOG_OFFICER',
  'RESPONDENT',
] as const;
export type Role = (typeof ROLES)[number];

/** Everyone who signs in as a person. */
export type StaffRole = Exclude<Role, 'RESPONDENT'>;

/** What the row-level policies are told about a role (trust.md 4, request transaction). */
export type AccessScope = 'practice' | 'team' | 'form' | 'none';

export const SCOPE_OF_ROLE: Readonly<Record<Role, AccessScope>> = {
  GP: 'practice',
  ELDERLY_CARE_PHYSICIAN: 'team',
  DISTRICT_NURSE: 'team',
  ELDERLY_ADVISER: 'team',
  PRACTICE_NURSE: 'practice',
  PRACTICE_ASSISTANT: 'practice',
  PRACTICE_MANAGER: 'none',
  LOG_OFFICER: 'none',
  RESPONDENT: 'form',
};

export const ORGANISATION_KINDS = ['PRACTICE', 'HOME_CARE', 'SPECIALIST', 'SOCIAL_WORK'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Care organisations; SOCIAL_WORK is not one of them (trust.md, head). */
export const CARE_ORGANISATION_KINDS: readonly OrganisationKind[] = ['PRACTICE', 'HOME_CARE', 'SPECIALIST'];

/**
 * Granting one of these roles needs a second person, who has one of the roles below (trust.md 3, footnote 3). Whoever may be
 * that second person is granted by two herself: else one manager lets in her own second person.
 */
export const ROLES_GRANTED_BY_TWO: readonly Role[] = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'PRACTICE_MANAGER',
  'LOG_OFFICER',
];
export const ROLE_GRANT_CONFIRMERS: readonly Role[] = ['PRACTICE_MANAGER', 'GP', 'LOG_OFFICER'];

/** Whether a text is the code of a role. */
export function isRole(code: unknown): code is Role {
  return ROLES.some((role) => role === code);
}

/** Every role a member of staff can hold. */
export const STAFF_ROLES: readonly StaffRole[] = ROLES.filter((role) => role !== 'RESPONDENT');
