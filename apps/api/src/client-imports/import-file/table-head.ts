import { type ImportField, type ImportLine, mapHeaders, type RememberedFields } from '@samenoud/domain';

export interface Table {
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | null)[];
  /** False: the file begins with data at once, and its columns have numbers for names. */
  readonly hasHeader: boolean;
  readonly rows: readonly ImportLine[];
}

/** A title, a date and an empty line may stand above the headers. */
const LOOKED_AT = 20;
const SURE_FROM = 3;

/** Finds the line with the headers and what they mean. Without one every column waits for a person to say what it holds. */
export function findTable(lines: readonly ImportLine[], remembered: RememberedFields): Table {
  const known = lines.slice(0, LOOKED_AT).map(({ cells }) => knownHeaders(cells, remembered));
  const first = known.findIndex((count) => count >= SURE_FROM);
  const best = first >= 0 ? first : known.indexOf(Math.max(...known));
  const isHeader = (known[best] ?? 0) >= 2 || holdsNames(lines[best]?.cells ?? []);
  if (!isHeader) return withoutHeader(lines);
  const headers = (lines[best]?.cells ?? []).map((cell) => cell.replaceAll('\uFEFF', '').trim());
  return { headers, fields: mapHeaders(headers, remembered), hasHeader: true, rows: lines.slice(best + 1) };
}

function knownHeaders(cells: readonly string[], remembered: RememberedFields): number {
  return mapHeaders(cells, remembered).filter((field) => field !== null).length;
}

/** Headers have no numbers in them; a row of people always does. */
function holdsNames(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => cell.trim() !== '' && !/\d{2}/.test(cell));
}

function withoutHeader(lines: readonly ImportLine[]): Table {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, () => '');
  return { headers, fields: headers.map(() => null), hasHeader: false, rows: lines };
}
