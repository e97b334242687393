import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Network = Schemas['NetworkView'];
export type NetworkTie = Schemas['NetworkTie'];
export type Coaching = Schemas['CoachingView'];
export type SaveNetwork = Schemas['SaveNetwork'];

export const networkQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'network'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/network', { params: { path: { id: clientId } }, signal })),
  });

export const saveNetwork = (clientId: string, body: SaveNetwork, version: number): Promise<Network> =>
  answer(
    api.PUT('/api/v1/clients/{id}/network', { params: { path: { id: clientId }, header: ifMatch(version) }, body }),
  );
