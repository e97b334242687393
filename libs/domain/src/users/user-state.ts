/**
 * Where somebody stands in the practice network.
 * INVITED: the one-time link was not used yet · WAITING: used, but a second person has not approved the role ·
 * PLANNED: starts on a later day · ACTIVE · ENDED · WITHDRAWN: the invitation was taken back, refused or ran out.
 */
export const USER_STATES = ['INVITED', 'WAITING', 'PLANNED', 'ACTIVE', 'ENDED', 'WITHDRAWN'] as const;
export type UserState = (typeof USER_STATES)[number];

/** What is known of a membership, or of the invitation to one. Instants are ISO 8601 text in UTC, comparable as text. */
export interface UserFacts {
  /** Period of the membership; null while there is none. */
  readonly membership: { readonly from: string; readonly until: string | null } | null;
  readonly isAccepted: boolean;
  readonly isClosed: boolean;
  /** Last day of an invitation that has one, over at this instant. */
  readonly isOver: boolean;
}

/** @param now the instant the question is asked, in the same notation */
export function userState({ membership, isAccepted, isClosed, isOver }: UserFacts, now: string): UserState {
  if (membership !== null) {
    if (membership.until !== null && membership.until <= now) return 'ENDED';
    return membership.from > now ? 'PLANNED' : 'ACTIVE';
  }
  if (isClosed || isOver) return 'WITHDRAWN';
  return isAccepted ? 'WAITING' : 'INVITED';
}
