import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type ShownPlace = components['schemas']['ShownPlace'];
type Show = components['schemas']['ShowPlace'];

/** Which place the presenter shows; a live hint asks for it again. */
export const shownQuery = (id: string) =>
  queryOptions({
    queryKey: ['meeting-shown', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meetings/{id}/shown', { params: { path: { id } }, signal })),
  });

export const showPlace = (id: string, body: Show): Promise<ShownPlace> =>
  answer(api.PUT('/api/v1/meetings/{id}/shown', { params: { path: { id } }, body }));

/** Says that this page follows the meeting, so that it locks later. */
export const sayFollowing = (id: string): Promise<unknown> =>
  answer(api.PUT('/api/v1/meetings/{id}/following', { params: { path: { id } } }));
