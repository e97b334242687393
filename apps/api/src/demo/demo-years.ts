import { addDays, type ClientStatus, type Day, isEligible, type Profile, type ProposedProfile } from '@samenoud/domain';
import { inclinationOf } from './demo-answers.ts';
import type { MadeUpClient } from './demo-client.ts';
import { lastWorkday, roundStarts, workday } from './demo-days.ts';
import { type MadeUpForm, makeForm, profilesOverTheYears } from './demo-forms.ts';
import { OTHER_PROFILE_REASONS } from './demo-words.ts';
import { Random } from './random.ts';

/** The profile the GP assigned on a form, and why it differs, where it does. */
export interface MadeUpAssignment {
  readonly profile: Profile;
  readonly on: Day;
  readonly reason?: string;
  readonly reasonCode?: 'TEAM_JUDGEMENT' | 'SIGNAL' | 'CLIENT_WISH' | 'UNDETERMINED_ACCEPTED';
}

/** One client's form of one round; without assignment the proposal still waits. */
export interface MadeUpYear {
  readonly round: number;
  readonly form: MadeUpForm;
  readonly completedOn: Day;
  readonly enteredOn: Day;
  readonly assignment: MadeUpAssignment | undefined;
}

/** Share of the invited that sends the form back, per round. */
export const RESPONSE_RATES = [0.64, 0.68, 0.66] as const;

const LONGEST_RETURN_DAYS = 61;
/** From the return of a form until its profile is assigned at the latest. */
const LONGEST_HANDLING_DAYS = 40;

/** What each client sent back in three rounds, and what the GP made of it. */
export function makeYears(
  clients: readonly MadeUpClient[],
  day: Day,
  seed: string,
): readonly (readonly MadeUpYear[])[] {
  const random = new Random(`${seed}|years`);
  const profiles = profilesOverTheYears(clients.length, random);
  const readiness = clients.map(() => random.next());
  const row = readiness
    .map((_, index) => index)
    .toSorted((one, other) => (readiness[one] ?? 0) - (readiness[other] ?? 0));
  const place = new Map(row.map((index, at) => [index, at]));
  const responders = roundStarts(day).map((start, round) => respondersOf(clients, start, round, readiness, random));
  return clients.map((_, index) => {
    const own = new Random(`${seed}|years|${index}`);
    const inclination = inclinationOf(own);
    let before: Profile | undefined;
    return responders.flatMap((those, round) => {
      if (!those.has(index)) return [];
      const form = makeForm(profiles[place.get(index) ?? 0]?.[round] ?? 'ROBUST', inclination, own);
      const year = yearOf(form, round, before, day, own);
      before = year.assignment?.profile ?? before;
      return [year];
    });
  });
}

/** Exactly the share of the round; who answered before is more likely to answer again. */
function respondersOf(
  clients: readonly MadeUpClient[],
  start: Day,
  round: number,
  readiness: readonly number[],
  random: Random,
): ReadonlySet<number> {
  const invited = clients.flatMap((client, index) => (isInvited(client, start) ? [index] : []));
  const ranked = invited
    .map((index) => ({ index, rank: (readiness[index] ?? 0) + random.next() * 0.9 }))
    .toSorted((one, other) => other.rank - one.rank);
  const count = Math.round(invited.length * (RESPONSE_RATES[round] ?? 0.65));
  return new Set(ranked.slice(0, count).map(({ index }) => index));
}

/** As the round would have found the client then; who was about to leave is left out too. */
export function isInvited({ client, later }: MadeUpClient, start: Day): boolean {
  const left = later !== undefined && later.on <= addDays(start, LONGEST_RETURN_DAYS + LONGEST_HANDLING_DAYS);
  const status: ClientStatus = left ? (later?.status ?? 'ACTIVE') : 'ACTIVE';
  const doNotInvite = typeof client.marks?.doNotInviteOn === 'string' && client.marks.doNotInviteOn <= start;
  return isEligible(
    { birthDate: client.birthDate, livesAtHome: client.livesAtHome ?? true, status, doNotInvite },
    start,
  );
}

function yearOf(form: MadeUpForm, round: number, before: Profile | undefined, day: Day, random: Random): MadeUpYear {
  const start = roundStarts(day)[round] ?? day;
  const completedOn = addDays(start, random.int(5, LONGEST_RETURN_DAYS));
  const enteredOn = workday(addDays(completedOn, random.int(1, 5)), day);
  const decidedOn = addDays(enteredOn, (form.amendment ? 8 : 4) + random.int(1, 11));
  const current = round === 2;
  const changed = before !== undefined && before !== form.profile;
  const isAsked = current && form.proposed === 'UNDETERMINED';
  const waits = random.chance(current ? (changed ? 0.25 : 0.04) : 0.02) || isAsked;
  const assigned = !waits && decidedOn <= lastWorkday(day);
  const assignment = assigned ? assignmentOf(form, workday(decidedOn, day), random) : undefined;
  return { round, form, completedOn, enteredOn, assignment };
}

/** Mostly the proposal; now and then the team knows better. */
function assignmentOf({ proposed, profile }: MadeUpForm, on: Day, random: Random): MadeUpAssignment {
  if (proposed === 'UNDETERMINED') {
    return {
      profile,
      on,
      reason: random.pick(OTHER_PROFILE_REASONS.UNDETERMINED),
      reasonCode: 'UNDETERMINED_ACCEPTED',
    };
  }
  return random.chance(0.03) ? otherThan(proposed, on, random) : { profile, on };
}

function otherThan(proposed: Exclude<ProposedProfile, 'UNDETERMINED'>, on: Day, random: Random): MadeUpAssignment {
  const up = proposed === 'ROBUST' || (proposed === 'FRAIL' && random.chance(0.5));
  const profile = proposed === 'FRAIL' ? (up ? 'COMPLEX' : 'ROBUST') : 'FRAIL';
  const reason = random.pick(OTHER_PROFILE_REASONS[up ? 'UP' : 'DOWN']);
  return { profile, on, reason, reasonCode: up ? random.pick(['TEAM_JUDGEMENT', 'SIGNAL']) : 'CLIENT_WISH' };
}
