import { describe, expect, it } from '@jest/globals';
import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../problem.ts';
import { createQueryClient } from '../query-client.ts';
import { followHint } from './follow-hint.ts';

const CLIENT = '0197a3b2-0000-7000-8000-000000000001';
const OTHER = '0197a3b2-0000-7000-8000-000000000002';

function filled(): QueryClient {
  const queries = createQueryClient();
  for (const key of [
    ['clients', CLIENT],
    ['clients', CLIENT, 'team'],
    ['clients', OTHER],
    ['clients', 'search', {}],
    ['session'],
  ])
    queries.setQueryData(key, 'known');
  return queries;
}

const stale = (queries: QueryClient): unknown[] =>
  queries
    .getQueryCache()
    .findAll({ predicate: ({ state }) => state.isInvalidated })
    .map(({ queryKey }) => queryKey);

describe('a hint', () => {
  it('about a client makes her reads and the lists old, and nobody else’s', () => {
    const queries = filled();
    followHint(queries, { type: 'PLAN', id: OTHER.replace('2', '9'), version: 2, clientId: CLIENT });
    expect(stale(queries)).toEqual([
      ['clients', CLIENT],
      ['clients', CLIENT, 'team'],
      ['clients', 'search', {}],
    ]);
  });

  it('that access changed takes what is not on screen out of memory', () => {
    const queries = filled();
    followHint(queries, { type: 'ACCESS_CHANGED', id: CLIENT, version: null, clientId: CLIENT });
    expect(queries.getQueryData(['clients', CLIENT])).toBeUndefined();
    expect(queries.getQueryData(['clients', OTHER])).toBe('known');
  });

  it('that access changed makes agendas and minutes old, which name clients inside', () => {
    const queries = filled();
    queries.setQueryData(['meetings', OTHER, 'medical-annex', 'NEWEST'], 'known');
    followHint(queries, { type: 'ACCESS_CHANGED', id: CLIENT, version: null, clientId: CLIENT });
    expect(stale(queries)).toContainEqual(['meetings', OTHER, 'medical-annex', 'NEWEST']);
  });

  it('that hints were missed makes everything old but who is at work', () => {
    const queries = filled();
    followHint(queries, { type: 'REFETCH', id: null, version: null, clientId: null });
    expect(stale(queries)).toHaveLength(4);
  });
});

describe('what may not be seen any more', () => {
  it('leaves memory when it is asked for again', async () => {
    const queries = filled();
    const gone = new ApiProblem({ status: 404, code: 'NOT_FOUND', detail: 'Dit is er niet.', errors: [] });
    await queries
      .fetchQuery({ queryKey: ['clients', CLIENT], staleTime: 0, queryFn: () => Promise.reject(gone) })
      .catch(() => undefined);
    expect(queries.getQueryData(['clients', CLIENT])).toBeUndefined();
  });
});
