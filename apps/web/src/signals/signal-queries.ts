import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Signal = Schemas['SignalView'];
export type NewSignal = Schemas['RecordSignal'];
export type SignalChange = Schemas['UpdateSignal'];
export type SignalRules = Schemas['SignalRulesView'];

const LIMIT = 200;

export const signalsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'signals'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clients/{id}/signals', {
          params: { path: { id: clientId }, query: { limit: LIMIT } },
          signal,
        }),
      ),
  });

export const recordSignal = (clientId: string, body: NewSignal, key: string): Promise<Signal> =>
  answer(
    api.POST('/api/v1/clients/{id}/signals', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const updateSignal = ({ id, version }: Signal, body: SignalChange): Promise<Signal> =>
  answer(api.PATCH('/api/v1/signals/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const signalRulesQuery = queryOptions({
  queryKey: ['signal-rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/signal-rules', { signal })),
});

export const updateSignalRules = (version: number, off: SignalRules['off']): Promise<SignalRules> =>
  answer(api.PATCH('/api/v1/signal-rules', { params: { header: ifMatch(version) }, body: { off } }));
