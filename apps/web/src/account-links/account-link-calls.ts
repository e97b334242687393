import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type AccountLink = components['schemas']['AccountLinkView'];
export type Joined = components['schemas']['JoinedView'];

/** Read once; the token stays in memory only. */
export const accountLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['account-link'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ signal }) => answer(api.POST('/api/v1/account-links/view', { body: { token }, signal })),
  });

export const choosePassword = (body: { token: string; password: string }) =>
  answer(api.POST('/api/v1/account-links/password', { body }));

export const confirmRole = (token: string) => answer(api.POST('/api/v1/account-links/confirm', { body: { token } }));

export const joinByLink = (token: string): Promise<Joined> =>
  answer(api.POST('/api/v1/account-links/join', { body: { token } }));
