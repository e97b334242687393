import type { MeetingState } from './agenda.ts';

/** Whether the client agrees to be discussed: yes, not asked, no. Source: domain.md 10, item contents. */
export const CLIENT_AGREEMENTS = ['YES', 'NOT_ASKED', 'NO'] as const;
export type ClientAgreement = (typeof CLIENT_AGREEMENTS)[number];

/** What the line of a client in the meeting before says. */
export interface EarlierAgreement {
  readonly agreement: ClientAgreement;
  readonly wasDiscussed: boolean;
}

/**
 * What a line starts from where nobody said otherwise. A line that was not discussed carries over as it was. A "no" stands on later
 * lines until somebody asks again; a "yes" was for that discussion. Source: domain.md 10, item contents and closing; that a "no"
 * stands is ours.
 */
export function agreementCarried(earlier: EarlierAgreement | undefined): ClientAgreement {
  if (earlier === undefined) return 'NOT_ASKED';
  return earlier.agreement === 'YES' && earlier.wasDiscussed ? 'NOT_ASKED' : earlier.agreement;
}

/** Whether what the client says may still be written on her line: until the meeting is over. Source: domain.md 10, freeze. */
export function takesAgreement(state: MeetingState): boolean {
  return state === 'DRAFT' || state === 'OPEN' || state === 'RUNNING';
}
