import type { components } from '@samenoud/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type SafetyNet = components['schemas']['SafetyNetView'];
export type Gap = SafetyNet['gaps'][number];
export type GapCode = Gap['code'];
export type ClientInGap = components['schemas']['ClientInGap'];
export type NewExplanation = components['schemas']['ExplainGap'];

export const SAFETY_NET_KEY = ['safety-net'] as const;
const PAGE_SIZE = 50;

/** The counter of Vandaag: a number and not more. */
export const safetyNetCountQuery = queryOptions({
  queryKey: [...SAFETY_NET_KEY, 'count'],
  staleTime: 0,
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/v1/safety-net', { params: { query: { limit: 1 } }, signal }))).count,
});

export const safetyNetQuery = queryOptions({
  queryKey: [...SAFETY_NET_KEY, 'all'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/safety-net', { params: { query: { limit: PAGE_SIZE } }, signal })),
});

/** One gap, page by page, from where the overview stopped. */
export const gapQuery = (code: GapCode, first: Gap) =>
  infiniteQueryOptions({
    queryKey: [...SAFETY_NET_KEY, code],
    staleTime: Number.POSITIVE_INFINITY,
    initialData: { pages: [first], pageParams: [null as string | null] },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    queryFn: async ({ pageParam, signal }): Promise<Gap> => {
      const query = { code, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) };
      const { gaps } = await answer(api.GET('/api/v1/safety-net', { params: { query }, signal }));
      return gaps.find((gap) => gap.code === code) ?? first;
    },
  });

export const explainGap = (clientId: string, body: NewExplanation, idempotencyKey: string) =>
  answer(
    api.POST('/api/v1/clients/{id}/gap-explanations', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } },
      body,
    }),
  );
