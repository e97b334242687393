import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Referral = Schemas['ReferralView'];
export type NewReferral = Schemas['WriteReferral'];
type ReferralChange = Schemas['ChangeReferral'];

const LIMIT = 200;

export const referralsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'referrals'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clients/{id}/referrals', {
          params: { path: { id: clientId }, query: { limit: LIMIT } },
          signal,
        }),
      ),
  });

export const unsentReferralsQuery = queryOptions({
  queryKey: ['unsent-referrals'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/unsent-referrals', { params: { query: { limit: LIMIT } }, signal })),
});

export const writeReferral = (clientId: string, body: NewReferral, key: string): Promise<Referral> =>
  answer(
    api.POST('/api/v1/clients/{id}/referrals', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

const at = ({ id, version }: Referral) => ({ path: { id }, header: ifMatch(version) });

export const changeReferral = (referral: Referral, body: ReferralChange): Promise<Referral> =>
  answer(api.PATCH('/api/v1/referrals/{id}', { params: at(referral), body }));

export const sendReferral = (referral: Referral, permission: Schemas['GivePermission']): Promise<Referral> =>
  answer(api.POST('/api/v1/referrals/{id}/send', { params: at(referral), body: { permission } }));

export const giveFeedback = (referral: Referral, body: Schemas['GiveFeedback']): Promise<Referral> =>
  answer(api.POST('/api/v1/referrals/{id}/feedback', { params: at(referral), body }));

export const closeReferral = (referral: Referral, body: Schemas['CloseReferral']): Promise<Referral> =>
  answer(api.POST('/api/v1/referrals/{id}/close', { params: at(referral), body }));
