import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Contact = Schemas['ContactView'];
export type NewContact = Schemas['RecordContact'];
type Correction = Schemas['CorrectContact'];

const LIMIT = 200;

export const contactsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'contacts'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clients/{id}/contacts', {
          params: { path: { id: clientId }, query: { limit: LIMIT } },
          signal,
        }),
      ),
  });

export const recordContact = (clientId: string, body: NewContact, key: string): Promise<Contact> =>
  answer(
    api.POST('/api/v1/clients/{id}/contacts', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const correctContact = ({ id, version }: Pick<Contact, 'id' | 'version'>, body: Correction): Promise<Contact> =>
  answer(api.PATCH('/api/v1/contacts/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
