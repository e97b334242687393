import { padImportedBsn } from '../bsn/bsn.ts';
import type { Day } from '../calendar/day.ts';
import { normaliseImportedPhone } from '../contact-details/phone.ts';
import { normalisePostcode } from '../contact-details/postcode.ts';
import { splitPrefix } from '../names/split-prefix.ts';
import type { ImportError, ImportErrorCode, ImportField, ImportNotice } from './import-codes.ts';
import { splitAddress, splitHouse } from './imported-address.ts';
import { readBirthDate } from './imported-birth-date.ts';
import { readNameUse, readSex } from './imported-codes.ts';
import { type KnownGp, matchGp } from './match-gp.ts';

/** What a column says about a client, as it would be stored. */
export const IMPORTED_KEYS = [
  'family', 'prefix', 'initials', 'given', 'partnerFamily', 'partnerPrefix', 'nameUse', 'sex', 'birthDate', 'bsn', 'hisNumber',
  'street', 'houseNumber', 'suffix', 'postcode', 'city', 'phone', 'gpId',
] as const; // prettier-ignore
export type ImportedKey = (typeof IMPORTED_KEYS)[number];

/** What a row says; a key that is absent says nothing: its column is not in the file, or its cell is empty. */
export type ImportedPerson = { readonly [Key in ImportedKey]?: string };

export interface ImportLine {
  /** Line of the file on which the row begins, counted from 1. */
  readonly lineNumber: number;
  readonly cells: readonly string[];
  /** A quote is opened and never closed: what follows it may be in the wrong place. */
  readonly isBroken?: boolean;
}

export interface ReadRow {
  readonly lineNumber: number;
  readonly person: ImportedPerson;
  readonly errors: readonly ImportError[];
  readonly notices: readonly ImportNotice[];
}

export interface ReadingContext {
  /** The field of each column. */
  readonly fields: readonly (ImportField | null)[];
  readonly gps: readonly KnownGp[];
  readonly today: Day;
}

/** As much as the register keeps of each, in characters. */
const LIMITS: Partial<Record<ImportField, number>> = {
  FAMILY: 200, GIVEN: 200, PARTNER_FAMILY: 200, PREFIX: 40, PARTNER_PREFIX: 40, INITIALS: 40, HIS_NUMBER: 40, STREET: 120,
  ADDRESS: 140, HOUSE_NUMBER: 20, SUFFIX: 10, CITY: 80,
}; // prettier-ignore
const HOUSE_PART_LIMIT = 10;
const UNREADABLE = '\uFFFD';

/** A cell as people meant it: composed letters, one line, single blanks, no control characters. */
export function tidyCell(cell: string): string {
  return cell
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\u200B\uFEFF]+/gu, ' ')
    .trim();
}

/** Reads one row: everything that is wrong with it, and what it says where nothing is. Source: domain reference 13.1. */
export function readRow({ lineNumber, cells, isBroken }: ImportLine, context: ReadingContext): ReadRow {
  const row = new RowReader(cells, context);
  if (isBroken === true) row.fail('BROKEN_LINE', null, '');
  row.refuseStrayCells();
  const person = {
    ...names(row), ...birthDate(row, context.today), ...numbers(row), ...address(row), ...phone(row), ...gp(row, context.gps),
  }; // prettier-ignore
  return { lineNumber, person, errors: row.errors, notices: row.notices };
}

class RowReader {
  readonly errors: ImportError[] = [];
  readonly notices: ImportNotice[] = [];
  private readonly cells: readonly string[];
  private readonly fields: readonly (ImportField | null)[];

  constructor(cells: readonly string[], { fields }: ReadingContext) {
    this.cells = cells.map(tidyCell);
    this.fields = fields;
  }

  has(field: ImportField): boolean {
    return this.fields.includes(field);
  }

  /** The cell of a field, or an empty text; what cannot be kept is an error of the row. */
  cell(field: ImportField): string {
    const text = this.cells[this.fields.indexOf(field)] ?? '';
    const limit = LIMITS[field];
    if (text.includes(UNREADABLE)) return this.fail('UNREADABLE', field, text);
    if (limit !== undefined && [...text].length > limit) return this.fail('TOO_LONG', field, text);
    return text;
  }

  fail(code: ImportErrorCode, field: ImportField | null, value: string): '' {
    this.errors.push({ code, field, value: value === '' ? null : [...value].slice(0, 60).join('') });
    return '';
  }

