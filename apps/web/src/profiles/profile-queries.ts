import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import { isProblem } from '../platform/problem.ts';
import type { Amendment, NewAssignment, ProfileEntry, Remark, Response, Voiding } from './profile-types.ts';

type ProfileHistory = components['schemas']['ProfileHistory'];

/** A history that is not shared is one of which nothing is shown: the forms beside it may well be. */
function notShared(error: unknown): ProfileHistory {
  if (!isProblem(error, 'NO_BASIS')) throw error;
  return { items: [], total: 0, nextCursor: null, hidden: [{ pointer: '/items', code: 'NO_BASIS' }] };
}

/** What was proposed and what was assigned, newest first. */
export const profileHistoryQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'profiles'],
    queryFn: async ({ signal }): Promise<ProfileHistory> => {
      const call = api.GET('/api/v1/clients/{id}/profiles', { params: { path: { id: clientId } }, signal });
      return answer(call).catch(notShared);
    },
  });

export function assignProfile(clientId: string, body: NewAssignment, idempotencyKey: string): Promise<ProfileEntry> {
  const params = { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } };
  return answer(api.POST('/api/v1/clients/{id}/profiles', { params, body }));
}

/** Supersedes a completed response: it stays as it was, the amendment is the newer one. */
export async function amendResponse(id: string, body: Amendment, idempotencyKey: string): Promise<Response> {
  const params = { path: { id }, header: { 'Idempotency-Key': idempotencyKey } };
  return (await answer(api.POST('/api/v1/responses/{id}/amendments', { params, body }))) as Response;
}

export async function voidResponse(id: string, body: Voiding): Promise<Response> {
  return (await answer(api.POST('/api/v1/responses/{id}/void', { params: { path: { id } }, body }))) as Response;
}

/** Who reads what was written online first, is noted. */
export async function readRemark(id: string): Promise<Response> {
  return (await answer(api.POST('/api/v1/responses/{id}/remark/read', { params: { path: { id } } }))) as Response;
}

export async function setRemark(id: string, version: number, body: Remark): Promise<Response> {
  const params = { path: { id }, header: ifMatch(version) };
  return (await answer(api.PUT('/api/v1/responses/{id}/remark', { params, body }))) as Response;
}
