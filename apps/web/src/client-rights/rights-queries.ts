import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Statement = Schemas['ClientStatementView'];
export type Restriction = Schemas['ClientRestrictionView'];
export type HistoryItem = Schemas['HistoryItem'];
export type ExportFormat = Schemas['ExportClient']['format'];
export type NewStatement = Schemas['RecordStatement'];
export type NewRestriction = Schemas['AskRestriction'];

const LIMIT = 200;
const of = (clientId: string) => ({ params: { path: { id: clientId }, query: { limit: LIMIT } } });
const keyed = (id: string, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });

export const statementsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'statements'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/{id}/statements', { ...of(clientId), signal })),
  });

export const restrictionsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'restrictions'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/{id}/restrictions', { ...of(clientId), signal })),
  });

export const historyQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'history'],
    staleTime: 0,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/{id}/history', { ...of(clientId), signal })),
  });

export const recordStatement = (clientId: string, body: NewStatement, key: string): Promise<Statement> =>
  answer(api.POST('/api/v1/clients/{id}/statements', { ...keyed(clientId, key), body }));

export const withdrawStatement = (id: string, reason: string): Promise<Statement> =>
  answer(api.POST('/api/v1/statements/{id}/withdraw', { params: { path: { id } }, body: { reason } }));

export const askRestriction = (clientId: string, body: NewRestriction, key: string): Promise<Restriction> =>
  answer(api.POST('/api/v1/clients/{id}/restrictions', { ...keyed(clientId, key), body }));

export const decideRestriction = (id: string, decision: 'RESTRICT' | 'REFUSE', reason: string): Promise<Restriction> =>
  answer(api.POST('/api/v1/restrictions/{id}/decision', { params: { path: { id } }, body: { decision, reason } }));

export const liftRestriction = (id: string, reason: string): Promise<Restriction> =>
  answer(api.POST('/api/v1/restrictions/{id}/lift', { params: { path: { id } }, body: { reason } }));

export const startExport = (clientId: string, format: ExportFormat, key: string): Promise<{ jobId: string }> =>
  answer(api.POST('/api/v1/clients/{id}/export', { ...keyed(clientId, key), body: { format } }));
