import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { isLost } from '../platform/problem.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { type AgendaPlace, type Meeting } from './meeting-queries.ts';
import { showPlace, shownQuery } from './screen-queries.ts';

const TRY_AGAIN_MS = 1_500;

/** PRESENTS: the others follow this screen. ALONE: it shows what she chose, in a meeting that is not running too. */
type Looks = 'PRESENTS' | 'FOLLOWS' | 'ALONE';

export type Shown = {
  /** Counted from 1. */
  at: number;
  looks: Looks;
  presenterId: string | null;
  go: (to: number) => void;
  follow: () => void;
  present: () => void;
};

/**
 * Which client this screen shows: that of the presenter, until she who looks goes elsewhere herself (`?at=` in the address). Without
 * connection the presenter goes on alone, and what she shows by then is told once the connection is back.
 */
export function useShownPlace(meeting: Meeting, places: readonly AgendaPlace[]): Shown {
  const cache = useQueryClient();
  const { user } = useSession();
  const [params, setParams] = useSearchParams();
  const { data: shown } = useSuspenseQuery(shownQuery(meeting.id));
  const show = useMutation({
    networkMode: 'always',
    scope: { id: 'meeting-shown' },
    retry: (_failures, error) => isLost(error),
    retryDelay: TRY_AGAIN_MS,
    mutationFn: (body: Parameters<typeof showPlace>[1]) => showPlace(meeting.id, body),
    onSuccess: (now) => cache.setQueryData(shownQuery(meeting.id).queryKey, now),
    onError: () => cache.invalidateQueries(shownQuery(meeting.id)),
  });
  const presents = meeting.state === 'RUNNING' && shown.presenterId === user.id;
  const own = Number(params.get('at') ?? '');
  const isAlone = !presents && (own > 0 || shown.presenterId === null);
  const place = show.isPending ? show.variables.place : shown.place;
  const shownAt = Math.max(places.findIndex((one) => one.place === place) + 1, 1);
  const within = (to: number): number => Math.min(Math.max(to, 1), Math.max(places.length, 1));
  const at = within(isAlone ? own || 1 : shownAt);
  const follow = (): void => setParams({}, { replace: true });
  const showAt = (to: number, takeOver: boolean): void => {
    const chosen = places[within(to) - 1];
    if (chosen !== undefined) show.mutate({ place: chosen.place, takeOver });
  };
  return {
    at,
    looks: presents ? 'PRESENTS' : isAlone ? 'ALONE' : 'FOLLOWS',
    presenterId: shown.presenterId,
    go: (to) => (presents ? showAt(to, false) : setParams({ at: String(within(to)) }, { replace: true })),
    follow,
    present: () => {
      showAt(at, true);
      follow();
    },
  };
}
