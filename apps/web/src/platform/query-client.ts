import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem } from './problem.ts';

/** A refusal is an answer, so only a lost connection or a server fault is tried again. */
export const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.status < 500);

const isWithheld = (error: unknown): boolean => isProblem(error) && (error.status === 403 || error.status === 404);

/**
 * Data lives in memory only, and is read again when the person comes back to the tab. What she may not see any more is
 * dropped: the page then asks once more without it, and shows the refusal.
 */
export function createQueryClient(): QueryClient {
  const queryCache = new QueryCache({
    onError: (error, query) => {
      if (isWithheld(error) && query.state.data !== undefined)
        void client.resetQueries({ queryKey: query.queryKey, exact: true });
    },
  });
  const client = new QueryClient({
    queryCache,
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 10_000, gcTime: 5 * 60_000 },
      mutations: { retry: false },
    },
  });
  return client;
}
