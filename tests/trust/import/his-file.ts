import type { ImportField, ImportStatus } from '@samenoud/domain';
import { pick, type Random, someOf } from '../support/random.ts';
import { anyCellFault, type CellFault } from './faults.ts';
import { anyHeader, type FileField, OTHER_HEADERS } from './headers.ts';
import {
  type Cell,
  DATE_NOTATIONS,
  type DateNotation,
  serialOf,
  writeBsn,
  writeDate,
  writePhone,
  writePostcode,
  writeSex,
} from './notations.ts';
import { anyAddress, anyPhone, manyPeople, type Person } from './people.ts';
import { ENCODINGS, fitsWindows1252, type WrittenFile, writeCsv } from './write-csv.ts';
import { type SheetCell, writeXlsx } from './write-xlsx.ts';

/** What must be said of one line of a file, and what it must lead to. */
export interface ExpectedRow {
  readonly line: number;
  readonly kind: string;
  readonly status: ImportStatus;
  /** The only columns an error may name. */
  readonly fields: readonly ImportField[];
  readonly says?: RegExp;
  /** The number of the person of the register that it is about. */
  readonly known?: number;
  /** How this person must stand in the register afterwards; null where nothing may change. */
  readonly becomes: Person | null;
  /** A person may take it without the value at fault; then this must come of it. */
  readonly without?: Person;
}

/** A register, a file that is imported into it, and what must come of it. */
export interface HisFile {
  readonly register: readonly Person[];
  readonly file: WrittenFile;
  readonly columns: readonly {
    readonly header: string;
    readonly field: FileField | null;
    /** A header that says nothing: a person must tell once what the column holds. */
    readonly isOdd: boolean;
  }[];
  readonly expected: readonly ExpectedRow[];
  /** People of the register who are not in the file. */
  readonly missing: readonly number[];
  /** People of whom the paper does not say whether a line at fault still is about them. */
  readonly perhapsMissing: readonly number[];
}

interface PlannedRow extends Omit<ExpectedRow, 'line'> {
  readonly cells: Readonly<Record<FileField, Cell>>;
}

interface Layout {
  readonly isWorkbook: boolean;
  readonly from1904: boolean;
  readonly notation: DateNotation;
  readonly fields: readonly FileField[];
  readonly has: (field: ImportField) => boolean;
}

const ADDRESS = ['STREET', 'HOUSE_NUMBER', 'SUFFIX', 'POSTCODE', 'CITY'] as const;
const PERSON_FIELDS = {
  FAMILY: 'family', PREFIX: 'prefix', INITIALS: 'initials', GIVEN: 'given', BSN: 'bsn', HIS_NUMBER: 'hisNumber', SEX: 'sex',
  BIRTH_DATE: 'birthDate', STREET: 'street', HOUSE_NUMBER: 'houseNumber', SUFFIX: 'suffix', POSTCODE: 'postcode', CITY: 'city', PHONE: 'phone', GP: 'gp',
} as const satisfies Partial<Record<FileField, keyof Person>>; // prettier-ignore

/** Written as a number of days, some days cannot be told from a year. */
const looksLikeYear = (day: string): boolean => serialOf(day) >= 1_800 && serialOf(day) <= 2_100;

/** A family name that begins like a prefix is only told from one by the column it stands in. */
const LOOKS_PREFIXED = /^ de /;

/** How many of each kind of row: a file of `size` rows, of which about a third is at fault. */
export function anyHisFile(random: Random, size: number): HisFile {
  const layout = anyLayout(random);
  const encoding = pick(random, ENCODINGS);
  const fits = (name: string): boolean =>
    (layout.isWorkbook || encoding !== 'Windows-1252' || fitsWindows1252(name)) &&
    (layout.has('PREFIX') || !LOOKS_PREFIXED.test(name));
  const people = manyPeople(random, size * 2, fits);
  const planner = new Planner(random, layout, people, Math.ceil(size / 2));
  const rows = planner.plan(size);
  const columns = anyColumns(random, layout.fields);
  const file = write(random, layout, encoding, columns, rows);
  const expected = rows.map((row, index) => ({ ...row, line: file.lines[index] ?? 0 }));
  return {
    register: planner.register,
    file,
    columns,
    expected,
    missing: planner.missing,
    perhapsMissing: planner.perhaps,
  };
}