  failed(field: ImportField): boolean {
    return this.errors.some((error) => error.field === field);
  }

  /** More cells than columns: a delimiter stood in a text, so every cell after it is in the wrong column. */
  refuseStrayCells(): void {
    const stray = this.cells.slice(this.fields.length).filter((text) => text !== '');
    if (stray.length > 0) this.fail('TOO_MANY_CELLS', null, stray.join(' '));
  }
}

/** Only what says something. */
function filled(person: { [Key in ImportedKey]?: string | undefined }): ImportedPerson {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value));
}

function names(row: RowReader): ImportedPerson {
  const family = row.cell('FAMILY');
  if (family === '' && !row.failed('FAMILY')) row.fail('FAMILY_MISSING', 'FAMILY', '');
  const sexCell = row.cell('SEX');
  const sex = readSex(sexCell);
  if (sex === undefined && !row.failed('SEX')) row.fail(sexCell === '' ? 'SEX_MISSING' : 'SEX_UNKNOWN', 'SEX', sexCell);
  const own = row.has('PREFIX') ? { prefix: row.cell('PREFIX'), family } : splitPrefix(family);
  const partner = row.has('PARTNER_PREFIX')
    ? { prefix: row.cell('PARTNER_PREFIX'), family: row.cell('PARTNER_FAMILY') }
    : splitPrefix(row.cell('PARTNER_FAMILY'));
  return filled({
    family: own.family,
    prefix: own.prefix,
    initials: row.cell('INITIALS'),
    given: row.cell('GIVEN'),
    partnerFamily: partner.family,
    partnerPrefix: partner.prefix,
    nameUse: readNameUse(row.cell('NAME_USE')),
    sex,
  });
}

function birthDate(row: RowReader, today: Day): ImportedPerson {
  const cell = row.cell('BIRTH_DATE');
  if (row.failed('BIRTH_DATE')) return {};
  const read = readBirthDate(cell, today);
  if ('day' in read) return { birthDate: read.day };
  row.fail(read.problem, 'BIRTH_DATE', cell);
  return {};
}

/** A value that is given and cannot be is an error; an empty cell says nothing. */
function checked(
  row: RowReader,
  field: ImportField,
  code: ImportErrorCode,
  read: (cell: string) => string | undefined,
): string | undefined {
  const cell = row.cell(field);
  if (cell === '') return undefined;
  const value = read(cell);
  if (value === undefined) row.fail(code, field, cell);
  return value;
}

function numbers(row: RowReader): ImportedPerson {
  return filled({ bsn: checked(row, 'BSN', 'BSN_INVALID', padImportedBsn), hisNumber: row.cell('HIS_NUMBER') });
}

function address(row: RowReader): ImportedPerson {
  const whole = row.has('STREET') || !row.has('ADDRESS') ? row.cell('STREET') : row.cell('ADDRESS');
  const apart = row.has('HOUSE_NUMBER');
  const { street, ...inStreet } = apart ? { street: whole } : splitAddress(whole);
  const given = row.cell('SUFFIX');
  const house = apart ? houseOf(row.cell('HOUSE_NUMBER'), given) : { ...inStreet, ...(given && { suffix: given }) };
  for (const part of [house.houseNumber, house.suffix]) {
    if (part !== undefined && [...part].length > HOUSE_PART_LIMIT) row.fail('TOO_LONG', 'HOUSE_NUMBER', part);
  }
  return filled({
    street,
    ...house,
    postcode: checked(row, 'POSTCODE', 'POSTCODE_INVALID', normalisePostcode),
    city: row.cell('CITY'),
  });
}

function houseOf(number: string, suffix: string): { houseNumber: string; suffix: string } {
  return suffix === '' ? splitHouse(number) : { houseNumber: number, suffix };
}

/** The mobile number stands in where the other column is empty. */
function phone(row: RowReader): ImportedPerson {
  const field = row.cell('PHONE') === '' && !row.failed('PHONE') ? 'MOBILE' : 'PHONE';
  return filled({ phone: checked(row, field, 'PHONE_INVALID', normaliseImportedPhone) });
}

function gp(row: RowReader, gps: readonly KnownGp[]): ImportedPerson {
  const cell = row.cell('GP');
  const gpId = cell === '' ? undefined : matchGp(cell, gps);
  if (cell !== '' && gpId === undefined) row.notices.push('GP_UNKNOWN');
  return filled({ gpId });
}
