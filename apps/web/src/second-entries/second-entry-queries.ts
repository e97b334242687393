import { queryOptions } from '@tanstack/react-query';
import type { Answers } from '@samenoud/domain';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { Choice, SecondEntry } from './second-entry-types.ts';

const MOST_SHOWN = 200;

/** Forms to be entered once more; those that somebody else entered come first. */
export const secondEntriesQuery = queryOptions({
  queryKey: ['second-entries'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/v1/second-entries', { params: { query: { limit: MOST_SHOWN } }, signal })),
});

export const secondEntryQuery = (id: string) =>
  queryOptions({
    queryKey: ['second-entries', id],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/second-entries/{id}', { params: { path: { id } }, signal }))) as SecondEntry,
  });

export const errorRateQuery = queryOptions({
  queryKey: ['second-entries', 'error-rate'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/second-entries/error-rate', { signal })),
});

export async function patchSecondEntry(id: string, version: number, answers: Answers, keepalive: boolean) {
  const params = { path: { id }, header: ifMatch(version) };
  return (await answer(
    api.PATCH('/api/v1/second-entries/{id}', { params, body: { answers }, keepalive }),
  )) as SecondEntry;
}

export async function compareEntries(id: string, version: number): Promise<SecondEntry> {
  const params = { path: { id }, header: ifMatch(version) };
  return (await answer(api.POST('/api/v1/second-entries/{id}/compare', { params }))) as SecondEntry;
}

export async function resolveSecondEntry(id: string, choices: Readonly<Record<string, Choice>>): Promise<SecondEntry> {
  const call = api.POST('/api/v1/second-entries/{id}/resolve', { params: { path: { id } }, body: { choices } });
  return (await answer(call)) as SecondEntry;
}

export async function waiveSecondEntry(id: string, reason: string): Promise<SecondEntry> {
  const call = api.POST('/api/v1/second-entries/{id}/waive', { params: { path: { id } }, body: { reason } });
  return (await answer(call)) as SecondEntry;
}
