import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type Colleague = components['schemas']['Colleague'];

/** Everybody who works in the practice network today, by id. */
export const colleaguesQuery = queryOptions({
  queryKey: ['organisations'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, Colleague>> => {
    const { items } = await answer(api.GET('/api/v1/organisations', { signal }));
    return new Map(items.flatMap(({ members }) => members.map((member) => [member.userId, member])));
  },
});
