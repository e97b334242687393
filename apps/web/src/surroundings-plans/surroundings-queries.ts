import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type SurroundingsPlan = Schemas['SurroundingsPlanView'];
export type OtherSurroundingsPlan = Schemas['OtherSurroundingsPlan'];
export type PersonToCall = Schemas['PersonToCall'];
export type SaveSurroundingsPlan = Schemas['SaveSurroundingsPlan'];
export type PaperMade = Schemas['SurroundingsPaperMade'];

export const surroundingsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'surroundings-plan'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/surroundings-plan', { params: { path: { id: clientId } }, signal })),
  });

export const saveSurroundings = (
  clientId: string,
  body: SaveSurroundingsPlan,
  version: number,
): Promise<SurroundingsPlan> =>
  answer(
    api.PUT('/api/v1/clients/{id}/surroundings-plan', {
      params: { path: { id: clientId }, header: ifMatch(version) },
      body,
    }),
  );

export const printSurroundings = (clientId: string): Promise<PaperMade> =>
  answer(api.POST('/api/v1/clients/{id}/surroundings-plan/paper', { params: { path: { id: clientId } } }));
