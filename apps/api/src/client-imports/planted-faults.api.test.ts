import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import type { ClientImportRowView, ClientImportView } from './client-import.dto.ts';

/**
 * Files with faults on lines that only their maker knows. Whoever plants a fault writes down what has to be found on that
 * line; nothing here reads a rule of the product.
 */
const SEEDS = [20_261_122, 7, 991];
const REGISTERED = 150;

interface Person {
  his: string;
  family: string;
  prefix: string;
  initials: string;
  sex: string;
  born: string;
  bsn: string;
  street: string;
  house: string;
  suffix: string;
  postcode: string;
  city: string;
  phone: string;
}

type Cells = Record<keyof Person, string>;
interface Planted {
  readonly cells: Cells;
  readonly status: string;
  readonly codes: readonly string[];
  /** The client as she has to be stored, where the row is taken. */
  readonly taken?: Person;
}

let stack: TestApp;
let assistant: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
});
afterAll(() => stack.close());

/** Numbers that look random and come back with the seed (Park and Miller). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** The n-th number that passes the elfproef, of a range of its own per file. */
function bsnAt(n: number, from: number): string {
  for (let candidate = from + n * 20; ; candidate += 1) {
    const digits = String(candidate);
    const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
    if (sum % 11 === 0) return digits;
  }
}

const FAMILIES = [
  'Bakker',
  'Öztürk',
  'Visser',
  "O'Brien",
  'Smit; en zoon',
  'de "Wit"',
  'Zoë',
  'Ångström',
  'Dijk',
  'Ĳsbrand',
];
const CITIES = ['Assen', 'Stadskanaal', 'Ter\nApel', 'Nieuw-Buinen'];

function personAt(n: number, pick: (below: number) => number, from: number): Person {
  return {
    his: `${from}-${n}`,
    family: `${FAMILIES[pick(FAMILIES.length)]} ${from} ${n}`,
    prefix: ['', 'van der', 'de'][pick(3)] ?? '',
    initials: ['J.M.', 'A.', ''][pick(3)] ?? '',
    sex: pick(2) === 0 ? 'FEMALE' : 'MALE',
    born: `19${25 + pick(20)}-${String(1 + pick(12)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}`,
    bsn: pick(8) === 0 ? '' : bsnAt(n, from),
    street: 'Dorpsstraat',
    house: String(1 + pick(99)),
    suffix: ['', 'a'][pick(2)] ?? '',
    postcode: `95${10 + pick(80)} AB`,
    city: CITIES[pick(CITIES.length)] ?? '',
    phone: `0599${String(100_000 + pick(800_000))}`,
  };
}

