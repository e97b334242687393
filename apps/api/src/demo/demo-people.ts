import type { Day, OrganisationKind, StaffRole } from '@samenoud/domain';
import { normaliseForSearch } from '@samenoud/domain';
import type { NewMember, NewPractice } from '../organisations/practice-setup.service.ts';
import { momentOn, roundStarts } from './demo-days.ts';
import { idsOf } from './demo-ids.ts';
import { FAMILIES, MEN, WOMEN } from './name-lists.ts';
import { Random } from './random.ts';

/** How large a network is asked for; null is the usual one. */
export interface DemoSize {
  readonly practices: number;
  readonly clients: number;
}

/** One practice of the demo: its network, and what its clients are made from. */
export interface DemoPractice {
  readonly practice: NewPractice;
  /** The moment it began to work by the model. */
  readonly startedAt: string;
  readonly region: 'NORTH' | 'SOUTH';
  /** Clients of 75 and over. */
  readonly clients: number;
  /** Place among the practices: numbers of clients do not meet. */
  readonly index: number;
}

interface Wanted {
  readonly shortName: string;
  readonly name: string;
  readonly partners: readonly [homeCare: string, specialist: string, socialWork: string];
  readonly region: 'NORTH' | 'SOUTH';
  readonly clients: number;
}

const USUAL: readonly Wanted[] = [
  {
    shortName: 'noord',
    name: 'Huisartsenpraktijk De Veenakker',
    partners: ['Thuiszorg Hunzedal', 'Behandelgroep Ouderen Noord', 'Welzijn Kanaalstreek'],
    region: 'NORTH',
    clients: 190,
  },
  {
    shortName: 'zuid',
    name: 'Huisartsenpraktijk Het Zuiderdiep',
    partners: ['Thuiszorg De Runde', 'Behandelgroep Ouderen Zuid', 'Welzijn Zuidenveld'],
    region: 'SOUTH',
    clients: 210,
  },
];

const EMPTY: Wanted = {
  shortName: 'leeg',
  name: 'Huisartsenpraktijk De Linde (leeg)',
  partners: ['Thuiszorg De Es', 'Behandelgroep Ouderen', 'Welzijn De Brug'],
  region: 'NORTH',
  clients: 0,
};

/** Who works where; a full network has several of those who share the work. */
const STAFF: readonly (readonly [kind: OrganisationKind, role: StaffRole, count: number])[] = [
  ['PRACTICE', 'GP', 3],
  ['PRACTICE', 'PRACTICE_NURSE', 1],
  ['PRACTICE', 'PRACTICE_ASSISTANT', 2],
  ['PRACTICE', 'PRACTICE_MANAGER', 1],
  ['PRACTICE', 'LOG_OFFICER', 1],
  ['HOME_CARE', 'DISTRICT_NURSE', 2],
  ['SPECIALIST', 'ELDERLY_CARE_PHYSICIAN', 1],
  ['SOCIAL_WORK', 'ELDERLY_ADVISER', 2],
];

/** The practices of the demo, the same for the same day and size. */
export function demoPractices(day: Day, size: DemoSize | null): DemoPractice[] {
  return wantedPractices(size).map((wanted, index) => {
    const startedAt = momentOn(roundStarts(day)[0] ?? day, 6, 0);
    return { practice: practiceOf(wanted, day, startedAt), startedAt, ...pick(wanted), index };
  });
}

const pick = ({ region, clients }: Wanted): Pick<Wanted, 'region' | 'clients'> => ({ region, clients });

function wantedPractices(size: DemoSize | null): Wanted[] {
  if (size === null) return [...USUAL, EMPTY];
  const more = Array.from({ length: Math.max(0, size.practices - USUAL.length) }, (_, index) => further(index + 3));
  return [...[...USUAL, ...more].slice(0, size.practices).map((one) => ({ ...one, clients: size.clients })), EMPTY];
}

function further(number: number): Wanted {
  return {
    shortName: `praktijk-${number}`,
    name: `Huisartsenpraktijk ${number}`,
    partners: [`Thuiszorg ${number}`, `Behandelgroep Ouderen ${number}`, `Welzijn ${number}`],
    region: number % 2 === 0 ? 'SOUTH' : 'NORTH',
    clients: 0,
  };
}

function practiceOf({ shortName, name, partners }: Wanted, day: Day, startedAt: string): NewPractice {
  const nextId = idsOf(`${day}|${shortName}|staff`, startedAt);
  const nextName = nameSource(shortName);
  const names: Readonly<Record<OrganisationKind, string>> = {
    PRACTICE: name,
    HOME_CARE: partners[0],
    SPECIALIST: partners[1],
    SOCIAL_WORK: partners[2],
  };
  let extension = 100;
  const member = (role: StaffRole): NewMember => {
    const displayName = nextName();
    return {
      id: nextId(),
      accountId: nextId(),
      email: `${normaliseForSearch(displayName).replace(/[^a-z]+/g, '.')}@${shortName}.demo.invalid`,
      displayName,
      role,
      phone: `+31599550${++extension}`,
      passwordHash: null,
    };
  };
  return {
    id: nextId(),
    shortName,
    name,
    phone: '+31599550100',
    organisations: (Object.keys(names) as OrganisationKind[]).map((kind) => ({
      id: nextId(),
      name: names[kind],
      kind,
      phone: null,
      members: STAFF.filter(([where]) => where === kind).flatMap(([, role, count]) =>
        Array.from({ length: count }, () => member(role)),
      ),
    })),
  };
}

/** Names of colleagues, no two alike in one practice. */
function nameSource(seed: string): () => string {
  const random = new Random(`${seed}|colleagues`);
  const given = random.shuffled([...WOMEN, ...MEN]);
  const families = random.shuffled(FAMILIES);
  let taken = 0;
  return () => {
    const [prefix, family] = families[taken % families.length] ?? [null, 'Bos'];
    const first = given[taken++ % given.length] ?? 'Kim';
    return [first, prefix, family].filter((part) => part !== null).join(' ');
  };
}
