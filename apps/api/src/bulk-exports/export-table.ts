import { BULK_EXPORT_COLUMNS, type BulkExportColumn } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { writeCsv } from '../platform/documents/csv/write-csv.ts';

/** A client with all that a list may hold, in codes. */
export type ClientOfExport = Readonly<Record<BulkExportColumn, string | null>>;

interface ExportTable {
  readonly columns: readonly BulkExportColumn[];
  readonly clients: readonly ClientOfExport[];
  /** The practice's words for the profiles. */
  readonly profiles: Readonly<Record<string, string>>;
  readonly watermark: string;
}

/**
 * The file: a head, a line per client, and as its very last line the watermark, in the first cell, with as many cells as the
 * others have. So what reads tables needs no exception, and the head stays the first line.
 */
export function exportTable({ columns, clients, profiles, watermark }: ExportTable): Buffer {
  const head = columns.map((column) => text(`bulkExports.column.${column}`));
  const lines = clients.map((client) => columns.map((column) => wordOf(column, client[column], profiles)));
  const mark = columns.map((_, place) => (place === 0 ? watermark : null));
  return writeCsv(head, [...lines, mark]);
}

/** Which of the columns were chosen, once each and in the order of the file. */
export const inOrder = (chosen: readonly string[]): BulkExportColumn[] =>
  BULK_EXPORT_COLUMNS.filter((column) => chosen.includes(column));

function wordOf(column: BulkExportColumn, value: string | null, profiles: ExportTable['profiles']): string | null {
  if (value === null) return null;
  if (column === 'SEX') return findText(`bulkExports.sex.${value}`) ?? value;
  if (column === 'STATUS') return findText(`clients.status.${value}`) ?? value;
  const isProfile = column === 'ASSIGNED_PROFILE' || column === 'PROPOSED_PROFILE';
  return isProfile ? (profiles[value] ?? findText(`profiles.name.${value}`) ?? value) : value;
}
