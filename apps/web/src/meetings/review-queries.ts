import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type Schemas = components['schemas'];
export type Review = Schemas['ProfileReviewView'];
export type ReviewLine = Schemas['ProfileReviewLine'];
export type ConfirmedBefore = Schemas['ConfirmedBefore'];
export type Mark = ReviewLine['mark'];
export type Confirmed = Schemas['ConfirmProfiles']['profiles'][number];

/** Below its meeting, so that what changes there is read again here. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id, 'review'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meetings/{id}/review', { params: { path: { id } }, signal })),
  });

/** By who prepares, or by a physician. */
export const markProfile = (
  id: string,
  { clientId, responseId }: ReviewLine,
  mark: Mark,
  as: 'PREPARE' | 'CONFIRM',
): Promise<Review> => {
  const given = { params: { path: { id } }, body: { clientId, responseId, mark } };
  return as === 'PREPARE'
    ? answer(api.POST('/api/v1/meetings/{id}/review/preparations', given))
    : answer(api.POST('/api/v1/meetings/{id}/review/marks', given));
};

export const confirmProfiles = (id: string, profiles: Confirmed[], key: string): Promise<Review> =>
  answer(
    api.POST('/api/v1/meetings/{id}/review/confirmations', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: { profiles },
    }),
  );

export const delegateReview = (id: string, userId: string | null): Promise<Review> =>
  answer(api.POST('/api/v1/meetings/{id}/review/delegation', { params: { path: { id } }, body: { userId } }));
