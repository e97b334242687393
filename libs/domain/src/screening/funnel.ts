import type { InvitationState } from './invitation-state.ts';

/** So many invitations of one round that are alike in what the funnel asks. */
export type FunnelRow = {
  readonly state: InvitationState;
  readonly isSent: boolean;
  readonly isReminded: boolean;
  /** A completed response with at least one valid answer is linked to it. */
  readonly isAnswered: boolean;
  readonly count: number;
};

/** Each step counts everyone who came that far, whatever happened afterwards; the ways out are counted by state. */
export type Funnel = {
  readonly invited: number;
  readonly sent: number;
  readonly reminded: number;
  readonly received: number;
  readonly incomplete: number;
  readonly scored: number;
  readonly discussed: number;
  readonly assigned: number;
};

const AFTER_SCORING: readonly InvitationState[] = ['SCORED', 'DISCUSSED', 'PROFILE_ASSIGNED'];

/**
 * How far the invitations of a round came. A form without one valid answer counts as not returned; one that was withdrawn
 * by mistake (CANCELLED) was never an invitation. Source: domain reference 5 and 7.
 */
export function funnelOf(rows: readonly FunnelRow[]): Funnel {
  const invited = rows.filter(({ state }) => state !== 'CANCELLED');
  const count = (holds: (row: FunnelRow) => boolean): number =>
    invited.filter(holds).reduce((sum, row) => sum + row.count, 0);
  return {
    invited: count(() => true),
    sent: count((row) => row.isSent),
    reminded: count((row) => row.isReminded),
    received: count((row) => row.isAnswered),
    incomplete: count((row) => row.state === 'RECEIVED_INCOMPLETE'),
    scored: count((row) => AFTER_SCORING.includes(row.state)),
    discussed: count((row) => row.state === 'DISCUSSED'),
    assigned: count((row) => row.state === 'PROFILE_ASSIGNED'),
  };
}
