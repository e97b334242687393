import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import type { AgendaLine } from './meeting-queries.ts';

export type AgendaCard = components['schemas']['AgendaCardView'];

/** Kept while the meeting lasts: it is there when the connection is not. */
const KEPT_MS = 60 * 60_000;

/** What changed and the plan of one client; a hint about her asks for it again. */
export const cardQuery = ({ id, clientId }: AgendaLine) =>
  queryOptions({
    queryKey: ['agenda-card', id, clientId],
    gcTime: KEPT_MS,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/agenda-items/{id}/card', { params: { path: { id } }, signal })),
  });
