import { addDays, addMonths, type Day, MINIMUM_AGE, moreSyntheticBsns, syntheticBsns } from '@samenoud/domain';
import type { DemoPractice } from './demo-people.ts';
import { makeContacts, type Phones } from './demo-contacts.ts';
import { makeMarks } from './demo-marks.ts';
import type { NewAddress, NewClient, NewContact } from './demo-records.ts';
import {
  type Family,
  FAMILIES,
  joinedName,
  MEN,
  PLACES,
  RARE_NAMES,
  type RareName,
  STREETS,
  WOMEN,
} from './name-lists.ts';
import type { Random } from './random.ts';

export type LaterStatus = { readonly status: 'ADMITTED' | 'MOVED' | 'DECEASED' | 'DEREGISTERED'; readonly on: Day };

/** A made-up client with the people around, before anything happens to them. */
export interface MadeUpClient {
  readonly client: NewClient;
  readonly contacts: readonly NewContact[];
  readonly later: LaterStatus | undefined;
}

/** Clients under 75 beside the counted ones: known to the practice, not invited. */
export const YOUNGER = 6;
const OLDEST = 102;
const STATUSES_LATER = [
  'DECEASED',
  'DECEASED',
  'DECEASED',
  'DECEASED',
  'MOVED',
  'MOVED',
  'ADMITTED',
  'ADMITTED',
  'DEREGISTERED',
] as const;
const AWAY_FROM_HOME = 4;

/** All clients of one practice: couples at one address, widows, people on their own, a few rare names. */
export function makeClients(demo: DemoPractice, day: Day, random: Random): MadeUpClient[] {
  const people = new ClientMaker(demo, day, random).all();
  const order = random.shuffled(people.map((_, index) => index));
  const later = new Map(
    order.slice(0, STATUSES_LATER.length).map((at, n) => [at, STATUSES_LATER[n] ?? 'MOVED'] as const),
  );
  const away = new Set(order.slice(STATUSES_LATER.length, STATUSES_LATER.length + AWAY_FROM_HOME));
  return people.map(({ client, contacts }, index) => {
    const status = later.get(index);
    return {
      client: away.has(index) ? { ...client, livesAtHome: false } : client,
      contacts,
      later: status === undefined ? undefined : { status, on: addDays(day, -random.int(20, 400)) },
    };
  });
}

interface Person {
  readonly client: NewClient;
  readonly contacts: NewContact[];
}

class ClientMaker {
  private readonly bsns: readonly string[];
  private readonly known = new Set<string>();
  private readonly people: Person[] = [];
  private readonly phones: Phones = { mobile: () => this.mobile(), landline: () => this.landline() };

  constructor(
    private readonly demo: DemoPractice,
    private readonly day: Day,
    private readonly random: Random,
  ) {
    this.bsns = bsnsOf(demo);
  }

  all(): Person[] {
    const { clients } = this.demo;
    const rare = RARE_NAMES.slice(0, Math.floor(clients / 15));
    for (const name of rare) this.people.push(this.alone(name));
    while (this.people.length < clients) {
      if (this.random.chance(0.16) && this.people.length < clients - 1) this.addCouple();
      else this.people.push(this.alone());
    }
    for (let younger = 0; younger < YOUNGER; younger++)
      this.people.push(this.alone(undefined, this.random.int(62, 74)));
    return this.people;
  }

  private alone(rare?: RareName, age = this.age()): Person {
    const { random } = this;
    const woman = rare ? rare.sex === 'FEMALE' : random.chance(0.6);
    const family = rare?.family ?? random.pick(FAMILIES);
    const given = rare?.given ?? random.pick(woman ? WOMEN : MEN);
    const wasMarried = woman && rare === undefined && random.chance(0.72);
    const partner = wasMarried ? this.otherFamily(family) : undefined;
    const client = this.client({ woman, given, family, partner, age, address: this.address(), gp: undefined });
    if (rare?.language) client.marks = { ...client.marks, language: rare.language, interpreter: true };
    return { client, contacts: makeContacts(random, this.day, partner ?? family, this.phones, true) };
  }

