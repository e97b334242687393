import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Visit = Schemas['VisitView'];

/** Under the lists of clients: a hint about any of them asks again. */
export const visitsQuery = queryOptions({
  queryKey: ['clients', 'today', 'visits'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/visits', { signal })),
});

export const orderVisits = (contactIds: string[]): Promise<Schemas['VisitList']> =>
  answer(api.PUT('/api/v1/visits/order', { body: { contactIds } }));
