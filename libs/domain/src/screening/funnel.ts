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

/** Groups of invitations: one per step of the funnel, and those who have not answered yet. */
export const INVITATION_GROUPS = [
  'INVITED',
  'SENT',
  'REMINDED',
  'RECEIVED',
  'INCOMPLETE',
  'SCORED',
  'DISCUSSED',
  'ASSIGNED',
  'WAITING',
] as const;
export type InvitationGroup = (typeof INVITATION_GROUPS)[number];

/** Nothing came back, and it still may. */
export const WAITING_STATES = [
  'PLANNED',
  'SENT',
  'REMINDED',
  'UNDELIVERABLE',
] as const satisfies readonly InvitationState[];

const AFTER_SCORING: readonly InvitationState[] = ['SCORED', 'DISCUSSED', 'PROFILE_ASSIGNED'];
const WAITING: readonly InvitationState[] = WAITING_STATES;

type Grouped = Omit<FunnelRow, 'count'>;
const HOLDS: Readonly<Record<InvitationGroup, (row: Grouped) => boolean>> = {
  INVITED: () => true,
  SENT: ({ isSent }) => isSent,
  REMINDED: ({ isReminded }) => isReminded,
  RECEIVED: ({ isAnswered }) => isAnswered,
  INCOMPLETE: ({ state }) => state === 'RECEIVED_INCOMPLETE',
  SCORED: ({ state }) => AFTER_SCORING.includes(state),
  DISCUSSED: ({ state }) => state === 'DISCUSSED',
  ASSIGNED: ({ state }) => state === 'PROFILE_ASSIGNED',
  WAITING: ({ state }) => WAITING.includes(state),
};

/** Whether an invitation is one of a group. One that was withdrawn by mistake (CANCELLED) was never an invitation. */
export function isInGroup(row: Grouped, group: InvitationGroup): boolean {
  return row.state !== 'CANCELLED' && HOLDS[group](row);
}

/**
 * How far the invitations of a round came. A form without one valid answer counts as not returned. Source: domain
 * reference 5 and 7.
 */
export function funnelOf(rows: readonly FunnelRow[]): Funnel {
  const count = (group: InvitationGroup): number =>
    rows.filter((row) => isInGroup(row, group)).reduce((sum, row) => sum + row.count, 0);
  return {
    invited: count('INVITED'),
    sent: count('SENT'),
    reminded: count('REMINDED'),
    received: count('RECEIVED'),
    incomplete: count('INCOMPLETE'),
    scored: count('SCORED'),
    discussed: count('DISCUSSED'),
    assigned: count('ASSIGNED'),
  };
}
