import type { Role } from '@samenoud/domain';
import type { UserSession } from './session.ts';

/** One hat of a person: a role in an organisation of a practice network. */
export interface Membership {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly role: Role;
  readonly displayName: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly organisationKind: string;
}

/** Who a log row names while nobody is signed in yet: the person whose account was tried. */
export function actorOf(membership: Membership, accountId: string): UserSession {
  return {
    sessionId: accountId,
    accountId,
    practiceId: membership.practiceId,
    practiceName: membership.practiceName,
    userId: membership.id,
    displayName: membership.displayName,
    role: membership.role,
    bigNumber: null,
    organisationId: membership.organisationId,
    organisationName: membership.organisation,
    organisationKind: membership.organisationKind,
    secondFactorAt: null,
    expiresAt: '9999-12-31T00:00:00Z',
  };
}
