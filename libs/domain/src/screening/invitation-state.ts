import { type Day, addDays } from '../calendar/day.ts';
import type { RoundState } from './round-state.ts';

export const INVITATION_STATES = [
  'PLANNED',
  'SENT',
  'REMINDED',
  'UNDELIVERABLE',
  'RECEIVED_COMPLETE',
  'RECEIVED_INCOMPLETE',
  'SCORED',
  'DISCUSSED',
  'PROFILE_ASSIGNED',
  'NOT_RETURNED',
  'REFUSED',
  'NOT_REACHED',
  'ADMITTED',
  'MOVED',
  'DECEASED',
  'CANCELLED',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export const INVITATION_ROUTES = ['MAIL', 'HANDED_OVER', 'HOME_VISIT'] as const;
export type InvitationRoute = (typeof INVITATION_ROUTES)[number];

/** The ways out before an answer came. */
export const EXIT_STATES = ['REFUSED', 'NOT_REACHED', 'ADMITTED', 'MOVED', 'DECEASED', 'CANCELLED'] as const;
export type ExitState = (typeof EXIT_STATES)[number];

/** Set by the system from the response, never by a person. */
export const RECEIVED_STATES = ['RECEIVED_COMPLETE', 'RECEIVED_INCOMPLETE', 'SCORED'] as const;
export type ReceivedState = (typeof RECEIVED_STATES)[number];

const GONE = ['MOVED', 'DECEASED'] as const;

/** Every allowed step; any other is refused with WRONG_STATE. Source: domain reference 7, our rule. */
export const INVITATION_STEPS: Readonly<Record<InvitationState, readonly InvitationState[]>> = {
  PLANNED: ['SENT', ...RECEIVED_STATES, ...EXIT_STATES],
  SENT: ['REMINDED', 'UNDELIVERABLE', ...RECEIVED_STATES, 'NOT_RETURNED', ...EXIT_STATES],
  REMINDED: ['REMINDED', 'UNDELIVERABLE', ...RECEIVED_STATES, 'NOT_RETURNED', ...EXIT_STATES],
  UNDELIVERABLE: ['SENT', ...RECEIVED_STATES, ...EXIT_STATES],
  RECEIVED_COMPLETE: ['RECEIVED_INCOMPLETE', 'SCORED', ...GONE],
  RECEIVED_INCOMPLETE: ['SCORED', 'DISCUSSED', 'PROFILE_ASSIGNED', 'NOT_RETURNED', ...GONE],
  SCORED: ['DISCUSSED', 'PROFILE_ASSIGNED', 'RECEIVED_COMPLETE', 'RECEIVED_INCOMPLETE', ...GONE],
  DISCUSSED: ['PROFILE_ASSIGNED', ...GONE],
  PROFILE_ASSIGNED: [...GONE],
  NOT_RETURNED: [...RECEIVED_STATES, ...GONE],
  REFUSED: [...RECEIVED_STATES, ...GONE],
  NOT_REACHED: [...RECEIVED_STATES, ...GONE],
  ADMITTED: [...RECEIVED_STATES, ...GONE],
  MOVED: [],
  DECEASED: [],
  CANCELLED: [],
};

/** Steps a person takes; all others follow from a letter, a response, the client's status, a meeting or the closing. */
export const PERSON_STATES = ['SENT', 'UNDELIVERABLE', 'REFUSED', 'NOT_REACHED', 'CANCELLED'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export function mayStep(from: InvitationState, to: InvitationState): boolean {
  return INVITATION_STEPS[from].includes(to);
}

/** Whether a person may take this step by hand. */
export function mayStepByHand(from: InvitationState, to: InvitationState): to is PersonState {
  return includes(PERSON_STATES, to) && mayStep(from, to);
}

/** RECEIVED_COMPLETE, RECEIVED_INCOMPLETE or SCORED. */
export function isReceived(state: InvitationState): state is ReceivedState {
  return includes(RECEIVED_STATES, state);
}

/** The questionnaire can still come in: a letter's codes work, and a form that is entered belongs to it. */
export function awaitsAnswer(state: InvitationState): boolean {
  return !isReceived(state) && mayStep(state, 'SCORED');
}

export function isExit(state: InvitationState): state is ExitState {
  return includes(EXIT_STATES, state);
}

/** States of an invitation that keeps a client from being invited in another round. */
export const LIVE_STATES = [
  'PLANNED',
  'SENT',
  'REMINDED',
  'UNDELIVERABLE',
  ...RECEIVED_STATES,
  'DISCUSSED',
] as const satisfies readonly InvitationState[];

/** Days after the return date during which an invitation of an open round still counts as live. */
export const LIVE_DAYS_AFTER_RETURN = 60;

/** In an OPEN round, in a live state, and at most 60 days past the return date. Source: domain reference 9. */
export function isLiveInvitation(invitation: {
  readonly state: InvitationState;
  readonly roundState: RoundState;
  readonly returnBy: Day;
  readonly today: Day;
}): boolean {
  const { state, roundState, returnBy, today } = invitation;
  return roundState === 'OPEN' && includes(LIVE_STATES, state) && today <= addDays(returnBy, LIVE_DAYS_AFTER_RETURN);
}

function includes<Code extends string>(codes: readonly Code[], code: string): code is Code {
  return codes.some((known) => known === code);
}
