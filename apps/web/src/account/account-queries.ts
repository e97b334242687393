import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type OwnSession = components['schemas']['OwnSession'];

export const ownSessionsQuery = queryOptions({
  queryKey: ['session', 'list'],
  queryFn: async ({ signal }): Promise<readonly OwnSession[]> => {
    const { items } = await answer(api.GET('/api/v1/session/list', { signal }));
    return items;
  },
});

export const membershipsQuery = queryOptions({
  queryKey: ['session', 'memberships'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/api/v1/session/memberships', { signal }));
    return items;
  },
});

export const endSession = (id: string) => answer(api.DELETE('/api/v1/session/{id}', { params: { path: { id } } }));

export const signOutEverywhere = () =>
  answer(api.DELETE('/api/v1/session', { params: { query: { everywhere: true } } }));

export const changePassword = (body: { current: string; new: string }) =>
  answer(api.POST('/api/v1/account/password', { body }));

export const renewRecoveryCodes = async (): Promise<readonly string[]> => {
  const { recoveryCodes } = await answer(api.POST('/api/v1/account/recovery-codes'));
  return recoveryCodes;
};
