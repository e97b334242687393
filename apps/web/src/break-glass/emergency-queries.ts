import type { components } from '@samenoud/api-client';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type Schemas = components['schemas'];
export type EmergencyAccess = Schemas['EmergencyAccess'];
export type EmergencyClient = Schemas['ExactClient'];
export type EmergencyReview = Schemas['EmergencyReview'];
type EmergencyAct = Schemas['EmergencyAct'];
/** What a row of the log means; the slice of the log knows. */
export type WordsOf = (act: Pick<EmergencyAct, 'type' | 'action' | 'objectType'> & { shown: null }) => string;
export type ReasonCode = EmergencyAccess['reasonCode'];
export type Verdict = Schemas['JudgeEmergency']['verdict'];

export const EMERGENCY_KEY = ['emergency-accesses'] as const;
const LOOK_AGAIN_MS = 60_000;
const BACKGROUND = { 'Samenoud-Background': '1' } as const;

/** What this session has running; nobody else is asked. Looked at again, as a reviewer may end it. */
export const currentEmergencyQuery = (mayBegin: boolean) =>
  queryOptions({
    queryKey: [...EMERGENCY_KEY, 'current'],
    refetchInterval: ({ state: { data } }: { state: { data: EmergencyAccess | null | undefined } }) =>
      data ? LOOK_AGAIN_MS : false,
    queryFn: async ({ signal }): Promise<EmergencyAccess | null> =>
      mayBegin
        ? (await answer(api.GET('/api/v1/emergency-accesses/current', { headers: BACKGROUND, signal }))).current
        : null,
  });

/** Name and birth date travel in the body: they are never in an address. */
export const findEmergencyClient = (body: Schemas['FindExactClient']) =>
  answer(api.POST('/api/v1/emergency-accesses/clients/search', { body }));

export const beginEmergency = (id: string, body: Schemas['BeginEmergencyAccess'], idempotencyKey: string) =>
  answer(
    api.POST('/api/v1/clients/{id}/break-glass', {
      params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey } },
      body,
    }),
  );

export const endEmergency = (id: string) =>
  answer(api.POST('/api/v1/emergency-accesses/{id}/end', { params: { path: { id } } }));

export const addEmergencyNote = (id: string, note: string, idempotencyKey: string) =>
  answer(
    api.POST('/api/v1/emergency-accesses/{id}/notes', {
      params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey } },
      body: { note },
    }),
  );

export const emergencyReviewsQuery = (state: 'OPEN' | 'DECIDED') =>
  queryOptions({
    queryKey: [...EMERGENCY_KEY, 'reviews', state],
    staleTime: 0,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/emergency-accesses', { params: { query: { state, limit: 200 } }, signal })),
  });

export const emergencyReviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...EMERGENCY_KEY, 'review', id],
    staleTime: 0,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/emergency-accesses/{id}', { params: { path: { id } }, signal })),
  });

export const emergencyCountQuery = queryOptions({
  queryKey: [...EMERGENCY_KEY, 'count'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/emergency-accesses/count', { signal })),
});

export const judgeEmergency = (id: string, body: Schemas['JudgeEmergency']) =>
  answer(api.POST('/api/v1/emergency-accesses/{id}/verdict', { params: { path: { id } }, body }));

/** Nothing that was read of a record before stays in memory once it is opened, or closed again. */
export function forgetRecord(cache: QueryClient, clientId: string, now: EmergencyAccess | null): void {
  cache.setQueryData([...EMERGENCY_KEY, 'current'], now);
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(clientId) });
}