/** As a HIS writes it, in one of the ways HISes do. */
function written(person: Person, pick: (below: number) => number): Cells {
  const [year, month, day] = person.born.split('-') as [string, string, string];
  const serial = Math.round(
    (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000,
  );
  const dates = [`${day}-${month}-${year}`, `${year}${month}${day}`, person.born, `${Number(day)}-${Number(month)}-${year}`, String(serial), `${day}-${month}-${year} 00:00:00`]; // prettier-ignore
  const sexes = person.sex === 'FEMALE' ? ['V', 'vrouw', 'f'] : ['M', 'man', '1'];
  return {
    ...person,
    sex: sexes[pick(3)] ?? '',
    born: dates[pick(dates.length)] ?? '',
    postcode: pick(2) === 0 ? person.postcode : person.postcode.replace(' ', '').toLowerCase(),
    phone: pick(3) === 0 ? person.phone.slice(1) : person.phone.replace('0599', '0599-'),
  };
}

type Fault = readonly [field: keyof Person, values: readonly string[], code: string];
const FAULTS: readonly Fault[] = [
  ['family', ['', '  '], 'FAMILY_MISSING'],
  ['sex', [''], 'SEX_MISSING'],
  ['sex', ['?', 'q', '7', 'ja'], 'SEX_UNKNOWN'],
  ['born', [''], 'BIRTH_DATE_MISSING'],
  ['born', ['00-00-1941', '00-05-1941', '19410500', '1941-00-00'], 'BIRTH_DATE_INCOMPLETE'],
  ['born', ['31-02-1941', '29-02-1900', '19411332', 'onbekend', '1941-02-30', '45-01-1941'], 'BIRTH_DATE_IMPOSSIBLE'],
  ['born', ['3-4-41', '03/04/41'], 'BIRTH_DATE_SHORT_YEAR'],
  ['born', ['03-04-2941', '29990101'], 'BIRTH_DATE_IN_FUTURE'],
  ['born', ['31-12-1899', '18500101'], 'BIRTH_DATE_BEFORE_1900'],
  ['bsn', ['123456789', '000000000', '12345678', '1234567', 'onbekend', '1234567820', '12345678a'], 'BSN_INVALID'],
  ['postcode', ['0123 AB', '1234 SS', '123 AB', '1234 A', '9501'], 'POSTCODE_INVALID'],
  ['phone', ['0598 12', '1', 'geen', '06-1234567'], 'PHONE_INVALID'],
];

function plant(registered: readonly Person[], pick: (below: number) => number, from: number): Planted[] {
  const planted: Planted[] = [];
  const fresh = (): Person => personAt(planted.length, pick, from);
  const one = <T>(values: readonly T[]): T => values[pick(values.length)] as T;
  for (const known of registered) {
    const kind = pick(10);
    if (kind === 0) continue; // missing from the file
    const phone = `0599${String(100_000 + pick(800_000))}`;
    const changed = { ...known, phone, house: String(100 + pick(99)), suffix: 'b' };
    if (kind < 4) planted.push({ cells: written(changed, pick), status: 'UPDATE', codes: [], taken: changed });
    else if (kind === 4)
      planted.push({ cells: { ...written(known, pick), phone: '', postcode: '', street: '' }, status: 'UNCHANGED', codes: [] }); // prettier-ignore
    else planted.push({ cells: written(known, pick), status: 'UNCHANGED', codes: [] });
  }
  const numbered = registered.filter(({ bsn }) => bsn !== '');
  for (let n = 0; n < 250; n += 1) {
    const person = fresh();
    planted.push({ cells: written(person, pick), status: 'CREATE', codes: [], taken: person });
    const [first, second] = [one(FAULTS), one(FAULTS)];
    const both = first[0] === second[0] ? [first] : [first, second];
    const spoilt = { ...written(fresh(), pick) };
    for (const [field, values] of both) spoilt[field] = one(values);
    planted.push({ cells: spoilt, status: 'ERROR', codes: both.map(([, , code]) => code) });
    if (n % 5 === 0) {
      const earlier = planted.find(({ taken }) => taken === person)?.cells ?? spoilt;
      const other = written(fresh(), pick);
      planted.push({ cells: { ...other, his: earlier.his }, status: 'DUPLICATE', codes: [] });
      const twin = one(registered);
      const unnamed = { ...written(twin, pick), his: `twin-${from}-${n}`, bsn: '' };
      planted.push({ cells: unnamed, status: 'DUPLICATE', codes: [] });
      const [a, b] = [numbered[n % numbered.length] as Person, numbered[(n + 1) % numbered.length] as Person];
      const crossed = { ...written(fresh(), pick), his: a.his, bsn: b.bsn };
      const isRepeated = planted.some(({ cells }) => cells.his === a.his && cells.bsn === b.bsn);
      if (!isRepeated) planted.push({ cells: crossed, status: 'ERROR', codes: ['NUMBERS_OF_TWO_CLIENTS'] });
    }
  }
  return planted;
}

const HEADERS: Readonly<Record<keyof Person, string>> = {
  his: 'Pat.nr', family: 'Achternaam', prefix: 'Tussenv.', initials: 'Voorl.', sex: 'M/V', born: 'Geb.datum', bsn: 'BSN-nummer',
  street: 'Straat', house: 'Huisnr', suffix: 'Toev.', postcode: 'Postcode', city: 'Plaats', phone: 'Tel',
}; // prettier-ignore

/** The file, and on which line each row begins: cells with a line break take more than one. */
function fileOf(rows: readonly Cells[]): { content: string; lines: number[] } {
  const quote = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const texts = [HEADERS, ...rows].map((cells) => Object.keys(HEADERS).map((key) => quote(cells[key as keyof Person])).join(';')); // prettier-ignore
  const lines: number[] = [];
  let line = 1;
  for (const text of texts) {
    lines.push(line);
    line += text.split('\n').length;
  }
  return { content: texts.map((text) => text.replaceAll('\n', '\r\n')).join('\r\n'), lines: lines.slice(1) };
}

async function upload(content: string): Promise<ClientImportView> {
  return (await assistant.post('/api/v1/client-imports').attach('file', Buffer.from(content), 'his.csv').expect(201))
    .body;
}

async function allRows(id: string): Promise<ClientImportRowView[]> {
  const rows: ClientImportRowView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: { items: ClientImportRowView[]; nextCursor: string | null } } = await assistant
      .get(`/api/v1/client-imports/${id}/rows?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`)
      .expect(200);
    rows.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return rows;
}

