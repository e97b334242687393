import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './api.ts';

export type PracticeSettings = components['schemas']['PracticeSettingsView'];

/** Read once per session: a change of one's own is put in, a change of a colleague is there at the next sign-in. */
export const practiceSettingsQuery = queryOptions({
  queryKey: ['practice-settings'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/practice-settings', { signal })),
});
