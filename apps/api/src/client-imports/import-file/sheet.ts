import type { ImportLine } from '@samenoud/domain';
import { DomainError } from '../../platform/http/problem.ts';

/** What stands in a file, whatever its format: lines that are not empty, with their number in the file. */
export interface Sheet {
  readonly format: 'CSV' | 'XLSX';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly lines: readonly ImportLine[];
}

/** Source: `trust.md` 8, uploads. */
export const SHEET_LIMITS = { rows: 50_000, columns: 200, cellCharacters: 10_000 } as const;

/** Lines without anything on them are left out; too much of it is refused. */
export function soundLines(lines: readonly ImportLine[]): ImportLine[] {
  const filled = lines.filter(({ cells, isBroken }) => isBroken === true || cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new DomainError('IMPORT_EMPTY');
  const isTooWide = filled.some(({ cells }) => cells.length > SHEET_LIMITS.columns);
  if (filled.length > SHEET_LIMITS.rows + 1 || isTooWide) throw new DomainError('IMPORT_TOO_BIG');
  return filled;
}

/** A cell longer than any field is cut: the row then says that it is too long. */
export function cappedCell(cell: string): string {
  return cell.length > SHEET_LIMITS.cellCharacters ? cell.slice(0, SHEET_LIMITS.cellCharacters) : cell;
}
