import { pick, type Random } from '../support/random.ts';
import type { Cell } from './notations.ts';

export interface WrittenFile {
  readonly fileName: string;
  readonly content: Buffer;
  /** The line on which each row begins, in the order of the rows. */
  readonly lines: readonly number[];
  readonly how: string;
}

export const ENCODINGS = ['UTF-8', 'UTF-8 with BOM', 'Windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
const DELIMITERS = [';', ',', '\t'] as const;

/** What bytes 80 to 9F mean in Windows-1252; the rest of it is Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const fitsWindows1252 = (text: string): boolean =>
  [...text.normalize('NFC')].every((char) => byteOf(char) !== undefined);

function byteOf(char: string): number | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const index = HIGH.indexOf(char);
  return index < 0 ? undefined : 0x80 + index;
}

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'UTF-8') return Buffer.from(text);
  if (encoding === 'UTF-8 with BOM') return Buffer.from(`\ufeff${text}`);
  return Buffer.from([...text.normalize('NFC')].map((char) => byteOf(char) ?? 0x3f));
}

/** A table as text, the way programs differ in writing it. Source: trust paper 9. */
export function writeCsv(
  random: Random,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  encoding: Encoding,
): WrittenFile {
  const delimiter = pick(random, DELIMITERS);
  const newline = pick(random, ['\r\n', '\n']);
  const quoteAll = random() < 0.3;
  const cell = (value: Cell): string => {
    const text = String(value);
    const must = text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim();
    return quoteAll || must || random() < 0.02 ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const write = (cells: readonly Cell[]): string => cells.map(cell).join(delimiter);
  let text = write(header);
  const lines: number[] = [];
  for (const row of rows) {
    text += newline.repeat(random() < 0.03 ? 2 : 1);
    lines.push(text.split('\n').length);
    text += write(ragged(random, row, header.length));
  }
  if (random() < 0.7) text += newline;
  const how = `${encoding}, ${JSON.stringify(delimiter)}, ${JSON.stringify(newline)}${quoteAll ? ', all quoted' : ''}`;
  return {
    fileName: pick(random, ['export.csv', 'HIS export.txt', 'patiënten']),
    content: encode(text, encoding),
    lines,
    how,
  };
}

/** Empty cells at the end may be left out, and empty ones added. */
function ragged(random: Random, row: readonly Cell[], width: number): readonly Cell[] {
  const kind = random();
  if (kind > 0.97) return [...row, ''];
  if (kind > 0.06 || row.length < width) return row;
  const last = row.findLastIndex((value) => value !== '');
  return row.slice(0, last + 1);
}
