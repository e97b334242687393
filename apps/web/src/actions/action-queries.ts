import type { components } from '@samenoud/api-client';
import type { ActionState } from '@samenoud/domain';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Action = Schemas['ActionView'];
export type NewTask = Schemas['AddTask'];
export type ActionChange = Schemas['UpdateAction'];

const LIMIT = 200;

export const actionsOfClientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'actions'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clients/{id}/actions', {
          params: { path: { id: clientId }, query: { limit: LIMIT } },
          signal,
        }),
      ),
  });

/** Those on one's own name over all clients, due first; read again each time they are shown. */
export const ownActionsQuery = (state: ActionState, dueBy?: string) =>
  queryOptions({
    queryKey: ['actions', state, dueBy ?? 'ALL'],
    staleTime: 0,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/actions', {
          params: { query: { owner: 'me', state, ...(dueBy !== undefined && { dueBy }), limit: LIMIT } },
          signal,
        }),
      ),
  });

export const addTask = (clientId: string, body: NewTask, key: string): Promise<Action> =>
  answer(
    api.POST('/api/v1/clients/{id}/tasks', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const updateAction = ({ id, version }: Action, body: ActionChange): Promise<Action> =>
  answer(api.PATCH('/api/v1/actions/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
