import type { ImportLine } from '@samenoud/domain';
import { cappedCell, SHEET_LIMITS } from './sheet.ts';

const QUOTE = '"';
const MOST_LINES_IN_A_CELL = 50;

/**
 * Lines and cells of delimited text (RFC 4180, newlines as \n), forgiving where HIS exports are: a quote inside a cell is a
 * character, and an opening quote that is never closed spoils its own line instead of the rest of the file. Of our own,
 * because the line on which a row begins has to be right, also after cells with line breaks.
 */
export function* splitLines(text: string, delimiter: string): Generator<ImportLine> {
  let position = 0;
  let lineNumber = 1;
  while (position < text.length) {
    const row = readRow(text, position, delimiter);
    yield { lineNumber, cells: row.cells, ...(row.isBroken && { isBroken: true }) };
    lineNumber += row.lineBreaks + 1;
    position = row.end + 1;
  }
}

interface Row {
  readonly cells: string[];
  readonly lineBreaks: number;
  readonly isBroken: boolean;
  /** Where the newline after the row stands. */
  readonly end: number;
}

function readRow(text: string, start: number, delimiter: string): Row {
  const cells: string[] = [];
  let [position, lineBreaks, isBroken] = [start, 0, false];
  for (;;) {
    const opens = text[position] === QUOTE && !isBroken; // a spoilt row is not searched for quotes again and again
    const quoted = opens ? readQuoted(text, position, delimiter) : undefined;
    if (opens && quoted === undefined) isBroken = true;
    const { cell, end } = quoted ?? readPlain(text, position, delimiter);
    lineBreaks += quoted?.lineBreaks ?? 0;
    if (cells.length <= SHEET_LIMITS.columns) cells.push(cappedCell(cell));
    if (text[end] !== delimiter) return { cells, lineBreaks, isBroken, end };
    position = end + 1;
  }
}

function readPlain(text: string, start: number, delimiter: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotes; undefined when its end is nowhere near, or lies beyond what must be another row. */
function readQuoted(
  text: string,
  start: number,
  delimiter: string,
): { cell: string; end: number; lineBreaks: number } | undefined {
  let [hasStrayQuote, lineBreaks, from] = [false, 0, start + 1];
  for (;;) {
    const quote = text.indexOf(QUOTE, from);
    if (quote === -1 || quote - start > SHEET_LIMITS.cellCharacters * 2) return undefined;
    lineBreaks += text.slice(from, quote).split('\n').length - 1;
    if (lineBreaks > MOST_LINES_IN_A_CELL || (hasStrayQuote && lineBreaks > 0)) return undefined;
    const next = text[quote + 1];
    if (next === undefined || next === delimiter || next === '\n')
      return { cell: text.slice(start + 1, quote).replaceAll('""', QUOTE), end: quote + 1, lineBreaks };
    if (next !== QUOTE) hasStrayQuote = true;
    from = quote + (next === QUOTE ? 2 : 1);
  }
}
