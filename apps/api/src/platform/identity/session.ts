import type { Role } from '@samenoud/domain';

/** A signed-in person, working in one membership. */
export interface UserSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  /** The membership, which is what `userId` means everywhere. */
  readonly userId: string;
  readonly displayName: string;
  readonly role: Role;
  readonly bigNumber: string | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationKind: string;
  readonly secondFactorAt: string | null;
  readonly expiresAt: string;
  /** Of a respondent: the one form this session is for. */
  readonly form?: { readonly responseId: string; readonly clientId: string; readonly invitationId: string };
}
