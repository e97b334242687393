import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import type { Work } from './today-work.ts';

const SHOWN = 20;

/** Clients with work of one kind, whoever comes first on top; read again each time the page is opened. */
export const todayQuery = (filter: Work['filter']) =>
  queryOptions({
    queryKey: ['clients', 'today', filter],
    staleTime: 0,
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/clients/search', { body: { filter, sort: 'PRIORITY', limit: SHOWN }, signal })),
  });
