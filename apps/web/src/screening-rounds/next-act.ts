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
  'QUESTIONS',
  'SECOND_ENTRY',
  'BY_HAND',
  'PEOPLE',
  'ADDRESSES',
  'CLOSE',
  'ENTER',
] as const;
/** What there can be to do with a round, in its order. */
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

/** One thing to do, and for how many clients where that can be told. */
export type DueAct = { act: NextAct; count?: number };

/**
 * Everything to do now: letters first, then what makes a form count, then hands, phone and addresses; in between forms come
 * in. Nobody is phoned whom a reminder waits for, and the end comes when nobody can be reached any more.
 */
export function dueActs(round: Round, letters: LetterCounts, today: Day): readonly DueAct[] {
  if (round.state === 'DRAFT') return [{ act: 'CANDIDATES' }];
  if (round.state !== 'OPEN') return [];
  const { states, toReach, reminder2On } = round;
  const wave = dueWave(round, letters, today);
  const isLate = today > lastDay(round) || countOf(round, WAITING_STATES) === 0;
  const isPhoned = wave === undefined && (isLate || (reminder2On !== null && reminder2On <= today));
  const acts: readonly Required<DueAct>[] = [
    ...(wave === undefined ? [] : [{ act: wave, count: letters[wave] }]),
    { act: 'QUESTIONS', count: states.RECEIVED_INCOMPLETE },
    { act: 'SECOND_ENTRY', count: states.RECEIVED_COMPLETE },
    { act: 'BY_HAND', count: states.PLANNED - letters.INVITATION },
    { act: 'PEOPLE', count: isPhoned ? toReach.phone : 0 },
    { act: 'ADDRESSES', count: toReach.findAddress },
  ];
  const now = acts.filter(({ count }) => count > 0);
  const comesIn = !isLate && (now.length === 0 || countOf(round, ['SENT', 'REMINDED']) > 0);
  if (comesIn) return [...now, { act: 'ENTER' }];
  return now.length > 0 ? now : [{ act: 'CLOSE' }];
}

/** The first of them. */
export const nextActOf = (round: Round, letters: LetterCounts, today: Day): NextAct | null =>
  dueActs(round, letters, today)[0]?.act ?? null;

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
