import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api.ts';
import { makePasskey, signWithPasskey } from './passkey-ceremony.ts';
import type { Session } from './session-queries.ts';
import type { FactorAnswer } from './sign-in-calls.ts';

export type OwnPasskey = components['schemas']['OwnPasskey'];
type CreationOptions = components['schemas']['PasskeyCreationOptions'];

export const ownPasskeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: async ({ signal }): Promise<readonly OwnPasskey[]> => {
    const { items } = await answer(api.GET('/api/v1/account/passkeys', { signal }));
    return items;
  },
});

export async function signInWithPasskey(): Promise<FactorAnswer> {
  const options = await answer(api.POST('/api/v1/session/passkey/options'));
  const credential = await signWithPasskey(options);
  return answer(api.POST('/api/v1/session/passkey', { body: { credential } }));
}

export async function stepUpWithPasskey(): Promise<Session> {
  const options = await answer(api.POST('/api/v1/session/step-up/passkey/options'));
  const credential = await signWithPasskey(options);
  return answer(api.POST('/api/v1/session/step-up/passkey', { body: { credential } }));
}

/** Needs a fresh second factor. */
export const offerPasskey = (): Promise<CreationOptions> => answer(api.POST('/api/v1/account/passkeys/options'));

export async function addPasskey(options: CreationOptions, name: string): Promise<void> {
  const credential = await makePasskey(options);
  await answer(api.POST('/api/v1/account/passkeys', { body: { name, credential } }));
}

/** Needs a fresh second factor. */
export async function removePasskey(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/account/passkeys/{id}', { params: { path: { id } } }));
}