function anyLayout(random: Random): Layout {
  const isWorkbook = random() < 0.3;
  const numbers = pick(random, [['BSN', 'HIS_NUMBER'], ['BSN', 'HIS_NUMBER'], ['BSN'], ['HIS_NUMBER']] as const);
  const fields: FileField[] = [
    'FAMILY', 'SEX', 'BIRTH_DATE', ...numbers, ...pick(random, [['INITIALS'], ['GIVEN'], ['INITIALS', 'GIVEN']] as const),
    ...(random() < 0.7 ? (['PREFIX'] as const) : []), ...(random() < 0.9 ? ADDRESS : []), ...someOf(random, ['PHONE'] as const, 0.9),
    ...someOf(random, ['GP'] as const, 0.4),
  ]; // prettier-ignore
  const has = (field: ImportField): boolean => fields.some((one) => one === field);
  return { isWorkbook, from1904: isWorkbook && random() < 0.2, notation: pick(random, DATE_NOTATIONS), fields, has };
}

/** Makes rows and says what each must lead to; everybody is used once. */
class Planner {
  readonly register: Person[];
  readonly missing: number[] = [];
  readonly perhaps: number[] = [];
  readonly #rows: PlannedRow[] = [];
  readonly #strangers: Person[];
  #next = 0;

  constructor(
    private readonly random: Random,
    private readonly layout: Layout,
    people: readonly Person[],
    registered: number,
  ) {
    const findable = (person: Person): boolean => this.numbered(person);
    this.register = people
      .slice(0, registered)
      .map((person) => (findable(person) ? person : { ...person, hisNumber: person.hisNumber ?? `9${person.bsn}` }));
    this.#strangers = people.slice(registered);
  }

  plan(size: number): PlannedRow[] {
    while (this.#rows.length < size && this.#strangers.length > 3) this.addRow();
    for (; this.#next < this.register.length; this.#next++) this.missing.push(this.#next);
    return this.#rows;
  }

  private addRow(): void {
    const kind = this.random();
    if (this.#next + 2 >= this.register.length || kind < 0.3) return this.addNew();
    if (kind < 0.4) return this.addUnchanged();
    if (kind < 0.5) return this.addChanged();
    if (kind < 0.55) return void this.missing.push(this.#next++);
    if (kind < 0.72) return this.addFaultOfNew();
    if (kind < 0.86) return this.addFaultOfKnown();
    if (kind < 0.91) return this.addSecondInFile();
    if (kind < 0.96) return this.addPossibleDuplicate();
    return this.addNumbersOfTwo();
  }

  private numbered = (person: Person): boolean =>
    (this.layout.has('BSN') && person.bsn !== null) || (this.layout.has('HIS_NUMBER') && person.hisNumber !== null);

  private takeStranger(): Person {
    const person = this.#strangers.pop();
    if (!person) throw new Error('everybody is used');
    return person;
  }

  private addNew(): void {
    const person = this.takeStranger();
    this.#rows.push({
      kind: 'new',
      status: 'CREATE',
      fields: [],
      becomes: this.seen(person),
      cells: this.cellsOf(person),
    });
  }

  private addUnchanged(): void {
    const known = this.#next++;
    const person = this.registered(known);
    this.#rows.push({
      kind: 'unchanged',
      status: 'UNCHANGED',
      fields: [],
      known,
      becomes: null,
      cells: this.cellsOf(person),
    });
  }

