import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

/** Whose form a code is, with its invitation, its round and what was entered of it before. */
export type FoundForm = components['schemas']['LookedUpForm'];

export const formLookupQuery = (code: string) =>
  queryOptions({ queryKey: ['clients', 'form', code], staleTime: 0, retry: false, queryFn: () => lookUpForm(code) });

/** The code is the same on every sheet of a form; the sheet may stand behind it. */
export const lookUpForm = (code: string): Promise<FoundForm> =>
  answer(api.POST('/api/v1/invitations/lookup', { body: { code } }));

type Exit = Pick<components['schemas']['ChangeInvitation'], 'state' | 'reason' | 'refusesLater'>;

/** The envelope came back, or the slip that says no was in it. */
export const setInvitationState = (id: string, version: number, body: Exit) =>
  answer(api.PATCH('/api/v1/invitations/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

/** Rounds that are going on, for how far the pile is. */
export const openRoundsQuery = queryOptions({
  queryKey: ['screening-rounds', 'entry'],
  staleTime: 0,
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/api/v1/screening-rounds', { params: { query: { limit: 50 } }, signal }));
    return items.filter(({ state }) => state === 'OPEN');
  },
});
