import type { OrganisationKind } from '../access/roles.ts';
import type { ConsentCategory } from './categories.ts';

export const CONSENT_RULE_KINDS = ['GRANT', 'DENY', 'OPTOUT'] as const;
export type ConsentRuleKind = (typeof CONSENT_RULE_KINDS)[number];

/** One line of a client's consent register; its instants are ISO 8601 in UTC. */
export interface RegisteredRule {
  readonly id: string;
  readonly kind: ConsentRuleKind;
  /** Whose rows; null is every organisation. */
  readonly fromOrgId: string | null;
  readonly toOrgId: string;
  readonly categories: readonly ConsentCategory[];
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly withdrawnAt: string | null;
  /** Decides which of two equal rules is the newer one. */
  readonly recordedAt: string;
}

export interface ConsentOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
}

/** Who is around one client: the organisation of the own practice, and memberships of the team, also ended ones. */
export interface CareTeam {
  readonly practiceOrgId: string;
  readonly members: readonly {
    readonly orgId: string;
    readonly activeFrom: string;
    readonly activeUntil: string | null;
  }[];
}

/** Whether an organisation of this kind writes rows of a category: 5 is made by PRACTICE and SPECIALIST together (trust.md 3). */
export function mayWrite(category: ConsentCategory, kind: OrganisationKind): boolean {
  return category !== 5 || kind === 'PRACTICE' || kind === 'SPECIALIST';
}

/** Whether a client can grant a category to an organisation of this kind: all but 5 to SOCIAL_WORK (trust.md 3). */
export function mayBeGranted(category: ConsentCategory, toKind: OrganisationKind): boolean {
  return !(category === 5 && toKind === 'SOCIAL_WORK');
}
