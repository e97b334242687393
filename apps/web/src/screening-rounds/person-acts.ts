import { awaitsAnswer, type InvitationState, isExit, type LetterWave, mayStepByHand } from '@samenoud/domain';
import type { Invitation } from './round-types.ts';

/** What a person can do with an invitation, in the order of the buttons, each with its key. */
export const ACT_KEYS = {
  PHONED: 'G',
  INTERVIEW: 'T',
  ENTER: 'F',
  ASK: 'N',
  SECOND_ENTRY: 'W',
  HANDED_OVER: 'M',
  HOME_VISIT: 'V',
  LETTER: 'L',
  SENT: 'P',
  UNDELIVERABLE: 'O',
  REFUSED: 'D',
  NOT_REACHED: 'B',
} as const;
export type PersonAct = keyof typeof ACT_KEYS;
const ACTS = Object.keys(ACT_KEYS) as PersonAct[];

const SENT_BY_HAND: readonly InvitationState[] = ['PLANNED', 'UNDELIVERABLE'];

/** Of the same day the later wave is the later letter. */
const after = (day: string | null, other: string | null): boolean => day !== null && (other === null || day >= other);

/** The last letter she got, which can be made once more; when its envelope came back she is invited anew. */
export function lastLetterOf(invitation: Invitation): LetterWave | undefined {
  const { state, client, sentOn, reminded1On, reminded2On } = invitation;
  if (client.noPost || client.status !== 'ACTIVE') return undefined;
  if (state === 'UNDELIVERABLE') return 'INVITATION';
  if (state !== 'SENT' && state !== 'REMINDED') return undefined;
  if (after(reminded2On, sentOn)) return 'REMINDER_2';
  return after(reminded1On, sentOn) ? 'REMINDER_1' : 'INVITATION';
}

function isPossible(act: PersonAct, invitation: Invitation): boolean {
  const { state, responseId } = invitation;
  switch (act) {
    case 'LETTER':
      return lastLetterOf(invitation) !== undefined;
    case 'UNDELIVERABLE':
    case 'REFUSED':
    case 'NOT_REACHED':
      return mayStepByHand(state, act);
    case 'HANDED_OVER':
    case 'HOME_VISIT':
      return SENT_BY_HAND.includes(state);
    case 'SENT':
      return state === 'UNDELIVERABLE';
    case 'PHONED':
      return awaitsAnswer(state) && !isExit(state) && state !== 'NOT_RETURNED';
    case 'INTERVIEW':
    case 'ENTER':
      return awaitsAnswer(state);
    case 'ASK':
      return state === 'RECEIVED_INCOMPLETE' && responseId !== null;
    case 'SECOND_ENTRY':
      return state === 'RECEIVED_COMPLETE' && responseId !== null;
  }
}

export const actsFor = (invitation: Invitation): readonly PersonAct[] =>
  ACTS.filter((act) => isPossible(act, invitation));

/** Where an act leads that is done on another page. */
export function placeOf(act: PersonAct, { client, responseId }: Invitation): string | undefined {
  const places: Partial<Record<PersonAct, string>> = {
    INTERVIEW: `/clients/${client.id}/interview`,
    ENTER: `/clients/${client.id}/entry`,
    ASK: `/clients/${client.id}/responses/${responseId}/amend`,
    SECOND_ENTRY: '/second-entry',
  };
  return places[act];
}
