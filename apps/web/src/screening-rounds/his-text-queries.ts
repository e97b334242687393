import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type HisText = components['schemas']['HisTextView'];

/** Texts for the GP's own system, that of the newest fact first. */
export const hisTextsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'his-texts'],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/clients/{id}/his-texts', { params: { path: { id: clientId } }, signal }))).texts,
  });