async function commit(id: string): Promise<void> {
  const { body } = await assistant.post(`/api/v1/client-imports/${id}/commit`).expect(202);
  await stack.workJobs();
  expect((await assistant.get(`/api/v1/jobs/${body.jobId}`)).body).toMatchObject({ state: 'DONE' });
}

async function stored(from: number): Promise<Map<string, Record<string, string | null>>> {
  const { rows } = await stack.owner.query<Record<string, string | null>>(
    `SELECT his_number AS his, family_name AS family, name_prefix AS prefix, initials, sex, birth_date::text AS born, street,
       house_number AS house, house_suffix AS suffix, postcode, city, replace(phone, '+31', '0') AS phone, bsn_bidx IS NOT NULL AS "hasBsn"
     FROM care.client WHERE his_number LIKE '${from}-%'`,
  );
  return new Map(rows.map((row) => [row['his'] ?? '', row]));
}

function asStored({ bsn, ...person }: Person): Record<string, unknown> {
  const cells = Object.entries({ ...person, city: person.city.replace('\n', ' ') });
  return {
    ...Object.fromEntries(cells.map(([key, value]) => [key, value === '' ? null : value.normalize('NFC')])),
    hasBsn: bsn !== '',
  };
}

describe.each(SEEDS)('hundreds of planted faults (seed %d)', (seed) => {
  const from = 200_000_000 + SEEDS.indexOf(seed) * 100_000_000;
  const pick = numbersFrom(seed);
  const registered = Array.from({ length: REGISTERED }, (_, n) => personAt(n + 5000, pick, from));
  const planted = plant(registered, pick, from);
  const { content, lines } = fileOf(planted.map(({ cells }) => cells));

  it('are each found on their line, and nothing else is', async () => {
    const base = await upload(fileOf(registered.map((person) => written(person, pick))).content);
    expect(base.summary).toMatchObject({ create: REGISTERED, error: 0, duplicate: 0 });
    await commit(base.id);
    const taken = await upload(content);
    const found = new Map((await allRows(taken.id)).map((row) => [row.lineNumber, row]));
    const wrong = planted.flatMap(({ status, codes, cells }, index) => {
      const row = found.get(lines[index] ?? 0);
      const is = `${row?.status} ${row?.errors
        .map(({ code }) => code)
        .toSorted()
        .join()}`;
      const should = `${status} ${[...codes].toSorted().join()}`;
      return is === should ? [] : [`line ${lines[index]}: ${is} instead of ${should} ${JSON.stringify(cells)}`];
    });
    expect(wrong).toEqual([]);
    expect([...found.keys()].filter((line) => line !== null)).toHaveLength(planted.length);
    expect(planted.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(250);
  }, 60_000);

  it('are not committed, and everything else is, as it was written', async () => {
    const taken = await upload(content);
    await commit(taken.id);
    const clients = await stored(from);
    const should = new Map(registered.map((person) => [person.his, person]));
    for (const { taken: person } of planted) if (person) should.set(person.his, person);
    expect([...clients.keys()].toSorted()).toEqual([...should.keys()].toSorted());
    for (const [his, person] of should) expect(clients.get(his)).toEqual(asStored(person));
  }, 60_000);

  it('come back as they were when the same file is imported again', async () => {
    const before = await stack.owner.query('SELECT id, version FROM care.client ORDER BY id');
    const again = await upload(content);
    expect(again.outcomes).toMatchObject({ creates: 0, updates: 0, statuses: 0 });
    expect(again.summary).toMatchObject({ create: 0, update: 0 });
    await commit(again.id);
    expect((await stack.owner.query('SELECT id, version FROM care.client ORDER BY id')).rows).toEqual(before.rows);
  }, 60_000);
});
