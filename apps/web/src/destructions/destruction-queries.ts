import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type DestructionRequest = components['schemas']['DestructionRequest'];
export type DestructionDecision = components['schemas']['DecideDestruction'];

export const DESTRUCTIONS_KEY = ['destructions'] as const;

export const destructionsQuery = queryOptions({
  queryKey: DESTRUCTIONS_KEY,
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/destruction-requests', { signal })),
});

export const registerDestruction = (id: string, body: components['schemas']['RegisterDestruction'], key: string) =>
  answer(
    api.POST('/api/v1/clients/{id}/destruction-requests', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const printDestructionLetter = (id: string) =>
  answer(api.POST('/api/v1/destruction-requests/{id}/letter', { params: { path: { id } } }));

export const decideDestruction = (id: string, body: DestructionDecision) =>
  answer(api.POST('/api/v1/destruction-requests/{id}/decision', { params: { path: { id } }, body }));
