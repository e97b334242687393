export type CsvCell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';
const DELIMITER = ';';
const LINE_END = '\r\n';
/** What a spreadsheet takes for a formula, or for the way to one. */
const FORMULA_START = /^[=+\-@\t\r\0]/;

/**
 * A table as a file for spreadsheets: RFC 4180 with `;`, UTF-8 with byte order mark. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front; numbers are left as they are. Source: `trust.md` 8.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): Buffer {
  const lines = [head, ...rows].map((row) => row.map(cellOf).join(DELIMITER));
  return Buffer.from(`${BYTE_ORDER_MARK}${lines.join(LINE_END)}${LINE_END}`, 'utf8');
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
