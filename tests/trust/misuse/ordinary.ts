/** Ordinary work of one day: calls, forms entered in bulk, visits in shifts, duty in weekends, letters, lists and imports. */
import { pick, type Random } from '../support/random.ts';
import { type Act, entersForm, opens, writes } from './log-rows.ts';
import { type Client, MS_PER_DAY, type Person, type Village } from './village.ts';

interface Day {
  readonly random: Random;
  readonly village: Village;
  /** Clients with whom there is any work, and those of each person's team. */
  readonly open: readonly Client[];
  readonly tied: ReadonlyMap<Person, readonly Client[]>;
  /** Number within the period. */
  readonly index: number;
  /** Midnight in Amsterdam, in ms. */
  readonly midnight: number;
  readonly weekend: boolean;
  readonly add: (...acts: readonly Act[]) => void;
}

/** A call of which nothing is written down; the others leave a line in the record. */
const CALLS_WITHOUT_TRACE = 0.2;
/** Somebody stands in for a colleague: a client of whose team she is not. */
const STANDS_IN = 0.05;

const at = (day: Day, hour: number): number => day.midnight + hour * 3_600_000;
const between = (day: Day, from: number, until: number): number => at(day, from + day.random() * (until - from));

export function openClients(village: Village): Pick<Day, 'open' | 'tied'> {
  const open = village.clients.filter(({ quiet }) => !quiet);
  const tied = new Map<Person, Client[]>();
  for (const client of open)
    for (const one of [client.gp, ...client.team]) tied.set(one, [...(tied.get(one) ?? []), client]);
  return { open, tied };
}

export function ordinaryDay(day: Day): void {
  for (const person of day.village.people) {
    if (person.fromDay >= day.index) continue;
    switch (person.role) {
      case 'PRACTICE_ASSISTANT': assistant(day, person); break;
      case 'PRACTICE_NURSE': practiceNurse(day, person); break;
      case 'GP': gp(day, person); break;
      case 'DISTRICT_NURSE': districtNurse(day, person); break;
      default: weekly(day, person); break;
    } // prettier-ignore
  }
  if (!day.weekend && day.index % 30 === 10) lettersAndImports(day);
}

function visit(day: Day, person: Person, client: Client, when: number, writesShare: number): void {
  day.add(...opens(person, client, when));
  if (day.random() < writesShare) day.add(writes(person, client, when + 120_000));
}

/** 35 calls, the list before each, and mornings of forms in the months of the round. */
function assistant(day: Day, person: Person): void {
  if (day.weekend || day.random() < 0.15) return;
  const inRound = day.index % 180 < 15;
  for (let call = 0; call < (inRound ? 20 : 35); call += 1) {
    const client = pick(day.random, day.open);
    const when = between(day, 8, 17.5);
    const found = [client, ...Array.from({ length: 7 }, () => pick(day.random, day.open))].map(({ id }) => id);
    day.add({ at: when - 4_000, person, type: 'SEARCH_CLIENTS', action: 'R', client: null, ids: found });
    visit(day, person, client, when, 1 - CALLS_WITHOUT_TRACE);
  }
  if (!inRound) return;
  // a morning in which 45 forms an hour are the most one pair of hands does
  const speed = 20 + Math.floor(day.random() * 25);
  const forms = Math.min(Math.round(speed * 3.5), 180);
  for (let form = 0; form < forms; form += 1)
    day.add(...entersForm(person, pick(day.random, day.open), at(day, 8.5) + (form * 3_600_000) / speed));
}

function practiceNurse(day: Day, person: Person): void {
  if (day.weekend || day.random() < 0.2) return;
  for (let visits = 0; visits < 14; visits += 1)
    visit(day, person, pick(day.random, day.open), between(day, 8, 17), 0.85);
}

/** Own patients by day, some of a partner's; paperwork some evenings; every so many weekends on duty for everybody's. */
function gp(day: Day, person: Person): void {
  const gps = day.village.people.filter(({ role }) => role === 'GP').length;
  const own = day.tied.get(person) ?? day.open;
  if (day.weekend) {
    if (Math.floor(day.index / 7) % gps !== person.turn) return;
    for (let call = 0; call < 12; call += 1)
      visit(day, person, pick(day.random, day.open), between(day, 8, 23.5), 0.85);
    return;
  }
  for (let visits = 0; visits < 24; visits += 1) visit(day, person, pick(day.random, own), between(day, 8, 17.5), 0.4);
  for (let visits = 0; visits < 3; visits += 1)
    visit(day, person, pick(day.random, day.open), between(day, 8, 17.5), 0.8);
  if (day.random() < 0.2)
    for (let visits = 0; visits < 6; visits += 1)
      visit(day, person, pick(day.random, own), between(day, 20, 22.5), 0.5);
}

/** Early and late shifts on seven days; a few clients of a colleague who is ill. */
function districtNurse(day: Day, person: Person): void {
  const turn = (day.index + person.turn * 2) % 7;
  if (turn > 4) return;
  const [from, until] = turn % 2 === 0 ? [7, 15] : [15, 23.2];
  const own = day.tied.get(person) ?? day.open;
  for (let visits = 0; visits < 9; visits += 1) {
    const standsIn = day.random() < STANDS_IN;
    visit(day, person, pick(day.random, standsIn ? day.open : own), between(day, from, until), standsIn ? 0.8 : 0.6);
  }
}

function weekly(day: Day, person: Person): void {
  if (day.weekend || day.random() < 0.3) return;
  const own = day.tied.get(person) ?? [];
  if (own.length === 0) return;
  for (let visits = 0; visits < 6; visits += 1) visit(day, person, pick(day.random, own), between(day, 9, 17), 0.6);
}

/** Work in jobs: one row names many. */
function lettersAndImports(day: Day): void {
  const person = day.village.people.find(({ role, fromDay }) => role === 'PRACTICE_ASSISTANT' && fromDay < 0);
  if (!person) return;
  const ids = day.open.slice(0, 1_000).map(({ id }) => id);
  for (let block = 0; block < ids.length; block += 200)
    day.add({
      at: at(day, 11) + block,
      person,
      type: 'PRINT_LETTERS',
      action: 'E',
      client: null,
      ids: ids.slice(block, block + 200),
    });
}

export const isWeekend = (midnight: number): boolean =>
  [0, 6].includes(new Date(midnight + MS_PER_DAY / 2).getUTCDay());
