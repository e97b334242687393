import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type BulkExport = components['schemas']['BulkExportView'];

export const BULK_EXPORTS_KEY = ['bulk-exports'] as const;
const MOST_SHOWN = 50;

export const bulkExportsQuery = queryOptions({
  queryKey: BULK_EXPORTS_KEY,
  staleTime: 0,
  queryFn: ({ signal }) =>
    answer(api.GET('/api/v1/bulk-exports', { params: { query: { limit: MOST_SHOWN } }, signal })),
});

export const askBulkExport = (body: components['schemas']['AskBulkExport'], key: string) =>
  answer(api.POST('/api/v1/bulk-exports', { params: { header: { 'Idempotency-Key': key } }, body }));

export const startBulkExport = (id: string) =>
  answer(api.POST('/api/v1/bulk-exports/{id}/start', { params: { path: { id } } }));
