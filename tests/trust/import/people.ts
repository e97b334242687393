import { pick, type Random } from '../support/random.ts';

/** A person as the register should hold her. Days and phone as stored: `YYYY-MM-DD`, E.164. */
export interface Person {
  readonly hisNumber: string | null;
  readonly bsn: string | null;
  readonly initials: string | null;
  readonly given: string | null;
  readonly prefix: string | null;
  readonly family: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly birthDate: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly suffix: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  /** Name of the GP of the practice. */
  readonly gp: string | null;
}

/** As the test network has it. */
export const OWN_GP = 'GP noord';

/** Prefix, family name, first name. Source: trust paper 9. */
const NAMES: readonly (readonly [string | null, string, string | null])[] = [
  ['van der', 'Berg', 'Johanna'], ["'t", 'Hooft', 'Geert'], ['van', "'s-Gravesande", 'Neeltje'], [null, 'IJsbrand', 'Wiebe'],
  [null, 'Ĳsbrand', 'Ĳda'], ['de la', 'Rivière', 'François'], [null, 'Öztürk', 'Şükrü'], [null, 'Işık', 'Işıl'], [null, 'Nguyễn', 'Thị Hòa'],
  [null, 'Ångström', 'Åke'], [null, 'Jansen', 'Zoë'], [null, 'Pietersma', 'Zoe\u0308'], [null, "O'Brien", 'Séan'], [null, 'O’Brien', 'Bríd'],
  [null, 'Null', 'Anna'], [null, 'E', 'X'], [null, 'Mulder', null], [null, 'Vanderbilt', 'Kees'], [null, 'Denneman', 'Ans'],
  [null, 'Terpstra', 'Sjoukje'], [null, 'Jansen-de Boer', 'Trijntje'], ["d'", 'Ancona', 'Jacob'], ['van den', 'Brink', 'Roelof'],
  ['van', 'Dijk', 'Hendrik'], ['de', 'Vries', 'Aaltje'], ['ter', 'Braak', 'Menno'], ['op den', 'Kelder', 'Toos'], ['van het', 'Hof', 'Gré'],
  ["van 't", 'Zand', 'Lammert'], ['von', 'Weizsäcker', 'Käthe'], [null, 'Brouwer', 'Anna Maria'], [null, 'Müller-Lüdenscheidt', 'Jürgen'],
  [null, 'Groß', 'Änne'], [null, 'Ab'.repeat(100), 'Lang'], [null, 'true', 'Waar'], [null, 'Smit; Zn.', 'Puntkomma'], [null, 'Bos, Jr.', 'Komma'],
  [null, 'Lan"ge', 'Aan"haling'], [null, 'de Haan', 'Zonder kolom'],
]; // prettier-ignore

/** Birth dates that programs get wrong. Source: trust paper 9. */
const BIRTH_DATES = ['1919-05-05', '1924-02-29', '1937-07-01', '1940-05-16', '1906-01-01', '1948-12-31', '1904-02-29'];
const STREETS = [
  'Dorpsstraat',
  'Brink',
  "Laan van 's-Gravenhage",
  '1e Kruisdiep',
  'Kaap de Goede Hooplaan',
  'Noorder Ré',
];
const CITIES = ['Stadskanaal', "'s-Hertogenbosch", 'Emmen', 'Ter Apel', 'Sint Annaparochie', 'Zweins (Frl.)'];

const digit = (random: Random): number => Math.floor(random() * 10);
const digits = (random: Random, length: number): string => Array.from({ length }, () => digit(random)).join('');

/** Nine digits that pass the sum of the BSN paragraph (domain reference 13.3), in the range said to be for tests. */
function anyBsn(random: Random): string {
  const head = pick(random, ['9999', '0123']) + digits(random, 4);
  const last = [...head].reduce((sum, char, index) => sum + Number(char) * (9 - index), 0) % 11;
  return last === 10 ? anyBsn(random) : `${head}${last}`;
}

export function anyDay(random: Random, [first, last]: readonly [number, number]): string {
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  return [first + Math.floor(random() * (last - first + 1)), two(month), two(day)].join('-');
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Mobile, fixed or abroad. */
export function anyPhone(random: Random): string {
  const kind = random();
  if (kind < 0.4) return `+316${digits(random, 8)}`;
  return kind < 0.9 ? `+31599${digits(random, 6)}` : `+494961${digits(random, 5)}`;
}

export const anyAddress = (
  random: Random,
): { [part in 'street' | 'houseNumber' | 'suffix' | 'postcode' | 'city']: string | null } => ({
  street: pick(random, STREETS),
  houseNumber: String(1 + Math.floor(random() * 300)),
  suffix: random() < 0.2 ? pick(random, ['a', 'bis', 'hs']) : null,
  postcode: `${1 + Math.floor(random() * 9)}${digits(random, 3)} ${pick(random, ['AB', 'ZX', 'FQ', 'UY', 'SB'])}`,
  city: pick(random, CITIES),
});

/** Somebody with a number nobody else has, as the caller keeps count. */
export function anyPerson(random: Random, number: number, hold: (name: string) => boolean): Person {
  const [prefix, family, given] = pick(
    random,
    NAMES.filter((name) => hold(name.join(' '))),
  );
  return {
    hisNumber: random() < 0.9 ? String(10_000 + number) : null,
    bsn: anyBsn(random),
    initials: given === null ? null : `${given.normalize('NFC').charAt(0).toUpperCase()}.`,
    given,
    prefix,
    family,
    sex: pick(random, ['FEMALE', 'MALE']),
    birthDate: random() < 0.15 ? pick(random, BIRTH_DATES) : anyDay(random, [1905, 1952]),
    ...anyAddress(random),
    phone: random() < 0.85 ? anyPhone(random) : null,
    gp: random() < 0.5 ? OWN_GP : null,
  };
}

/** People of whom no two share a number, or both name and birth date. */
export function manyPeople(random: Random, count: number, hold: (name: string) => boolean): Person[] {
  const people: Person[] = [];
  const taken = new Set<string>();
  for (let number = 0; people.length < count; number++) {
    const person = anyPerson(random, number, hold);
    const marks = [person.bsn ?? '', `${person.birthDate} ${roughName(person.family)}`];
    if (marks.some((mark) => taken.has(mark))) continue;
    for (const mark of marks) taken.add(mark);
    people.push(person);
  }
  return people;
}

/** Coarser than any search form: what differs here differs everywhere. */
const roughName = (family: string): string =>
  family
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
