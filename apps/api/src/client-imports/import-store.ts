import { Injectable } from '@nestjs/common';
import { type ImportField, padImportedBsn, maskBsn, REQUIRED_IMPORT_FIELDS } from '@samenoud/domain';
import { findErrorText } from '@samenoud/texts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { ClientImportView } from './client-import.dto.ts';
import type { ImportColumns, ImportSummary, ImportTable } from './import-content.ts';
import { ImportRows } from './import-rows.ts';
import { ImportSeal } from './import-seal.ts';

export interface ImportRow {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly fileName: string;
  readonly source: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly hasHeader: boolean;
  readonly summary: ImportSummary;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly committedAt: string | null;
  readonly committedBy: string | null;
  readonly jobId: string | null;
  /** Code of why the last commit changed nothing. */
  readonly problem: string | null;
  readonly sealedColumns: Buffer | null;
}

export const IMPORT_COLUMNS = `i.id, i.version, i.status, i.file_name AS "fileName", i.source, i.format, i.encoding, i.delimiter,
  i.has_header AS "hasHeader", i.summary, ctx.utc(i.made_at) AS "madeAt", i.made_by AS "madeBy",
  ctx.utc(i.committed_at) AS "committedAt", i.committed_by AS "committedBy", i.job_id AS "jobId", i.problem,
  i.sealed_columns AS "sealedColumns"`;

/** One import in the database, and how it is shown. */
@Injectable()
export class ImportStore {
  constructor(
    private readonly seal: ImportSeal,
    private readonly rows: ImportRows,
  ) {}

  /** Throws NOT_FOUND. `FOR UPDATE` makes everybody who changes this import take turns. */
  async get(id: string, lock: '' | 'FOR UPDATE' = ''): Promise<ImportRow> {
    const [row] = isUuid(id)
      ? await query<ImportRow>(
          `SELECT ${IMPORT_COLUMNS} FROM care.client_import i
           WHERE i.practice_id = ctx.practice_id() AND i.id = $1 ${lock}`,
          [id],
        )
      : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  async table(id: string): Promise<ImportTable> {
    const [row] = await query<{ sealed: Buffer | null }>(
      'SELECT sealed_table AS sealed FROM care.client_import WHERE practice_id = ctx.practice_id() AND id = $1',
      [id],
    );
    if (!row?.sealed) throw new DomainError('WRONG_STATE');
    return this.seal.of(id).unpack(row.sealed, 'table') as ImportTable;
  }

  columns({ id, sealedColumns }: Pick<ImportRow, 'id' | 'sealedColumns'>): ImportColumns {
    if (!sealedColumns) return { headers: [], fields: [], examples: [] };
    return this.seal.of(id).open(sealedColumns, 'columns') as ImportColumns;
  }

  async view(row: ImportRow): Promise<ClientImportView> {
    const { sealedColumns: _, ...own } = row;
    const { headers, fields, examples } = this.columns(row);
    const { CREATE, UPDATE, STATUS, NOTHING } = await this.rows.countOutcomes(row.id);
    return {
      ...own,
      problem: row.problem === null ? null : (findErrorText(row.problem) ?? row.problem),
      columns: headers.map((header, index) => ({
        index,
        header,
        field: fields[index] ?? null,
        examples: [...(examples[index] ?? [])],
      })),
      missingFields: headers.length === 0 ? [] : missingFields(fields),
      summary: { ...row.summary },
      outcomes: { creates: CREATE, updates: UPDATE, statuses: STATUS, nothings: NOTHING },
    };
  }
}

const missingFields = (fields: readonly (ImportField | null)[]): string[] =>
  REQUIRED_IMPORT_FIELDS.filter((field) => !fields.includes(field));

/** Of what was meant as a BSN only the end is shown, valid or not. */
export const maskedEnd = (value: string): string => `*****${value.slice(-4)}`;

/** A cell that could be a BSN shows its last digits only, whatever column it stands in. */
export function maskedCell(cell: string): string {
  const bsn = padImportedBsn(cell);
  return bsn === undefined ? cell : maskBsn(bsn);
}
