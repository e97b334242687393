import { addDays, type Day } from '@samenoud/domain';
import type { NewMember, NewPractice } from '../organisations/practice-setup.service.ts';
import type { Letterhead, PlannedAct, PlannedClient, PlannedRound, RoundDeed } from './demo-acts.ts';
import { lastWorkday, momentOn, roundStarts, workday } from './demo-days.ts';
import { staffFor } from './demo-staff.ts';
import { LETTERHEAD_WORDS, REFUSAL_REASONS } from './demo-words.ts';
import { Random } from './random.ts';

/** Days from the first letters to each of what follows. */
const RETURN_WITHIN = 42;
const SECOND_REMINDER = 42;
const CALLS = 55;
const CLOSING = 100;

/** Of those who had not answered when they were called. */
const WAYS_OUT = [
  ['REFUSED', 30],
  ['NOT_REACHED', 40],
  ['UNDELIVERABLE', 8],
  ['STAYS', 22],
] as const;

/** The yearly rounds of a practice: made, sent, reminded, phoned about, and the earlier ones closed. */
export function planRounds(
  practice: NewPractice,
  clients: readonly PlannedClient[],
  day: Day,
  seed: string,
): PlannedRound[] {
  return roundStarts(day).map((start, index) => {
    const key = `${seed}|round|${index}`;
    const { assistant, gp } = staffFor(practice, '', index);
    const acts: PlannedAct<RoundDeed>[] = [];
    const add = (on: Day, hour: number, deed: RoundDeed, by = assistant): void => {
      if (on <= lastWorkday(day)) acts.push({ ...deed, at: momentOn(on, hour, 5), by: by.id });
    };
    const later = (days: number): Day => workday(addDays(start, days), day);
    const opening = later(0);
    if (index === 0) add(opening, 5, { kind: 'FILL_LETTERHEAD', letterhead: letterheadOf(practice, gp) }, gp);
    add(opening, 6, {
      kind: 'MAKE_ROUND',
      year: Number(start.slice(0, 4)),
      referenceDate: start,
      returnBy: addDays(start, RETURN_WITHIN),
    });
    add(opening, 6, { kind: 'INVITE' });
    add(opening, 6, { kind: 'SEND', wave: 'INVITATION' });
    add(later(21), 6, { kind: 'SEND', wave: 'REMINDER_1' });
    add(later(SECOND_REMINDER), 6, { kind: 'SEND', wave: 'REMINDER_2' });
    for (const exit of exitsOf(clients, new Random(key), { from: later(CALLS), start, day }))
      add(exit.on, 8, exit.deed);
    if (later(CLOSING) < lastWorkday(day)) add(later(CLOSING), 6, { kind: 'CLOSE_ROUND' });
    return { key, acts };
  });
}

/** Made up, as everything here. */
const letterheadOf = ({ name, phone }: NewPractice, gp: NewMember): Letterhead => ({
  ...LETTERHEAD_WORDS,
  name,
  phone,
  senderName: gp.displayName,
});

interface Exit {
  readonly on: Day;
  readonly deed: RoundDeed;
}

/** What the calls after the second reminder gave; the writer passes over whoever has answered by then. */
function exitsOf(
  clients: readonly PlannedClient[],
  random: Random,
  { from, start, day }: { from: Day; start: Day; day: Day },
): Exit[] {
  return clients.flatMap(({ id, acts }): Exit[] => {
    const way = random.weighted(WAYS_OUT);
    const days = random.int(0, 4);
    const reason = random.chance(0.6) ? random.pick(REFUSAL_REASONS) : undefined;
    if (way === 'STAYS' || answersAfter(acts, start)) return [];
    if (way === 'UNDELIVERABLE')
      return [{ on: workday(addDays(start, 4 + days), day), deed: { kind: 'LEAVE', clientId: id, state: way } }];
    return [
      {
        on: workday(addDays(from, days), day),
        deed: { kind: 'LEAVE', clientId: id, state: way, ...(way === 'REFUSED' && reason ? { reason } : {}) },
      },
    ];
  });
}

/** Whether a form of this round came, or is being typed. */
const answersAfter = (acts: PlannedClient['acts'], start: Day): boolean =>
  acts.some(
    ({ kind, at }) => kind === 'ENTER_FORM' && at.slice(0, 10) > start && at.slice(0, 10) <= addDays(start, CLOSING),
  );