  private addCouple(): void {
    const { random } = this;
    const [his, address, gp] = [random.pick(FAMILIES), this.address(), this.gp()];
    const age = this.age();
    const hers = this.otherFamily(his);
    const man = this.client({
      woman: false,
      given: random.pick(MEN),
      family: his,
      partner: undefined,
      age,
      address,
      gp,
    });
    const hisWife = { woman: true, given: random.pick(WOMEN), family: hers, partner: his, address, gp };
    const woman = this.client({ ...hisWife, age: Math.max(MINIMUM_AGE, age - random.int(0, 4)) });
    const partnerOf = (other: NewClient, relation: string): NewContact => ({
      name: `${relation === 'echtgenote' ? 'Mevr.' : 'Dhr.'} ${other.name.initials} ${joinedName(his)}`,
      relation,
      phone: other.phone ?? null,
      roleCode: '01',
      isFirstContact: true,
    });
    const child = makeContacts(random, this.day, his, this.phones, false);
    this.people.push({ client: man, contacts: [partnerOf(woman, 'echtgenote'), ...child] });
    this.people.push({ client: woman, contacts: [partnerOf(man, 'echtgenoot'), ...child] });
  }

  private client(wish: {
    woman: boolean;
    given: string;
    family: Family;
    partner: Family | undefined;
    age: number;
    address: NewAddress;
    gp: string | undefined;
  }): NewClient {
    const { random } = this;
    const { woman, given, family, partner } = wish;
    const number = this.known.size;
    return {
      hisNumber: String(10_000 + (this.demo.index + 1) * 1000 + number),
      bsn: this.bsns[number] ?? null,
      name: {
        given,
        initials: this.initials(given),
        prefix: family[0],
        family: family[1],
        partnerPrefix: partner?.[0] ?? null,
        partnerFamily: partner?.[1] ?? null,
        use: partner
          ? random.weighted([
              ['PARTNER_OWN', 55],
              ['PARTNER', 15],
              ['OWN', 22],
              ['OWN_PARTNER', 8],
            ])
          : 'OWN',
      },
      sex: woman ? 'FEMALE' : 'MALE',
      birthDate: this.birthDate(wish.age, family[1]),
      address: wish.address,
      phone: random.chance(0.95) ? this.landline() : null,
      livesAtHome: true,
      gpId: wish.gp ?? this.gp(),
      marks: makeMarks(random, this.day, () => this.address()),
      confirmDuplicate: true,
    };
  }

  /** Nobody shares family name and birth date by accident. */
  private birthDate(age: number, family: string): Day {
    const birthDate = addDays(addMonths(this.day, -12 * age), -this.random.int(0, 364));
    const key = `${family}|${birthDate}`;
    if (this.known.has(key)) return this.birthDate(age, family);
    this.known.add(key);
    return birthDate;
  }

  private age(): number {
    const age = Math.floor(this.random.normal(80.6, 4.8));
    return age < MINIMUM_AGE || age > OLDEST ? this.age() : age;
  }

  private initials(given: string): string {
    const first = given.startsWith('IJ') ? 'IJ.' : `${given.charAt(0)}.`;
    return this.random.chance(0.4) ? `${first}${this.random.pick(['A.', 'G.', 'H.', 'J.', 'M.', 'W.'])}` : first;
  }

  private otherFamily(than: Family): Family {
    const found = this.random.pick(FAMILIES);
    return found[1] === than[1] ? this.otherFamily(than) : found;
  }

  private address(): NewAddress {
    const { random } = this;
    const street = random.pick(STREETS);
    const [city, digits] = random.pick(PLACES[this.demo.region]);
    const letter = 'ABCDEGHJKLMNPRTVWXZ'.charAt(STREETS.indexOf(street) % 19);
    const suffix = random.chance(0.08) ? random.pick(['a', 'b', '2']) : null;
    return { street, houseNumber: String(random.int(1, 148)), suffix, postcode: `${digits} ${letter}K`, city };
  }

  private gp(): string {
    const gps = this.demo.practice.organisations.flatMap(({ members }) => members.filter(({ role }) => role === 'GP'));
    return this.random.pick(gps).id;
  }

  private landline(): string {
    const area = PLACES[this.demo.region][0]?.[2] ?? '0599';
    return `${area} 55${String(this.random.int(1000, 9999))}`;
  }

  private mobile(): string {
    return `06 55${String(this.random.int(100_000, 999_999))}`;
  }
}

/** Numbers of one practice, each once; the first practices do not share any either. */
function bsnsOf({ index, clients }: DemoPractice): readonly string[] {
  const all = [...syntheticBsns(), ...moreSyntheticBsns()];
  const needed = clients + YOUNGER;
  const start = (index * needed) % (all.length - needed);
  return all.slice(start, start + needed);
}
