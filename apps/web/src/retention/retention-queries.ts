import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type DueRecord = components['schemas']['DueRecord'];

export const RETENTION_KEY = ['retention'] as const;
/** As many as one question takes. */
const MOST_SHOWN = 200;

export const retentionQuery = queryOptions({
  queryKey: RETENTION_KEY,
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/retention', { params: { query: { limit: MOST_SHOWN } }, signal })),
});

export const askRetentionBatch = (body: components['schemas']['AskRetentionBatch'], key: string) =>
  answer(api.POST('/api/v1/retention/batches', { params: { header: { 'Idempotency-Key': key } }, body }));

export const extendRetention = (clientId: string, body: components['schemas']['ExtendRetention'], key: string) =>
  answer(
    api.POST('/api/v1/retention/{clientId}/extension', {
      params: { path: { clientId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
