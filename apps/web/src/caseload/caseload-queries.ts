import type { components } from '@samenoud/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type CaseloadItem = components['schemas']['CaseloadItem'];
export type CaseloadSearch = components['schemas']['ClientSearch'];
export type DueReason = CaseloadItem['due'][number];

const PAGE_SIZE = 100;
/** As many as a case manager has; more stand on the page itself. */
const SHOWN_TODAY = 200;

export const caseloadQuery = (search: CaseloadSearch) =>
  infiniteQueryOptions({
    queryKey: ['clients', 'caseload', search],
    staleTime: 0,
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      answer(api.POST('/api/v1/caseload/search', { body: { ...search, limit: PAGE_SIZE, cursor: pageParam }, signal })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** One's own clients in the order of the work; read again each time the page is opened. */
export const ownCaseloadQuery = queryOptions({
  queryKey: ['clients', 'caseload', 'today'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.POST('/api/v1/caseload/search', { body: { limit: SHOWN_TODAY }, signal })),
});

export type SavedViewList = components['schemas']['SavedViewList'];

/** One's own views under a name. */
export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/caseload/views', { signal })),
});

export const saveView = (body: components['schemas']['SaveView']): Promise<SavedViewList> =>
  answer(api.POST('/api/v1/caseload/views', { body }));

export const removeView = (id: string): Promise<SavedViewList> =>
  answer(api.DELETE('/api/v1/caseload/views/{id}', { params: { path: { id } } }));

export const caseloadSizesQuery = queryOptions({
  queryKey: ['clients', 'caseload', 'sizes'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/caseload/sizes', { signal })),
});

/** What is due for one client. */
export const dueOfClientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'due'],
    staleTime: 0,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/due', { params: { path: { id: clientId } }, signal })),
  });
