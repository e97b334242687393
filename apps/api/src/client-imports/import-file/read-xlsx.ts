import type { ImportLine } from '@samenoud/domain';
import type { CellValue, Row } from 'exceljs';
import { DomainError } from '../../platform/http/problem.ts';
import { checkWorkbookArchive } from './check-archive.ts';
import { cappedCell, type Sheet, SHEET_LIMITS, soundLines } from './sheet.ts';

/** The lines of the first sheet of a workbook that holds any, as texts; the line number is the row's number there. */
export async function readXlsx(content: Buffer): Promise<Sheet> {
  await checkWorkbookArchive(content);
  const lines = await firstFilledSheet(content).catch((error: unknown) => {
    throw error instanceof DomainError ? error : new DomainError('IMPORT_BROKEN');
  });
  return { format: 'XLSX', encoding: null, delimiter: null, lines: soundLines(lines) };
}

/** Read in memory: the library's stream puts sheets in files of its own, and no BSN may lie on a disk in the open. */
async function firstFilledSheet(content: Buffer): Promise<ImportLine[]> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  Object.defineProperty(workbook.definedNames, 'model', { value: [], writable: true });
  const bytes = new Uint8Array(content).buffer;
  await workbook.xlsx.load(bytes, { ignoreNodes: UNREAD });
  for (const sheet of workbook.worksheets) {
    if ((sheet.lastRow?.number ?? 0) > LAST_ROW) throw new DomainError('IMPORT_TOO_BIG');
    const lines: ImportLine[] = [];
    sheet.eachRow((row) => lines.push({ lineNumber: row.number, cells: cellsOf(row) }));
    if (lines.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) return equallyWide(lines);
  }
  return [];
}

/** A cell right of the last header is in a column without a name, not in a wrong one. */
function equallyWide(lines: readonly ImportLine[]): ImportLine[] {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  return lines.map((line) => ({
    ...line,
    cells: Array.from({ length: width }, (_, index) => line.cells[index] ?? ''),
  }));
}

/** The last row a sheet can have. */
const LAST_ROW = 1_048_576;
/**
 * Only what stands in cells is wanted. The library makes every cell of a merged or named range and every column that has a
 * width: a few bytes that name them all would fill the memory.
 */
const UNREAD = [
  'cols', 'mergeCells', 'hyperlinks', 'dataValidations', 'conditionalFormatting', 'autoFilter', 'rowBreaks', 'drawing', 'picture',
  'tableParts', 'sheetViews', 'pageSetup', 'headerFooter', 'extLst',
]; // prettier-ignore

function cellsOf(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    if (column > SHEET_LIMITS.columns) throw new DomainError('IMPORT_TOO_BIG');
    cells[column - 1] = cappedCell(textOf(cell.value));
  });
  return Array.from(cells, (cell) => cell ?? '');
}

/** A cell as people see it. A date keeps its day: the library gives midnight in UTC, and no zone may move it. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return textOf(value.result);
  if ('text' in value) return textOf(value.text);
  return '';
}
