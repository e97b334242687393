import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type Approval = components['schemas']['ApprovalView'];
export type Verdict = components['schemas']['GiveVerdict']['verdict'];

export const APPROVALS_KEY = ['approvals'] as const;
const MOST_SHOWN = 200;

export const approvalsQuery = queryOptions({
  queryKey: APPROVALS_KEY,
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/approvals', { params: { query: { limit: MOST_SHOWN } }, signal })),
});

export const decideApproval = (id: string, verdict: Verdict, note: string) =>
  answer(
    api.POST('/api/v1/approvals/{id}/decision', {
      params: { path: { id } },
      body: { verdict, ...(note !== '' && { note }) },
    }),
  );

export const withdrawApproval = (id: string) =>
  answer(api.POST('/api/v1/approvals/{id}/withdraw', { params: { path: { id } } }));
