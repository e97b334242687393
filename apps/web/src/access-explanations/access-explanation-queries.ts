import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type AccessExplanation = components['schemas']['AccessExplanation'];
export type ExplainedOrganisation = AccessExplanation['organisations'][number];
export type ExplainedPerson = ExplainedOrganisation['people'][number];
export type ExplainedEmergency = NonNullable<ExplainedPerson['emergency']>;
export type ExplainedCategory = ExplainedPerson['categories'][number];

/** Read anew each time it is opened: it is about this moment. */
export const accessExplanationQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'access-explanation'],
    staleTime: 0,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/access-explanation', { params: { path: { id: clientId } }, signal })),
  });
