import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { Response, ResponsePatch } from './response-types.ts';

export const responsesQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'responses'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/responses', { params: { path: { id: clientId } }, signal })),
  });

type StartOptions = { clientId: string; idempotencyKey: string; answers?: Response['answers']; keepalive?: boolean };

/** Begins a paper form. The key makes a repeated call find the form that was begun before. */
export const startResponse = ({
  clientId,
  idempotencyKey,
  answers = {},
  keepalive = false,
}: StartOptions): Promise<Response> =>
  answer(
    api.POST('/api/v1/clients/{id}/responses', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } },
      body: { channel: 'PAPER', status: 'IN_PROGRESS', answers },
      keepalive,
    }),
  );

type PatchOptions = { id: string; version: number; changes: ResponsePatch; keepalive?: boolean };

export const patchResponse = ({ id, version, changes, keepalive = false }: PatchOptions): Promise<Response> =>
  answer(
    api.PATCH('/api/v1/responses/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: changes,
      keepalive,
    }),
  );

export const completeResponse = (id: string, confirmOldDate: boolean): Promise<Response> =>
  answer(
    api.POST('/api/v1/responses/{id}/complete', {
      params: { path: { id } },
      body: confirmOldDate ? { confirmOldDate } : {},
    }),
  );
