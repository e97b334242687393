import { addDays, type Day } from '../calendar/day.ts';
import type { ClientStatus } from '../eligibility/eligibility.ts';
import { isExit, type ExitState, type InvitationState } from './invitation-state.ts';
import type { RoundState } from './round-state.ts';

export const LETTER_WAVES = ['INVITATION', 'REMINDER_1', 'REMINDER_2'] as const;
export type LetterWave = (typeof LETTER_WAVES)[number];

/** Whole days after the invitation of the first and the second reminder. */
export const DEFAULT_REMINDER_DAYS: readonly [number, number] = [21, 42];

/** The day of each wave: the reminders so many days after the invitation. */
export function waveDays(
  invitationOn: Day,
  reminderDays: readonly [number, number] = DEFAULT_REMINDER_DAYS,
): Readonly<Record<LetterWave, Day>> {
  return {
    INVITATION: invitationOn,
    REMINDER_1: addDays(invitationOn, reminderDays[0]),
    REMINDER_2: addDays(invitationOn, reminderDays[1]),
  };
}

/** Why no letter is made, in the order in which the reasons are named. */
export const LETTER_REFUSALS = [
  'DECEASED',
  'MOVED',
  'ADMITTED',
  'DEREGISTERED',
  'REFUSED',
  'NOT_REACHED',
  'CANCELLED',
  'ALREADY_ANSWERED',
  'ROUND_NOT_OPEN',
  'DO_NOT_INVITE',
  'RESTRICTED',
  'UNDELIVERABLE',
  'NO_POST',
  'NO_ADDRESS',
  'WAVE_ALREADY_SENT',
  'NOT_YET_INVITED',
] as const;
export type LetterRefusal = (typeof LETTER_REFUSALS)[number];

export type LetterFacts = {
  readonly clientStatus: ClientStatus;
  readonly doNotInvite: boolean;
  /** Nobody but the GP sees her record, at her own wish. */
  readonly restricted?: boolean;
  readonly noPost: boolean;
  /** Enough of an address to put on an envelope, home or letter address. */
  readonly hasAddress: boolean;
  readonly roundState: RoundState;
  readonly state: InvitationState;
  readonly reminded1On: Day | null;
  readonly reminded2On: Day | null;
  /** After the envelope came back another address was written down. */
  readonly hasNewAddress?: boolean | undefined;
};

/**
 * Why this client gets no letter of this wave at this moment, or null when one may be made. Asked again for every letter
 * at the moment it is made: who died, moved or refused since the selection gets none. Source: domain reference 7.
 */
export function letterRefusal(facts: LetterFacts, wave: LetterWave): LetterRefusal | null {
  return personRefusal(facts) ?? stateRefusal(facts, wave) ?? postRefusal(facts) ?? waveRefusal(facts, wave);
}

function personRefusal({ clientStatus, state }: LetterFacts): LetterRefusal | null {
  if (clientStatus !== 'ACTIVE') return clientStatus;
  return isExit(state) ? exitRefusal(state) : null;
}

function exitRefusal(state: ExitState): LetterRefusal {
  return state;
}

const ANSWERED: readonly InvitationState[] = [
  'RECEIVED_COMPLETE',
  'RECEIVED_INCOMPLETE',
  'SCORED',
  'DISCUSSED',
  'PROFILE_ASSIGNED',
];

function stateRefusal(facts: LetterFacts, wave: LetterWave): LetterRefusal | null {
  if (ANSWERED.includes(facts.state)) return 'ALREADY_ANSWERED';
  if (facts.roundState !== 'OPEN' || facts.state === 'NOT_RETURNED') return 'ROUND_NOT_OPEN';
  if (facts.doNotInvite) return 'DO_NOT_INVITE';
  if (facts.restricted === true) return 'RESTRICTED';
  const mayGoAgain = wave === 'INVITATION' && facts.hasNewAddress === true;
  return facts.state === 'UNDELIVERABLE' && !mayGoAgain ? 'UNDELIVERABLE' : null;
}

function postRefusal({ noPost, hasAddress }: LetterFacts): LetterRefusal | null {
  if (noPost) return 'NO_POST';
  return hasAddress ? null : 'NO_ADDRESS';
}

function waveRefusal({ state, reminded1On, reminded2On }: LetterFacts, wave: LetterWave): LetterRefusal | null {
  if (wave === 'INVITATION') return state === 'SENT' || state === 'REMINDED' ? 'WAVE_ALREADY_SENT' : null;
  if (state === 'PLANNED') return 'NOT_YET_INVITED';
  const isSent = reminded2On !== null || (wave === 'REMINDER_1' && reminded1On !== null);
  return isSent ? 'WAVE_ALREADY_SENT' : null;
}
