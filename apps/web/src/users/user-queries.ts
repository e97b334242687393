import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type User = Schemas['UserView'];
export type Organisation = Schemas['UserOrganisation'];
export type NewUser = Schemas['NewUser'];
export type UserLink = Schemas['UserLink'];
export type IdentityCheck = Schemas['ReEnrolment']['identityCheck'];
export type NewOrganisation = Schemas['NewOrganisationBody'];

export const USERS_KEY = ['users'] as const;

export const usersQuery = queryOptions({
  queryKey: [...USERS_KEY, 'all'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/users', { signal })),
});

export const recertificationQuery = queryOptions({
  queryKey: [...USERS_KEY, 'recertification'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/users/recertification', { signal })),
});

export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...USERS_KEY, id, 'sessions'],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/users/{id}/sessions', { params: { path: { id } }, signal }))).items,
  });

const of = (id: string) => ({ params: { path: { id } } }) as const;
const versioned = (id: string, version: number) => ({ params: { path: { id }, header: ifMatch(version) } }) as const;

export const inviteUser = (body: NewUser, idempotencyKey: string) =>
  answer(api.POST('/api/v1/users', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));

export const changeUser = ({ id, version }: User, body: Schemas['UserChange']) =>
  answer(api.PATCH('/api/v1/users/{id}', { ...versioned(id, version), body }));

export const endUser = ({ id }: User, on: string) =>
  answer(api.POST('/api/v1/users/{id}/end', { ...of(id), body: { on } }));

export const withdrawInvitation = ({ id }: User) => answer(api.POST('/api/v1/users/{id}/withdraw', of(id)));

export const askApproval = ({ id }: User) => answer(api.POST('/api/v1/users/{id}/approval', of(id)));

export const makeLink = ({ id }: Pick<User, 'id'>) => answer(api.POST('/api/v1/users/{id}/link', of(id)));

export const reEnrol = ({ id }: User, identityCheck: IdentityCheck) =>
  answer(api.POST('/api/v1/users/{id}/re-enrol', { ...of(id), body: { identityCheck } }));

export const endUserSession = ({ id }: User, sessionId: string) =>
  answer(api.DELETE('/api/v1/users/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } }));

export const confirmUsers = (userIds: string[]) =>
  answer(api.POST('/api/v1/users/recertification', { body: { userIds } }));

export const addOrganisation = (body: NewOrganisation, idempotencyKey: string) =>
  answer(api.POST('/api/v1/organisations', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));

export const changeOrganisation = ({ id, version }: Organisation, body: Schemas['OrganisationChange']) =>
  answer(api.PATCH('/api/v1/organisations/{id}', { ...versioned(id, version), body }));