  private addChanged(): void {
    const known = this.#next++;
    const before = this.registered(known);
    const after = this.changed(before);
    this.#rows.push({
      kind: 'changed',
      status: 'UPDATE',
      fields: [],
      known,
      becomes: after,
      cells: this.cellsOf(after),
    });
  }

  private changed(before: Person): Person {
    const married = { family: `${before.family} Bis`.slice(-200) };
    const changes: Partial<Person>[] = [married];
    if (this.layout.has('PHONE')) changes.push({ phone: anyPhone(this.random) });
    if (this.layout.has('STREET'))
      changes.push({ ...anyAddress(this.random), suffix: before.suffix === null ? null : 'z' });
    return { ...before, ...pick(this.random, changes) };
  }

  /** One or two cells that no register may take. */
  private spoil(person: Person): { cells: Record<FileField, Cell>; faults: CellFault[] } {
    const cells = this.cellsOf(person);
    const faults: CellFault[] = [];
    for (let count = this.random() < 0.15 ? 2 : 1; count > 0; count--) {
      const fault = anyCellFault(
        this.random,
        (field) => this.layout.has(field) && !faults.some((one) => one.field === field),
      );
      faults.push(fault);
      cells[fault.field as FileField] = fault.cell;
    }
    return { cells, faults };
  }

  private errorRow(person: Person, known?: number): PlannedRow {
    const { cells, faults } = this.spoil(person);
    const fields = faults.map(({ field }) => field);
    const says = faults.find((fault) => fault.says)?.says;
    const row = {
      kind: faults.map(({ kind }) => kind).join(' and '),
      status: 'ERROR',
      fields,
      cells,
      becomes: null,
    } as const;
    const left = this.leftAfter(person, fields, known);
    return {
      ...row,
      ...(known === undefined ? {} : { known }),
      ...(says ? { says } : {}),
      ...(left ? { without: left } : {}),
    };
  }

  /** What comes of a row when it is taken without BSN, postcode or phone; undefined when more is at fault. */
  private leftAfter(person: Person, fields: readonly ImportField[], known?: number): Person | undefined {
    if (!fields.every((field) => ['BSN', 'POSTCODE', 'PHONE'].includes(field))) return undefined;
    if (known !== undefined) return this.register[known];
    const without = Object.fromEntries(fields.map((field) => [PERSON_FIELDS[field as 'BSN'], null]));
    return { ...this.seen(person), ...without };
  }

  private addFaultOfNew(): void {
    this.#rows.push(this.errorRow(this.takeStranger()));
  }

  private addFaultOfKnown(): void {
    const known = this.#next++;
    const row = this.errorRow(this.registered(known), known);
    const numbers = (['BSN', 'HIS_NUMBER'] as const).filter(
      (field) => !row.fields.includes(field) && row.cells[field] !== '',
    );
    if (!numbers.some((field) => this.layout.has(field))) this.perhaps.push(known);
    this.#rows.push(row);
  }

  /** A number that an earlier line has, in another notation, on somebody who is not there yet. */
  private addSecondInFile(): void {
    if (this.#rows.length === 0) return this.addNew();
    const first = pick(this.random, this.#rows);
    const field = pick(
      this.random,
      (['BSN', 'HIS_NUMBER'] as const).filter((one) => this.layout.has(one)),
    );
    const person = first.becomes ?? (first.known === undefined ? undefined : this.register[first.known]);
    const number = person?.[PERSON_FIELDS[field]];
    if (!number || first.status === 'ERROR' || first.status === 'DUPLICATE') return this.addNew();
    const other = { ...this.takeStranger(), bsn: null, hisNumber: null, [PERSON_FIELDS[field]]: number };
    this.#rows.push({
      kind: `${field} twice`,
      status: 'DUPLICATE',
      fields: [],
      becomes: null,
      cells: this.cellsOf(other),
    });
  }

  /** The same name and birth date as somebody in the register, whose numbers are not here. */
  private addPossibleDuplicate(): void {
    const known = this.#next++;
    const { family, birthDate, prefix } = this.registered(known);
    const spelled = pick(this.random, spellingsOf(family));
    const twin = { ...this.takeStranger(), family: spelled, birthDate, prefix: pick(this.random, [prefix, null]) };
    this.perhaps.push(known);
    this.#rows.push({
      kind: 'possible duplicate',
      status: 'DUPLICATE',
      fields: [],
      becomes: null,
      cells: this.cellsOf(twin),
    });
  }

  private addNumbersOfTwo(): void {
    if (!this.layout.has('BSN') || !this.layout.has('HIS_NUMBER')) return this.addNew();
    const [one, other] = [this.#next++, this.#next++];
    const [a, b] = [this.registered(one), this.registered(other)];
    if (b.hisNumber === null) return void this.missing.push(one, other);
    this.perhaps.push(one, other);
    const mixed = { ...a, hisNumber: b.hisNumber };
    const fields = ['BSN', 'HIS_NUMBER'] as const;
    this.#rows.push({ kind: 'numbers of two', status: 'ERROR', fields, becomes: null, cells: this.cellsOf(mixed) });
  }

  private registered(index: number): Person {
    const person = this.register[index];
    if (!person) throw new Error('nobody left in the register');
    return person;
  }

  /** The part of a person that the columns of the file tell. */
  private seen(person: Person): Person {
    const told = Object.entries(PERSON_FIELDS).map(([field, part]) => {
      const isTold = this.layout.has(field as FileField) || part === 'family' || part === 'prefix';
      return [part, isTold ? person[part] : null];
    });
    return { ...person, ...Object.fromEntries(told) } as Person;
  }

  private cellsOf(person: Person): Record<FileField, Cell> {
    const { random, layout } = this;
    const glue = person.prefix?.endsWith("'") && person.prefix !== "'t" ? '' : ' ';
    const whole = person.prefix === null ? person.family : `${person.prefix}${glue}${person.family}`;
    const wish = random() < 0.1 ? pick(random, DATE_NOTATIONS) : layout.notation;
    const notation = !layout.isWorkbook && looksLikeYear(person.birthDate) ? 'DUTCH' : wish;
    return {
      FAMILY: layout.has('PREFIX') ? person.family : whole,
      PREFIX: person.prefix ?? '',
      INITIALS: person.initials ?? '',
      GIVEN: person.given ?? '',
      SEX: writeSex(random, person.sex),
      BIRTH_DATE:
        layout.from1904 && notation === 'SERIAL'
          ? serialOf(person.birthDate, true)
          : writeDate(person.birthDate, notation),
      BSN: person.bsn === null ? '' : writeBsn(random, person.bsn),
      HIS_NUMBER: person.hisNumber ?? '',
      STREET: person.street ?? '',
      HOUSE_NUMBER: person.houseNumber ?? '',
      SUFFIX: person.suffix ?? '',
      POSTCODE: person.postcode === null ? '' : writePostcode(random, person.postcode),
      CITY: person.city ?? '',
      PHONE: person.phone === null ? '' : writePhone(random, person.phone),
      GP: person.gp ?? pick(random, ['', 'Dr. Onbekend']),
    };
  }
}

