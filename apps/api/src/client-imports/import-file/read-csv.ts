import { mapHeaders } from '@samenoud/domain';
import { DomainError } from '../../platform/http/problem.ts';
import { type Sheet, soundLines } from './sheet.ts';
import { splitLines } from './split-lines.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** How much of the file is looked at to see what divides it. */
const SAMPLE = { characters: 100_000, lines: 25 } as const;
/** A first line of spreadsheet programs that names the delimiter. */
const NAMED_DELIMITER = /^"?sep=(.)"?\n/i;
/** What fills up the end of a file, old marks for it among them. */
const BLANK = /[\u0000\u001A\s]/;

/** Lines and cells of a text with a delimiter. Throws IMPORT_NOT_A_TABLE when nothing divides it into columns. */
export function readCsv(decoded: string): Pick<Sheet, 'delimiter' | 'lines'> {
  const text = withoutTail(decoded.replace(/\r\n?/g, '\n'));
  const named = NAMED_DELIMITER.exec(text);
  const delimiter = DELIMITERS.find((known) => known === named?.[1]) ?? likeliestDelimiter(text);
  const lines = soundLines([...splitLines(text, delimiter)]);
  return { delimiter, lines: named ? lines.slice(1) : lines };
}

/** The text to the end of its last line with anything on it. Step by step: a pattern looks again from every blank there is. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && BLANK.test(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : `${text.slice(0, end)}\n`;
}

/** The delimiter with which most headers are known; where none are, the one that gives most columns on most lines. */
function likeliestDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE.characters);
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) })).toSorted(
    (a, b) => b.score - a.score,
  );
  const best = ranked[0];
  if (!best || best.score === 0) throw new DomainError('IMPORT_NOT_A_TABLE');
  return best.delimiter;
}

const EACH_HEADER = 1000;

function scoreOf(sample: string, delimiter: string): number {
  const rows: string[][] = [];
  for (const { cells } of splitLines(sample, delimiter)) {
    if (cells.some((cell) => cell !== '')) rows.push([...cells]);
    if (rows.length === SAMPLE.lines) break;
  }
  const divided = rows.filter(({ length }) => length > 1);
  if (divided.length * 2 < rows.length) return 0;
  const headers = Math.max(0, ...divided.map((cells) => mapHeaders(cells).filter((field) => field !== null).length));
  const widths = divided.map(({ length }) => length).toSorted((a, b) => a - b);
  return headers * EACH_HEADER + (widths[Math.floor(widths.length / 2)] ?? 0);
}
