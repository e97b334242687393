import type { components } from '@samenoud/api-client';
import { answer, api } from '../api.ts';
import type { Session } from './session-queries.ts';

export type OrganisationAnswer = components['schemas']['OrganisationSignInAnswer'];

/** Where the provider sends the browser back to. */
export const RETURN_PATH = '/via-organisatie';

/** The address of the sign-in page of one's organisation; of our own page, which says that it did not work, for whatever is not known. */
export const findOrganisation = async (body: { name: string; elsewhere: boolean }): Promise<string> =>
  (await answer(api.POST('/api/v1/session/organisation', { body }))).href;

export const findForStepUp = async (): Promise<string> =>
  (await answer(api.POST('/api/v1/session/step-up/organisation'))).href;

export const returnFromOrganisation = (
  body: components['schemas']['ReturnFromProvider'],
): Promise<OrganisationAnswer> => answer(api.POST('/api/v1/session/organisation/return', { body }));

/** The session, if there is one; asked by nobody at the keyboard. */
export async function readSessionQuietly(): Promise<Session | null> {
  const { data } = await api.GET('/api/v1/session', { headers: { 'samenoud-background': '1' } });
  return data ?? null;
}
