import { queryOptions } from '@tanstack/react-query';
import type { Answers } from '@samenoud/domain';
import { answer, api, ifMatch } from '../platform/api.ts';
import type {
  NewScoreOnly,
  RemarkOfClient,
  Response,
  ResponseChannel,
  ResponseCompletion,
  ResponsePatch,
} from './response-types.ts';

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

type BeginOptions = {
  clientId: string;
  channel: ResponseChannel;
  roundId?: string | undefined;
  idempotencyKey: string;
  answers?: Answers | undefined;
  keepalive?: boolean;
};

/** Begins a form. The key makes a repeated call find the form that was begun before. */
export async function beginResponse(options: BeginOptions) {
  const { clientId, channel, roundId, idempotencyKey, answers, keepalive = false } = options;
  const call = api.POST('/api/v1/clients/{id}/responses', {
    params: { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } },
    body: { channel, status: 'IN_PROGRESS', ...(roundId && { roundId }), ...(answers && { answers }) },
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

type RemarkOptions = { id: string; version: number; remark: RemarkOfClient; keepalive?: boolean };

export async function putRemark({ id, version, remark, keepalive = false }: RemarkOptions): Promise<Response> {
  const params = { path: { id }, header: ifMatch(version) };
  return (await answer(api.PUT('/api/v1/responses/{id}/remark', { params, body: remark, keepalive }))) as Response;
}

type ScoreOnlyOptions = { clientId: string; idempotencyKey: string; form: NewScoreOnly };

/** Takes over totals that were scored elsewhere; complete from the start. */
export async function createScoreOnly({ clientId, idempotencyKey, form }: ScoreOnlyOptions): Promise<Response> {
  const params = { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } };
  const body = { ...form, entryMode: 'SCORE_ONLY' as const };
  return (await answer(api.POST('/api/v1/clients/{id}/responses', { params, body }))) as Response;
}
