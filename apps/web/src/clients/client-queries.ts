import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import type {
  Client,
  ClientChange,
  ClientSearch,
  ContactPerson,
  ContactPersonChange,
  NewClient,
  NewContactPerson,
} from './client-types.ts';

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

export const createClient = (body: NewClient, idempotencyKey: string): Promise<Client> =>
  answer(api.POST('/api/v1/clients', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));

export const updateClient = (id: string, version: number, body: ClientChange): Promise<Client> =>
  answer(api.PATCH('/api/v1/clients/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

/** The whole number; the server logs that it was looked at. */
export async function revealBsn(id: string): Promise<string | null> {
  return (await answer(api.POST('/api/v1/clients/{id}/bsn/reveal', { params: { path: { id } } }))).bsn;
}

/** The people around a client, first contact first, and whether some are not shown. */
const contactListQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'contact-persons'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/contact-persons', { params: { path: { id: clientId } }, signal })),
  });

export const contactPersonsQuery = (clientId: string) =>
  queryOptions({ ...contactListQuery(clientId), select: ({ items }): readonly ContactPerson[] => items });

/** Why some of these people are not shown; undefined when all are. */
export const hiddenContactsQuery = (clientId: string) =>
  queryOptions({ ...contactListQuery(clientId), select: ({ hidden }) => hidden?.[0]?.code });

export function addContactPerson(clientId: string, body: NewContactPerson, idempotencyKey: string) {
  const params = { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } };
  return answer(api.POST('/api/v1/clients/{id}/contact-persons', { params, body }));
}

export const updateContactPerson = (id: string, version: number, body: ContactPersonChange): Promise<ContactPerson> =>
  answer(api.PATCH('/api/v1/contact-persons/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
