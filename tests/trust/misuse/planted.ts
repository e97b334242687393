/** Misuse of all eight kinds among the ordinary work, done by people who work there, on days on which they do. */
import { randomUUID } from 'node:crypto';
import { LOG_PATTERNS, type LogPattern } from '@samenoud/domain';
import { pick, type Random } from '../support/random.ts';
import { type Act, opens } from './log-rows.ts';
import { isWeekend } from './ordinary.ts';
import { type Client, MS_PER_DAY, type Person, type Village } from './village.ts';

export interface Planted {
  readonly kind: LogPattern;
  readonly person: Person;
  /** The client, or none where it is about many. */
  readonly client: Client | null;
  /** The first and last day of it. */
  readonly days: readonly number[];
  readonly acts: readonly Act[];
}

/** `many` of each kind; nobody comes to a client of whom she has work, since that is what makes it misuse. */
export function plantMisuse(random: Random, village: Village, many: number): readonly Planted[] {
  const quiet = village.clients.filter((client) => client.quiet);
  let next = 0;
  const victim = (): Client => quiet[next++ % quiet.length] as Client;
  return LOG_PATTERNS.flatMap((kind) =>
    Array.from({ length: many }, () => plant({ kind, random, village, victim })).filter((act) => act !== undefined),
  );
}

interface Plant {
  readonly kind: LogPattern;
  readonly random: Random;
  readonly village: Village;
  readonly victim: () => Client;
}

/** A working day of the second half of the period: by then everybody's habits are known. */
function workday({ random, village }: Plant, from = 0.5): number {
  const first = Math.floor(village.days * from);
  const days = Array.from({ length: village.days - first - 4 }, (_, index) => first + index);
  return pick(random, days.filter((day) => !isWeekend(midnight(village, day)))); // prettier-ignore
}

const midnight = (village: Village, day: number): number => village.first.getTime() + day * MS_PER_DAY;
const noonish = ({ random, village }: Plant, day: number): number =>
  midnight(village, day) + (10 + random() * 5) * 3_600_000;

function one(by: Plant, person: Person, client: Client, day = workday(by), at = noonish(by, day)): Planted {
  return { kind: by.kind, person, client, days: [day], acts: opens(person, client, at) };
}

const settled = ({ village }: Plant, roles: readonly string[]): readonly Person[] =>
  village.people.filter(({ role, fromDay }) => roles.includes(role) && fromDay < 0);

const ANYBODY = ['PRACTICE_ASSISTANT', 'PRACTICE_NURSE', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'];

function plant(by: Plant): Planted | undefined {
  const { kind, random, village, victim } = by;
  const person = pick(random, settled(by, ANYBODY));
  const inOffice = pick(random, settled(by, ['PRACTICE_ASSISTANT', 'PRACTICE_NURSE', 'ELDERLY_ADVISER']));
  switch (kind) {
    case 'SAME_SURNAME': {
      const relative = { ...victim(), family: person.family };
      return one(by, person, rename(village, relative));
    }
    case 'COLLEAGUE': {
      const colleague = pick(random, village.people);
      return one(
        by,
        person,
        rename(village, {
          ...victim(),
          forename: colleague.forename,
          family: colleague.family,
          phone: colleague.phone,
        }),
      );
    }
    case 'WATCHED': {
      const watched = village.clients.filter(
        (client) => client.watched && !client.team.includes(person) && client.gp !== person,
      );
      return one(by, person, pick(random, watched));
    }
    case 'NO_REASON': {
      const client = victim();
      const day = lateInMonth(by);
      const acts = [0, 1, 2].flatMap((later) => opens(person, client, noonish(by, day + later)));
      return { kind, person, client, days: [day, day + 1, day + 2], acts };
    }
    case 'OUTSIDE_HOURS': {
      const day = workday(by);
      return one(by, inOffice, victim(), day, midnight(village, day) + 22.6 * 3_600_000);
    }
    case 'MANY_AN_HOUR': {
      const day = workday(by);
      const start = midnight(village, day) + 12 * 3_600_000;
      const open = village.clients.filter((client) => !client.quiet && !client.team.includes(person));
      const acts = Array.from({ length: 60 }, (_, index) =>
        opens(person, open[(index * 7 + day) % open.length] as Client, start + index * 40_000),
      );
      return { kind, person, client: null, days: [day], acts: acts.flat() };
    }
    case 'EMERGENCY': {
      const day = workday(by);
      const nurse = pick(random, settled(by, ['DISTRICT_NURSE', 'GP']));
      const client = victim();
      return { kind, person: nurse, client, days: [day], acts: opens(nurse, client, noonish(by, day), randomUUID()) };
    }
    case 'NEW_ROLE': {
      const fresh = village.people.filter(({ fromDay, role }) => fromDay > 0 && ANYBODY.includes(role));
      if (fresh.length === 0) return undefined;
      const newcomer = pick(random, fresh);
      const day = newcomer.fromDay + 1 + Math.floor(random() * 5);
      return one(by, newcomer, victim(), day);
    }
  }
}

/** Three days that fall within one month. */
function lateInMonth(by: Plant): number {
  for (;;) {
    const day = workday(by);
    const date = new Date(midnight(by.village, day) + MS_PER_DAY / 2).getUTCDate();
    if (date >= 3 && date <= 25) return day;
  }
}

/** Gives a quiet client another name, before the village is settled. */
function rename(village: Village, client: Client): Client {
  const clients = village.clients as Client[];
  clients[clients.findIndex(({ id }) => id === client.id)] = client;
  return client;
}
