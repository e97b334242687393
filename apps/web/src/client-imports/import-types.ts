import type { components } from '@samenoud/api-client';

export type ClientImport = components['schemas']['ClientImportView'];
export type ClientImportItem = components['schemas']['ClientImportItem'];
export type ImportRow = components['schemas']['ClientImportRowView'];
export type ImportChange = ImportRow['changes'][number];
export type ImportColumn = ClientImport['columns'][number];
export type ImportStatus = ImportRow['status'];
export type Decision = NonNullable<ImportRow['decision']>;
export type RowDecision = NonNullable<components['schemas']['UpdateClientImport']['decisions']>[number];
export type ColumnChoice = NonNullable<components['schemas']['UpdateClientImport']['mapping']>[number];
/** Names of colleagues by id, to show which GP a row names. */
export type NamesById = ReadonlyMap<string, { readonly displayName: string }>;

/** In the order of what asks most attention. */
export const STATUSES = [
  'ERROR',
  'DUPLICATE',
  'CREATE',
  'UPDATE',
  'MISSING',
  'UNCHANGED',
] as const satisfies readonly ImportStatus[];

const COUNT_OF = {
  CREATE: 'create', UPDATE: 'update', UNCHANGED: 'unchanged', ERROR: 'error', DUPLICATE: 'duplicate', MISSING: 'missing',
} as const satisfies Record<ImportStatus, keyof ClientImport['summary']>; // prettier-ignore

export const countOf = ({ summary }: Pick<ClientImport, 'summary'>, status: ImportStatus): number =>
  summary[COUNT_OF[status]];
