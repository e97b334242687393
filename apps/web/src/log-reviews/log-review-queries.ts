import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { JudgeLine, ReviewLine } from './log-review-types.ts';

const KEY = ['log-reviews'] as const;

/** Every reading is a line in the log itself, so nothing is read again unasked. */
const READ_ONCE = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } as const;

export const reviewMonthsQuery = queryOptions({
  ...READ_ONCE,
  queryKey: [...KEY, 'months'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/log-reviews', { signal })),
});

export const overdueReviewsQuery = queryOptions({
  queryKey: [...KEY, 'overdue'],
  staleTime: 300_000,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/log-reviews/overdue', { signal })),
});

export const logReviewQuery = (id: string) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/log-reviews/{id}', { params: { path: { id } }, signal })),
  });

export const reviewEventsQuery = (id: string) =>
  queryOptions({
    ...READ_ONCE,
    queryKey: [...KEY, 'lines', id, 'events'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/log-review-lines/{id}/events', { params: { path: { id } }, signal })),
  });

export const beginReview = (month: string) => answer(api.POST('/api/v1/log-reviews', { body: { month } }));

export const judgeLine = ({ id, version }: ReviewLine, body: JudgeLine) =>
  answer(
    api.POST('/api/v1/log-review-lines/{id}/outcome', {
      params: { path: { id }, header: ifMatch(version) },
      body,
    }),
  );

export const signReview = ({ id, version }: { id: string; version: number }) =>
  answer(api.POST('/api/v1/log-reviews/{id}/sign', { params: { path: { id }, header: ifMatch(version) } }));
