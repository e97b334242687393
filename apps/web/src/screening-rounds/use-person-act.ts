import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { changeInvitation, ROUNDS_KEY } from './round-queries.ts';
import type { Invitation, InvitationChange } from './round-types.ts';

type Page = { items: Invitation[]; nextCursor: string | null; total: number };
type Act = {
  invitation: Invitation;
  change: InvitationChange;
  words: (after: Invitation) => string;
  back?: InvitationChange;
};
export type Outcome = { words: string; undo?: () => void };

const stateWords = ({ state }: Invitation): string => text(`screeningRounds.state.${state}`);

/**
 * Acts on invitations of a list. The row keeps its place with its new state, so that nothing jumps and the act can be
 * undone where it was done; the numbers of the round are read again.
 */
export function usePersonAct(listKey: readonly unknown[]) {
  const cache = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>();

  function put(after: Invitation): void {
    cache.setQueryData<InfiniteData<Page>>(listKey, (data) =>
      data === undefined
        ? data
        : {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((one) => (one.id === after.id ? after : one)),
            })),
          },
    );
    void cache.invalidateQueries({ queryKey: [...ROUNDS_KEY, after.roundId], exact: true });
    void cache.invalidateQueries({ queryKey: ['clients', after.client.id] });
  }

  const act = useMutation({
    mutationFn: async ({ invitation, change }: Act) => changeInvitation(invitation.id, invitation.version, change),
    onSuccess: (after, { words, back }) => {
      put(after);
      setOutcome({ words: words(after), ...(back !== undefined && { undo: () => undo(after, back) }) });
    },
    onError: (error, { invitation }) => {
      const isStale = isProblem(error, 'STALE') || isProblem(error, 'WRONG_STATE');
      const current = isStale ? (error.current as Invitation | undefined) : undefined;
      if (current === undefined) return;
      put(current);
      const words = { name: invitation.client.name, state: stateWords(current) };
      setOutcome({ words: text('screeningRounds.act.stale', words) });
    },
  });

  function undo(invitation: Invitation, change: InvitationChange): void {
    const words = (after: Invitation): string =>
      text('screeningRounds.act.undone', { name: after.client.name, state: stateWords(after) });
    act.mutate({ invitation, change, words });
  }

  return {
    outcome,
    isBusy: act.isPending,
    /** What cannot be told by the state that stands now. */
    error: act.error !== null && outcome === undefined ? act.error : null,
    step: (invitation: Invitation, change: InvitationChange, back?: InvitationChange) => {
      setOutcome(undefined);
      const words = (after: Invitation): string =>
        text('screeningRounds.act.done', { name: after.client.name, state: stateWords(after) });
      act.mutate({ invitation, change, words, ...(back !== undefined && { back }) });
    },
    phoned: (invitation: Invitation, day: string) => {
      setOutcome(undefined);
      const words = (): string =>
        text('screeningRounds.act.phoned', { name: invitation.client.name, day: formatDutchDay(day) });
      act.mutate({ invitation, change: { phonedOn: day }, words });
    },
  };
}
