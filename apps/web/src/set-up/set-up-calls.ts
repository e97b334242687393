import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type SetUp = components['schemas']['SetUp'];

export const setUpQuery = (token: string) =>
  queryOptions({
    queryKey: ['set-up'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ signal }) => answer(api.POST('/api/v1/set-up/view', { body: { token }, signal })),
  });

export const inviteFirstManager = (body: components['schemas']['FirstManager']) =>
  answer(api.POST('/api/v1/set-up/manager', { body }));

export const setUpPractice = (body: SetUp) => answer(api.POST('/api/v1/set-up', { body }));
