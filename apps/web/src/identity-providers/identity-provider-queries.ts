import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type IdentityProvider = Schemas['IdentityProviderView'];
export type Finding = Schemas['ProviderTest']['finding'];
export type Organisation = Pick<Schemas['OrganisationView'], 'id' | 'name'>;

export const identityProvidersQuery = queryOptions({
  queryKey: ['identity-providers'],
  queryFn: async ({ signal }): Promise<readonly IdentityProvider[]> =>
    (await answer(api.GET('/api/v1/identity-providers', { signal }))).items,
});

/** The organisations of the practice network, to choose from. */
export const organisationsToChooseQuery = queryOptions({
  queryKey: ['identity-providers', 'organisations'],
  queryFn: async ({ signal }): Promise<readonly Organisation[]> =>
    (await answer(api.GET('/api/v1/organisations', { signal }))).items,
});

/** All of these but the test need a fresh second factor. */
export const addProvider = (body: Schemas['NewIdentityProvider']): Promise<IdentityProvider> =>
  answer(api.POST('/api/v1/identity-providers', { body }));

export const changeProvider = (
  { id, version }: IdentityProvider,
  body: Schemas['IdentityProviderChange'],
): Promise<IdentityProvider> =>
  answer(api.PATCH('/api/v1/identity-providers/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const testProvider = async (id: string): Promise<Finding> =>
  (await answer(api.POST('/api/v1/identity-providers/{id}/test', { params: { path: { id } } }))).finding;

export const unlinkPerson = (id: string, linkId: string): Promise<IdentityProvider> =>
  answer(api.DELETE('/api/v1/identity-providers/{id}/people/{linkId}', { params: { path: { id, linkId } } }));