/** The same name to whoever searches: capitals and accents do not count. Source: domain reference 13.5. */
function spellingsOf(family: string): string[] {
  const capitals = family.toUpperCase();
  const comesBack = capitals.toLowerCase() === family.toLowerCase();
  return [family, family.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''), ...(comesBack ? [capitals] : [])];
}

const ODD_HEADER = 'Rubriek Q7';

type Column = HisFile['columns'][number];

function anyColumns(random: Random, fields: readonly FileField[]): Column[] {
  const others = someOf(random, OTHER_HEADERS, 0.35).map((header) => ({ header, field: null, isOdd: false }));
  const odd = random() < 0.25 ? pick(random, fields) : undefined;
  const known = fields.map((field) => ({
    header: field === odd ? ODD_HEADER : anyHeader(random, field),
    field,
    isOdd: field === odd,
  }));
  return [...known, ...others]
    .map((column) => ({ column, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ column }) => column);
}

function write(
  random: Random,
  layout: Layout,
  encoding: (typeof ENCODINGS)[number],
  columns: readonly Column[],
  rows: readonly PlannedRow[],
): WrittenFile {
  const other = (): string =>
    pick(random, ['', '', 'zie dossier', 'twee\nregels', 'een; "twee", drie\r\nvier', '01-02-2003']);
  const header = columns.map((column) => column.header);
  const table = rows.map(({ cells }) => columns.map(({ field }) => (field === null ? other() : cells[field])));
  if (!layout.isWorkbook) return writeCsv(random, header, table, encoding);
  const birth = columns.findIndex(({ field }) => field === 'BIRTH_DATE');
  const sheet = table.map((row) =>
    row.map((cell, index): SheetCell => (index === birth && typeof cell === 'number' ? { serial: cell } : cell)),
  );
  return writeXlsx(random, header, sheet, layout.from1904);
}
