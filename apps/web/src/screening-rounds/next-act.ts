import {
  addDays,
  type Day,
  type InvitationState,
  LETTER_WAVES,
  type LetterWave,
  WAITING_STATES,
} from '@samenoud/domain';
import { waveDayOf } from './round-form.ts';
import type { Round } from './round-types.ts';

export const NEXT_ACTS = [
  'CANDIDATES',
  'INVITATION',
  'REMINDER_1',
  'REMINDER_2',
  'BY_HAND',
  'QUESTIONS',
  'SECOND_ENTRY',
  'PEOPLE',
  'ADDRESSES',
  'CLOSE',
  'ENTER',
] as const;
/** The one thing to do now with a round. */
export type NextAct = (typeof NEXT_ACTS)[number];

/** Days after the last reminder in which the last answers come and the phone is used. */
const LAST_DAYS = 14;

export const countOf = ({ states }: Pick<Round, 'states'>, wanted: readonly InvitationState[]): number =>
  wanted.reduce((sum, state) => sum + states[state], 0);

/** How many get a letter of each wave, now. */
export type LetterCounts = Readonly<Record<LetterWave, number>>;

/** A wave is due when somebody gets its letter and its day has come; the invitation waits for nothing but people. */
function dueWave(round: Round, letters: LetterCounts, today: Day): LetterWave | undefined {
  return LETTER_WAVES.find((wave) => {
    const on = waveDayOf(round, wave);
    return letters[wave] > 0 && (wave === 'INVITATION' || (on !== null && on <= today));
  });
}

/** The day after which nothing is to be expected any more. */
function lastDay({ returnBy, reminder2On }: Round): Day {
  const afterReminders = reminder2On === null ? returnBy : addDays(reminder2On, LAST_DAYS);
  return afterReminders > returnBy ? afterReminders : returnBy;
}

/**
 * Letters first, then what makes a form count, then hands and phone; in between forms come in. The end comes when nobody can
 * be reached any more.
 */
export function nextActOf(round: Round, letters: LetterCounts, today: Day): NextAct | null {
  if (round.state === 'DRAFT') return 'CANDIDATES';
  if (round.state !== 'OPEN') return null;
  const wave = dueWave(round, letters, today);
  if (wave !== undefined) return wave;
  if (countOf(round, ['RECEIVED_INCOMPLETE']) > 0) return 'QUESTIONS';
  if (countOf(round, ['RECEIVED_COMPLETE']) > 0) return 'SECOND_ENTRY';
  if (countOf(round, ['PLANNED']) > 0) return 'BY_HAND';
  const isLate = today > lastDay(round) || countOf(round, WAITING_STATES) === 0;
  const { phone, findAddress } = round.toReach;
  if (phone > 0 && (isLate || (round.reminder2On !== null && round.reminder2On <= today))) return 'PEOPLE';
  if (!isLate) return 'ENTER';
  return findAddress > 0 ? 'ADDRESSES' : 'CLOSE';
}

const PLACES: Readonly<Record<Exclude<NextAct, 'ENTER' | 'SECOND_ENTRY'>, string>> = {
  CANDIDATES: '/candidates',
  INVITATION: '/letters',
  REMINDER_1: '/letters',
  REMINDER_2: '/letters',
  BY_HAND: '/invitations?state=PLANNED',
  QUESTIONS: '/questions',
  PEOPLE: '/invitations',
  ADDRESSES: '/invitations?state=UNDELIVERABLE',
  CLOSE: '',
};

/** Where the work of an act is done. */
export function placeOfAct(act: NextAct, roundId: string): string {
  if (act === 'ENTER') return '/entry';
  if (act === 'SECOND_ENTRY') return '/second-entry';
  return `/screening-rounds/${roundId}${PLACES[act]}`;
}
