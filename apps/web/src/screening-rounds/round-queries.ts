import type { InvitationGroup } from '@samenoud/domain';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import type {
  Invitation,
  InvitationChange,
  NewRoundBody,
  Outcome,
  PrintRequest,
  Round,
  RoundChange,
} from './round-types.ts';

/** Everything about rounds: after an act of one's own all of it is read again. */
export const ROUNDS_KEY = ['screening-rounds'] as const;
const PAGE_SIZE = 200;

const paged = {
  initialPageParam: undefined as string | undefined,
  placeholderData: keepPreviousData,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
};
const pageAt = (cursor: string | undefined) => ({ limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) });

export const roundsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: [...ROUNDS_KEY, 'list'],
  queryFn: ({ pageParam, signal }) =>
    answer(api.GET('/api/v1/screening-rounds', { params: { query: pageAt(pageParam) }, signal })),
});

/** The rounds of late, for the start page. */
export const newestRoundsQuery = queryOptions({
  queryKey: [...ROUNDS_KEY, 'newest'],
  staleTime: 0,
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/v1/screening-rounds', { params: { query: { limit: 5 } }, signal }))).items,
});

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: [...ROUNDS_KEY, id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/screening-rounds/{id}', { params: { path: { id } }, signal })),
  });

export const candidatesQuery = (id: string, outcome: Outcome | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...ROUNDS_KEY, id, 'candidates', outcome],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...pageAt(pageParam), ...(outcome !== undefined && { outcome }) };
      return answer(api.GET('/api/v1/screening-rounds/{id}/candidates', { params: { path: { id }, query }, signal }));
    },
  });

/** Which invitations: of one state, or of everyone who came to a step of the funnel. */
export type InvitationFilter = { state: Invitation['state'] } | { group: InvitationGroup } | Record<string, never>;

export const invitationsQuery = (id: string, filter: InvitationFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...ROUNDS_KEY, id, 'invitations', filter],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: { ...pageAt(pageParam), ...filter } };
      return answer(api.GET('/api/v1/screening-rounds/{id}/invitations', { params, signal }));
    },
  });

export const openFormsQuery = (id: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...ROUNDS_KEY, id, 'open-questions'],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: pageAt(pageParam) };
      return answer(api.GET('/api/v1/screening-rounds/{id}/open-questions', { params, signal }));
    },
  });

export const createRound = (body: NewRoundBody, idempotencyKey: string): Promise<Round> =>
  answer(api.POST('/api/v1/screening-rounds', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));

export const updateRound = (id: string, version: number, body: RoundChange): Promise<Round> =>
  answer(api.PATCH('/api/v1/screening-rounds/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const inviteClients = (id: string) =>
  answer(api.POST('/api/v1/screening-rounds/{id}/invitations', { params: { path: { id } } }));

export const closeRound = (id: string) =>
  answer(api.POST('/api/v1/screening-rounds/{id}/close', { params: { path: { id } } }));

export const cancelRound = (id: string, reason: string) =>
  answer(api.POST('/api/v1/screening-rounds/{id}/cancel', { params: { path: { id } }, body: { reason } }));

export const changeInvitation = (id: string, version: number, body: InvitationChange): Promise<Invitation> =>
  answer(api.PATCH('/api/v1/invitations/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const closeAsking = (id: string): Promise<Invitation> =>
  answer(api.POST('/api/v1/invitations/{id}/asking-closed', { params: { path: { id } }, body: {} }));

export async function startPrinting(id: string, body: PrintRequest): Promise<string> {
  return (await answer(api.POST('/api/v1/screening-rounds/{id}/letters', { params: { path: { id } }, body }))).jobId;
}
