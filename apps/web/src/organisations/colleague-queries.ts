import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type Colleague = components['schemas']['Colleague'];
type Organisation = components['schemas']['OrganisationView'];

/** The organisations of the practice network, with who works there today. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<readonly Organisation[]> =>
    (await answer(api.GET('/api/v1/organisations', { signal }))).items,
});

const byId = (items: readonly Organisation[]): ReadonlyMap<string, Colleague> =>
  new Map(items.flatMap(({ members }) => members.map((member) => [member.userId, member])));

/** Everybody who works in the practice network today, by id. */
export const colleaguesQuery = queryOptions({ ...organisationsQuery, select: byId });
