import type { components } from '@samenoud/api-client';
import type { StaffRole } from '@samenoud/domain';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import type { AccessLogPage, ClientOverviewPage, FindLoggedClient } from './access-log-types.ts';

const PAGE_SIZE = 100;

type Page = { limit: number; cursor?: number };

export type LogFilter = {
  role?: StaffRole;
  action?: 'C' | 'R' | 'U' | 'D' | 'E';
  refused?: boolean;
  emergency?: boolean;
};
export type LogFile = components['schemas']['ExportLog'];

/** Every reading is a line in the log itself, so nothing is read again unasked. */
const logQuery = (queryKey: readonly unknown[], read: (page: Page, signal: AbortSignal) => Promise<AccessLogPage>) =>
  infiniteQueryOptions({
    queryKey: ['access-log', ...queryKey],
    initialPageParam: undefined as number | undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ pageParam, signal }) =>
      read({ limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) }, signal),
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : Number(nextCursor)),
  });

export const logOfDayQuery = (date: string, filter: LogFilter = {}) =>
  logQuery(['by-day', date, filter], (page, signal) =>
    answer(api.GET('/api/v1/access-log/by-day', { params: { query: { date, ...filter, ...page } }, signal })),
  );

export const logOfClientQuery = (id: string, period: Period & LogFilter) =>
  logQuery(['clients', id, period], (page, signal) =>
    answer(
      api.GET('/api/v1/clients/{id}/access-log', { params: { path: { id }, query: { ...period, ...page } }, signal }),
    ),
  );

export type EmployeePeriod = LogFilter & { userId: string; from?: string; until?: string };
export type Guard = <T>(act: () => Promise<T>) => Promise<T>;

/** Of one person; `guard` asks for the second factor again when the server wants it. */
export const logOfEmployeeQuery = (period: EmployeePeriod, guard: Guard) =>
  logQuery(['by-employee', period], (page, signal) =>
    guard(() =>
      answer(api.GET('/api/v1/access-log/by-employee', { params: { query: { ...period, ...page } }, signal })),
    ),
  );

export const logEmployeesQuery = queryOptions({
  queryKey: ['access-log', 'employees'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/access-log/employees', { signal })),
});

/** Name and birth date travel in the body: they are never in an address. */
export const findLoggedClient = (body: FindLoggedClient) =>
  answer(api.POST('/api/v1/access-log/clients/search', { body }));

export type Period = { from?: string; until?: string };

/** Who looked, in words for the client. */
export const clientOverviewQuery = (id: string, period: Period) =>
  infiniteQueryOptions({
    queryKey: ['access-log', 'overview', id, period],
    initialPageParam: undefined as string | undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ pageParam, signal }): Promise<ClientOverviewPage> => {
      const query = { ...period, limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answer(api.GET('/api/v1/clients/{id}/access-overview', { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Starts the PDF of that overview, for the client who gave this name and birth date. */
export const printOverview = (id: string, body: FindLoggedClient & Period) =>
  answer(api.POST('/api/v1/clients/{id}/access-overview/print', { params: { path: { id } }, body }));

/** Starts an overview as a file. */
export const exportLog = (body: LogFile) => answer(api.POST('/api/v1/access-log/files', { body }));
