import { Injectable } from '@nestjs/common';
import { headerKey, type ImportField, tidyCell } from '@samenoud/domain';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import type { UploadedFile } from '../platform/http/upload.ts';
import { newId } from '../platform/http/uuid.ts';
import { type PageQuery, pageOf } from '../platform/http/page.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ClientImportItem, ClientImportPage, ClientImportView, UpdateClientImport } from './client-import.dto.ts';
import { DecideRows } from './decide-rows.ts';
import type { ImportColumns, ImportTable } from './import-content.ts';
import { summaryOf } from './import-content.ts';
import { readFile } from './import-file/read-file.ts';
import { findTable } from './import-file/table-head.ts';
import { ImportMappings } from './import-mappings.ts';
import { ImportPlanner } from './import-planner.ts';
import { ImportRows } from './import-rows.ts';
import { ImportSeal } from './import-seal.ts';
import { ImportStore, maskedCell, maskedEnd } from './import-store.ts';

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 40;

/** Files from the HIS: taken in, their columns corrected, every row reviewed and decided on, used or left. */
@Injectable()
export class ClientImports {
  constructor(
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
    private readonly planner: ImportPlanner,
    private readonly mappings: ImportMappings,
    private readonly seal: ImportSeal,
    private readonly decide: DecideRows,
  ) {}

  async take(file: UploadedFile, source = ''): Promise<ClientImportView> {
    await query('SELECT care.forget_old_imports()');
    const { format, encoding, delimiter, lines } = await readFile(file.content);
    const { headers, fields, hasHeader, rows } = findTable(lines, await this.mappings.of(source));
    if (rows.length === 0) throw new DomainError('IMPORT_EMPTY');
    const id = newId();
    const table = { headers, hasHeader, rows };
    const plan = await this.planner.build(table, fields);
    const sealer = this.seal.of(id);
    await query(
      `INSERT INTO care.client_import (practice_id, id, version, made_by, file_name, source, format, encoding, delimiter,
         has_header, summary, sealed_table, sealed_columns)
       VALUES (ctx.practice_id(), $1, 1, ctx.user_id(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, tidyCell(file.fileName), source, format, encoding, delimiter, hasHeader, JSON.stringify(summaryOf(plan.rows)),
        sealer.pack(table, 'table'), sealer.seal(columnsOf(table, fields), 'columns')],
    ); // prettier-ignore
    await this.rows.replace(id, plan.rows);
    log('C', 'CREATE_CLIENT_IMPORT', id, { rows: rows.length });
    return this.store.view(await this.store.get(id));
  }

  async get(id: string): Promise<ClientImportView> {
    const view = await this.store.view(await this.store.get(id));
    log('R', 'READ_CLIENT_IMPORT', id, { part: 'columns' });
    return view;
  }

  async list(page: PageQuery): Promise<ClientImportPage> {
    await query('SELECT care.forget_old_imports()');
    const items = await query<ClientImportItem>(
      `SELECT id, status, file_name AS "fileName", source, summary, ctx.utc(made_at) AS "madeAt", made_by AS "madeBy",
         ctx.utc(committed_at) AS "committedAt"
       FROM care.client_import WHERE practice_id = ctx.practice_id() ORDER BY made_at DESC, id DESC LIMIT 200`,
    );
    return pageOf(items, page);
  }

  async update(id: string, ifMatch: string | undefined, body: UpdateClientImport): Promise<ClientImportView> {
    const version = expectedVersion(ifMatch);
    const row = await this.store.get(id, 'FOR UPDATE');
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: await this.store.view(row) } });
    if (row.status !== 'REVIEW') throw new DomainError('WRONG_STATE');
    if (body.mapping) await this.map(id, row.source, this.store.columns(row), body.mapping);
    for (const [index, decision] of (body.decisions ?? []).entries())
      await this.decide.apply(id, decision, `/decisions/${index}`);
    await query(
      'UPDATE care.client_import SET version = version + 1 WHERE practice_id = ctx.practice_id() AND id = $1',
      [id],
    );
    log('U', 'UPDATE_CLIENT_IMPORT', id, {
      mapping: body.mapping !== undefined,
      decisions: body.decisions?.length ?? 0,
    });
    return this.store.view(await this.store.get(id));
  }

  /** The file is not used after all: what it said goes at once. */
  async abandon(id: string, ifMatch: string | undefined): Promise<void> {
    const version = expectedVersion(ifMatch);
    const row = await this.store.get(id, 'FOR UPDATE');
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: await this.store.view(row) } });
    if (row.status !== 'REVIEW') throw new DomainError('WRONG_STATE');
    await query(
      `UPDATE care.client_import SET status = 'ABANDONED', sealed_table = NULL, sealed_columns = NULL, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
    await query('SELECT care.forget_old_imports()');
    log('U', 'ABANDON_CLIENT_IMPORT', id, {});
  }

  private async map(
    id: string,
    source: string,
    columns: ImportColumns,
    mapping: NonNullable<UpdateClientImport['mapping']>,
  ): Promise<void> {
    const fields = changedFields(columns, mapping);
    const table = await this.store.table(id);
    const plan = await this.planner.build(table, fields);
    await this.rows.replace(id, plan.rows);
    await query(
      `UPDATE care.client_import SET summary = $2, sealed_columns = $3 WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id, JSON.stringify(summaryOf(plan.rows)), this.seal.of(id).seal(columnsOf(table, fields), 'columns')],
    );
    if (table.hasHeader) await this.mappings.remember(source, columns.headers, fields);
  }
}

function columnsOf({ headers, rows }: ImportTable, fields: readonly (ImportField | null)[]): ImportColumns {
  const examples = headers.map((_, index) => {
    const column = rows.slice(0, 200).map(({ cells }) => tidyCell(cells[index] ?? ''));
    return [...new Set(column.filter((cell) => cell !== ''))]
      .slice(0, EXAMPLES)
      .map((cell) => shortened(fields[index] === 'BSN' ? maskedEnd(cell) : maskedCell(cell)));
  });
  return { headers, fields, examples };
}

const shortened = (cell: string): string => [...cell].slice(0, EXAMPLE_LENGTH).join('');

/** The fields after a change of some columns. Throws 400 for a column that is not there and a field that is given twice. */
function changedFields(
  { headers, fields }: ImportColumns,
  mapping: NonNullable<UpdateClientImport['mapping']>,
): (ImportField | null)[] {
  const next = [...fields];
  for (const [position, { index, header, field }] of mapping.entries()) {
    const column = index ?? headers.findIndex((known) => headerKey(known) === headerKey(header ?? ''));
    if (column < 0 || column >= headers.length)
      throw invalidInput({ pointer: `/mapping/${position}`, code: 'INVALID_VALUE' });
    next[column] = field as ImportField | null;
  }
  const twice = next.findIndex((field, index) => field !== null && next.indexOf(field) !== index);
  if (twice >= 0) throw invalidInput({ pointer: '/mapping', code: 'COLUMN_REPEATED' });
  return next;
}

function log(action: 'C' | 'R' | 'U', type: string, objectId: string, facts: Record<string, unknown>): void {
  requestContext().log.push({ type, action, objectType: 'CLIENT_IMPORT', objectId, category: 1, query: facts });
}
