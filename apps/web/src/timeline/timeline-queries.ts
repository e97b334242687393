import type { components } from '@samenoud/api-client';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type TimelineItem = components['schemas']['TimelineItem'];
export type TimelineKind = TimelineItem['kind'];

const PAGE_SIZE = 30;

/** The stream of one client from the newest on; `kind` is one kind of it. */
export const timelineQuery = (clientId: string, kind: TimelineKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['clients', clientId, 'timeline', kind ?? 'ALL'],
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) };
      const params = { path: { id: clientId }, query };
      return answer(api.GET('/api/v1/clients/{id}/timeline', { params, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
