import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type ClientInvitation = components['schemas']['ClientInvitation'];

/** In which rounds a client was invited, newest first. */
export const clientInvitationsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'invitations'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/clients/{id}/invitations', { params: { path: { id: clientId } }, signal }))).items,
  });
