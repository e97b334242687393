import { queryOptions } from '@tanstack/react-query';
import type { Answers } from '@samenoud/domain';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { Response, ResponseCompletion, ResponsePatch } from './response-types.ts';

export const responsesQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'responses'],
    queryFn: async ({ signal }) => {
      const call = api.GET('/api/v1/clients/{id}/responses', { params: { path: { id: clientId } }, signal });
      const { items } = await answer(call);
      return items as Response[];
    },
  });

export async function getResponse(id: string): Promise<Response> {
  return (await answer(api.GET('/api/v1/responses/{id}', { params: { path: { id } } }))) as Response;
}

type BeginOptions = { clientId: string; idempotencyKey: string; answers?: Answers; keepalive?: boolean };

/** Begins a paper form. The key makes a repeated call find the form that was begun before. */
export async function beginResponse({ clientId, idempotencyKey, answers, keepalive = false }: BeginOptions) {
  const call = api.POST('/api/v1/clients/{id}/responses', {
    params: { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } },
    body: { channel: 'PAPER', status: 'IN_PROGRESS', ...(answers && { answers }) },
    keepalive,
  });
  return (await answer(call)) as Response;
}

type PatchOptions = { id: string; version: number; changes: ResponsePatch; keepalive?: boolean };

export async function patchResponse({ id, version, changes, keepalive = false }: PatchOptions): Promise<Response> {
  const params = { path: { id }, header: ifMatch(version) };
  return (await answer(api.PATCH('/api/v1/responses/{id}', { params, body: changes, keepalive }))) as Response;
}

/** Completes the form as it is in `version`; from then on it never changes. */
export async function completeResponse(id: string, version: number, body: ResponseCompletion): Promise<Response> {
  const params = { path: { id }, header: ifMatch(version) };
  return (await answer(api.POST('/api/v1/responses/{id}/complete', { params, body }))) as Response;
}
