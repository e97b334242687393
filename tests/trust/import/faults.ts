import type { ImportField } from '@samenoud/domain';
import { pick, type Random } from '../support/random.ts';
import type { Cell } from './notations.ts';

/** Text in one cell with which the row may not be taken over. */
export interface CellFault {
  readonly kind: string;
  readonly field: ImportField;
  readonly cell: Cell;
  /** The words the paper wants. */
  readonly says?: RegExp;
}

const EMPTY = ['', ' ', '\u00a0'];

/** Source: domain reference 13.1, 13.3 and 13.6, trust paper 9. */
const FAULTS: Readonly<Record<string, { field: ImportField; cells: readonly Cell[]; says?: RegExp }>> = {
  'no family name': { field: 'FAMILY', cells: EMPTY },
  'no sex': { field: 'SEX', cells: EMPTY },
  'unknown sex': { field: 'SEX', cells: ['Q', '?', 'mw/dhr', '7'] },
  'no birth date': { field: 'BIRTH_DATE', cells: EMPTY },
  'incomplete birth date': {
    field: 'BIRTH_DATE',
    cells: ['00-00-1941', '00-05-1941', '1941-00-00', '1941-05-00', '19410000', '19410500', '15-00-1941'],
    says: /onvolledig/i,
  },
  'impossible birth date': {
    field: 'BIRTH_DATE',
    cells: ['31-02-1941', '29-02-1941', '29-02-1900', '1900-02-29', '19410231', '32-01-1940', '12-13-1941', '1941-13-01', '19411301', 'onbekend', '0000-00-00', '1-1'],
  },
  'birth date before 1900': { field: 'BIRTH_DATE', cells: ['31-12-1899', '1899-12-31', '18991231', '04-04-0941', '01-01-1841'] },
  'short year': { field: 'BIRTH_DATE', cells: ['03-04-41', '3-4-41', '41-04-03'] },
  'bad BSN': {
    field: 'BSN',
    cells: ['123456789', '000000000', '1234567820', '12345678', '12345678a', '1234567', '1234-56-782', '1,23457E+08', 'geen'],
  },
  'bad postcode': { field: 'POSTCODE', cells: ['0123 AB', '1234 SS', '1234 SA', '1234SD', '123 AB', '1234 A', '1234', '12345 AB', 'AB 1234', '1234 A1'] },
  'bad phone': { field: 'PHONE', cells: ['0598 12', '1', '061234567', '0599 12345678', 'onbekend', '+31 599 12345', '00599123456', '0599 123456 / 06 12345678'] },
}; // prettier-ignore

const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** One fault in a column that the file has. */
export function anyCellFault(random: Random, has: (field: ImportField) => boolean): CellFault {
  if (random() < 0.06 && has('BIRTH_DATE')) {
    const cell = pick(random, [dayAfter(2), dayAfter(400), '2941-04-03']);
    return { kind: 'birth date in the future', field: 'BIRTH_DATE', cell };
  }
  const kinds = Object.entries(FAULTS).filter(([, { field }]) => has(field));
  const [kind, { field, cells, says }] = pick(random, kinds);
  return { kind, field, cell: pick(random, cells), ...(says ? { says } : {}) };
}
