/** An act that waits for a second person. EXPIRED follows from the clock, nothing writes it. */
export const APPROVAL_STATES = ['OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const APPROVAL_VERDICTS = ['APPROVE', 'REFUSE'] as const;
export type ApprovalVerdict = (typeof APPROVAL_VERDICTS)[number];

/** A question that lay this long without an answer is asked anew (ours). */
export const APPROVAL_DAYS = 14;
export const APPROVAL_TEXT_LIMITS = { max: 1000 } as const;

const MS_OF_A_DAY = 86_400_000;

/**
 * The state of a question at one moment: an open one expires to the millisecond, 14 times 24 hours after it was asked.
 * @param askedAt, now instants, ISO 8601 with offset
 */
export function approvalStateAt(kept: ApprovalState, askedAt: string, now: string): ApprovalState {
  const isPast = Date.parse(now) - Date.parse(askedAt) >= APPROVAL_DAYS * MS_OF_A_DAY;
  return kept === 'OPEN' && isPast ? 'EXPIRED' : kept;
}

/** Whom a question is between: accounts, since one person may have several memberships. */
interface ApprovalPeople {
  readonly askedBy: string;
  /** The person it is about, where it is about one, as for a role. */
  readonly about: string | null;
}

/**
 * Whether an account may be the second person: never who asked, nor whom it is about, whatever the hat.
 * Source: trust.md 3, separation of duties.
 */
export function isSecondPerson(accountId: string, { askedBy, about }: ApprovalPeople): boolean {
  return accountId !== askedBy && accountId !== about;
}
