import type { components } from '@samenoud/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type NoticePage = components['schemas']['NoticeList'];
export type Notice = components['schemas']['NoticeView'];

export const NOTICES_KEY = ['notices'] as const;
const PAGE_SIZE = 50;
const LOOK_AGAIN_MS = 60_000;

/** No key or click caused it, so it does not keep the session awake. */
const BACKGROUND = { 'Samenoud-Background': '1' } as const;

/** For the bell: a number and not more, asked again by itself while the tab is in view. */
export const noticeCountQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'count'],
  refetchInterval: LOOK_AGAIN_MS,
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/v1/notices/count', { headers: BACKGROUND, signal }))).unread,
});

export const unreadNoticesQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'unread'],
  staleTime: 0,
  queryFn: ({ signal }) =>
    answer(api.GET('/api/v1/notices', { params: { query: { state: 'UNREAD', limit: PAGE_SIZE } }, signal })),
});

export const noticesQuery = infiniteQueryOptions({
  queryKey: [...NOTICES_KEY, 'all'],
  staleTime: 0,
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }): Promise<NoticePage> => {
    const query = { limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) };
    return answer(api.GET('/api/v1/notices', { params: { query }, signal }));
  },
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const readNotice = (id: string) => answer(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } }));
