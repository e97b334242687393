import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import type { Consent, NewConsent, NewWithdrawal } from './consent-types.ts';

const ALL = 200;

/** The register of one client, newest first, with what each organisation may read by it now. */
export const consentsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'consents'],
    queryFn: ({ signal }) => {
      const params = { path: { id: clientId }, query: { limit: ALL } };
      return answer(api.GET('/api/v1/clients/{id}/consents', { params, signal }));
    },
  });

/** The text to read out. It does not change while somebody works. */
export const consentTextsQuery = queryOptions({
  queryKey: ['consent-texts'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/consent-texts', { signal })),
});

/** A task for this person, unless the same one is open already: answers whether it was made. */
export async function askConsentLater(
  clientId: string,
  { userId, words, dueOn }: { userId: string; words: string; dueOn: string },
  idempotencyKey: string,
): Promise<boolean> {
  const path = { id: clientId };
  const { items } = await answer(
    api.GET('/api/v1/clients/{id}/actions', { params: { path, query: { state: 'OPEN', limit: ALL } } }),
  );
  if (items.some((item) => item.text === words)) return false;
  const body = { text: words, owner: { kind: 'USER', userId }, dueOn } as const;
  await answer(
    api.POST('/api/v1/clients/{id}/tasks', { params: { path, header: { 'Idempotency-Key': idempotencyKey } }, body }),
  );
  return true;
}

export const registerConsent = (clientId: string, body: NewConsent, idempotencyKey: string): Promise<Consent> =>
  answer(
    api.POST('/api/v1/clients/{id}/consents', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } },
      body,
    }),
  );

/** Where the paper can be fetched. */
export const printConsents = async (clientId: string, kind: 'AGREED' | 'FORM'): Promise<string> =>
  (
    await answer(
      api.POST('/api/v1/clients/{id}/consent-papers', { params: { path: { id: clientId } }, body: { kind } }),
    )
  ).href;

export const withdrawConsent = (id: string, body: NewWithdrawal): Promise<Consent> =>
  answer(api.POST('/api/v1/consents/{id}/withdraw', { params: { path: { id } }, body }));
