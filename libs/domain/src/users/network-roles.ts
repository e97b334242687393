import type { OrganisationKind, StaffRole } from '../access/roles.ts';

/**
 * Which roles people of an organisation can be given. A role says what its holder sees, so a practice role in another
 * organisation would open the whole practice to it. Source: trust.md, head and 3 (ours: one home per role).
 */
export const ROLES_OF_KIND: Readonly<Record<OrganisationKind, readonly StaffRole[]>> = {
  PRACTICE: ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT', 'PRACTICE_MANAGER', 'LOG_OFFICER'],
  HOME_CARE: ['DISTRICT_NURSE'],
  SPECIALIST: ['ELDERLY_CARE_PHYSICIAN'],
  SOCIAL_WORK: ['ELDERLY_ADVISER'],
};

/** Organisations that can be added to a network; its one practice is there from the start. */
export const PARTNER_KINDS: readonly OrganisationKind[] = ['HOME_CARE', 'SPECIALIST', 'SOCIAL_WORK'];

/** How the identity of somebody who lost her second factor was checked, before it is taken away. */
export const IDENTITY_CHECKS = ['IN_PERSON', 'VIDEO_CALL', 'CALLED_BACK'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];
