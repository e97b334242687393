import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type Handover = components['schemas']['HandoverView'];
export type NewHandovers = components['schemas']['ProposeHandovers'];
export type HandoverAct = 'accept' | 'decline' | 'withdraw' | 'end';

export const handoversQuery = queryOptions({
  queryKey: ['handovers'],
  queryFn: async ({ signal }): Promise<readonly Handover[]> =>
    (await answer(api.GET('/api/v1/caseload/handovers', { signal }))).items,
});

export const proposeHandovers = async (body: NewHandovers, idempotencyKey: string): Promise<readonly Handover[]> =>
  (
    await answer(
      api.POST('/api/v1/caseload/handovers', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }),
    )
  ).items;

export function takeStep(act: HandoverAct, id: string, reason: string): Promise<Handover> {
  const params = { path: { id } };
  switch (act) {
    case 'accept':
      return answer(api.POST('/api/v1/handovers/{id}/accept', { params }));
    case 'decline':
      return answer(api.POST('/api/v1/handovers/{id}/decline', { params, body: { reason } }));
    case 'withdraw':
      return answer(api.POST('/api/v1/handovers/{id}/withdraw', { params }));
    case 'end':
      return answer(api.POST('/api/v1/handovers/{id}/end', { params }));
  }
}

export type SummaryScope = { clientId?: string; fromUserId?: string };

/** What the record says the receiver has to know, of one client or of a whole caseload. */
export const summaryDraftsQuery = (scope: SummaryScope) =>
  queryOptions({
    queryKey: ['handovers', 'drafts', scope],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await answer(api.POST('/api/v1/caseload/handovers/drafts', { body: scope, signal }))).items,
  });
