import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

export type Team = components['schemas']['TeamView'];
export type TeamPerson = components['schemas']['TeamPerson'];

export const teamQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'team'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/team', { params: { path: { id: clientId } }, signal })),
  });

export const putTeam = (clientId: string, version: number, userIds: readonly string[]): Promise<Team> =>
  answer(
    api.PUT('/api/v1/clients/{id}/team', {
      params: { path: { id: clientId }, header: ifMatch(version) },
      body: { members: userIds.map((userId) => ({ userId })) },
    }),
  );

export const putCaseManager = (clientId: string, version: number, userId: string | null): Promise<Team> =>
  answer(
    api.PUT('/api/v1/clients/{id}/case-manager', {
      params: { path: { id: clientId }, header: ifMatch(version) },
      body: { userId },
    }),
  );
