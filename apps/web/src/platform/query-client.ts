import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** A refusal is an answer, so only a lost connection or a server fault is tried again. */
export const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.status < 500);

/** Data lives in memory only, and is read again when the person comes back to the tab. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 10_000, gcTime: 5 * 60_000 },
      mutations: { retry: false },
    },
  });
