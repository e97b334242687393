import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import type { ClientSearch } from './client-types.ts';

const PAGE_SIZE = 200;

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/{id}', { params: { path: { id } }, signal })),
  });

/** The list page by page. Names travel in the body: they are never in an address. */
export const clientSearchQuery = (search: ClientSearch) =>
  infiniteQueryOptions({
    queryKey: ['clients', 'search', search],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      answer(api.POST('/api/v1/clients/search', { body: { ...search, limit: PAGE_SIZE, cursor: pageParam }, signal })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** A few hits for someone who jumps to a client. */
export const clientJumpQuery = (words: string) =>
  queryOptions({
    queryKey: ['clients', 'jump', words],
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/clients/search', { body: { text: words, sort: 'NAME', limit: 8 }, signal })),
  });
