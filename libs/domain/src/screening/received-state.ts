import type { ClientStatus } from '../eligibility/eligibility.ts';
import type { ProposedProfile } from '../risk-profile/profile.ts';
import { type InvitationState, mayStep, type ReceivedState } from './invitation-state.ts';
import type { RoundState } from './round-state.ts';

/**
 * The state that a completed response gives its invitation: first the second entry, then what is still to be asked by
 * phone. Once nobody knows the answer ("niet te achterhalen") the open questions no longer hold it up, but an empty form
 * stays one. Source: domain reference 7, our rule.
 */
export function receivedStateOf(response: {
  readonly hasSecondEntry: boolean;
  readonly proposedProfile: ProposedProfile;
  readonly emptyForm: boolean;
  readonly askingClosed: boolean;
}): ReceivedState {
  if (response.hasSecondEntry) return 'RECEIVED_COMPLETE';
  const isOpen = response.emptyForm || (response.proposedProfile === 'UNDETERMINED' && !response.askingClosed);
  return isOpen ? 'RECEIVED_INCOMPLETE' : 'SCORED';
}

/**
 * The steps from one state to another: one where the table has it, else two by way of SCORED, none where there is no way.
 * A page found later takes an incomplete form back to second entry like that.
 */
export function stepsBetween(from: InvitationState, to: InvitationState): readonly InvitationState[] {
  if (mayStep(from, to)) return [to];
  return mayStep(from, 'SCORED') && mayStep('SCORED', to) ? ['SCORED', to] : [];
}

/**
 * Where an invitation falls back to when its response is voided: the state before it, as far as the round and the client
 * still are what they were. MOVED and DECEASED stay. Source: domain reference 7.
 */
export function stateAfterVoid(invitation: {
  readonly state: InvitationState;
  readonly before: InvitationState;
  readonly roundState: RoundState;
  readonly clientStatus: ClientStatus;
}): InvitationState {
  const { state, before, roundState, clientStatus } = invitation;
  if (state === 'MOVED' || state === 'DECEASED') return state;
  if (clientStatus === 'ADMITTED' && mayStep(before, 'ADMITTED')) return 'ADMITTED';
  if (roundState !== 'CLOSED') return before;
  if (before === 'PLANNED') return 'CANCELLED';
  return before === 'SENT' || before === 'REMINDED' ? 'NOT_RETURNED' : before;
}
