import { pick, type Random } from '../support/random.ts';

/** What stands in a cell; a number stays a number in a workbook. */
export type Cell = string | number;

const MS_PER_DAY = 86_400_000;
/** Day 0 of a workbook, as counted after its mistaken 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;

/** Days as a workbook counts them; exact from 1 March 1900. */
export const serialOf = (day: string, from1904 = false): number =>
  (Date.parse(`${day}T00:00:00Z`) - EPOCH) / MS_PER_DAY - (from1904 ? DAYS_TO_1904 : 0);

export const DATE_NOTATIONS = ['DUTCH', 'SHORT_DUTCH', 'COMPACT', 'ISO', 'SERIAL'] as const;
export type DateNotation = (typeof DATE_NOTATIONS)[number];

/** A birth date the way an export writes it. Source: domain reference 13.1. */
export function writeDate(day: string, notation: DateNotation): Cell {
  const [year = '', month = '', date = ''] = day.split('-');
  if (notation === 'DUTCH') return `${date}-${month}-${year}`;
  if (notation === 'SHORT_DUTCH') return `${Number(date)}-${Number(month)}-${year}`;
  if (notation === 'COMPACT') return `${year}${month}${date}`;
  return notation === 'ISO' ? day : serialOf(day);
}

/** Nine digits, with dots or spaces, or without the zeros a spreadsheet drops. Source: domain reference 13.3. */
export function writeBsn(random: Random, bsn: string): Cell {
  const kind = random();
  if (kind < 0.15) return `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`;
  if (kind < 0.3) return `${bsn.slice(0, 3)} ${bsn.slice(3, 6)} ${bsn.slice(6)}`;
  if (kind < 0.6 && bsn.startsWith('0')) return Number(bsn);
  return bsn;
}

/** Source: domain reference 13.6. */
export function writePhone(random: Random, phone: string): Cell {
  if (!phone.startsWith('+31'))
    return pick(random, [phone, `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`]);
  const rest = phone.slice(3);
  const cut = rest.startsWith('6') ? 1 : 3;
  const [area, local] = [rest.slice(0, cut), rest.slice(cut)];
  return pick(random, [
    `0${rest}`, `0${area} ${local}`, `0${area}-${local}`, `(0${area}) ${local}`, `+31 ${area} ${local}`, `0031${rest}`, `+31 (0)${area} ${local}`,
    `0${area}.${local}`, Number(rest),
  ]); // prettier-ignore
}

const SEXES = {
  FEMALE: ['V', 'v', 'Vrouw', 'vrouw', 'VROUW', 'vrouwelijk', ' V '],
  MALE: ['M', 'm', 'Man', 'man', 'MAN', 'mannelijk', 'M '],
} as const;

export const writeSex = (random: Random, sex: keyof typeof SEXES): string => pick(random, SEXES[sex]);

/** Source: domain reference 13.6. */
export const writePostcode = (random: Random, postcode: string): string =>
  pick(random, [postcode, postcode.replace(' ', ''), postcode.toLowerCase(), ` ${postcode} `]);
