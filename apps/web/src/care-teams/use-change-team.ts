import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../platform/announcer.tsx';
import { isProblem } from '../platform/problem.ts';
import { type Team, teamQuery } from './care-team-queries.ts';

type Change = { act: (team: Team) => Promise<Team>; words: string };

/** One change of a team; whoever changed it meanwhile is shown first, and the change is then made on what stands there. */
export function useChangeTeam(clientId: string, onDone?: () => void) {
  const queries = useQueryClient();
  const { queryKey } = teamQuery(clientId);
  return useMutation({
    mutationFn: async ({ act }: Change) => act(await queries.ensureQueryData(teamQuery(clientId))),
    onSuccess: async (team, { words }) => {
      queries.setQueryData(queryKey, team);
      announce(words);
      onDone?.();
      await queries.invalidateQueries({ queryKey: ['clients'] });
    },
    onError: (error) => {
      if (isProblem(error, 'STALE')) queries.setQueryData(queryKey, error.current as Team);
    },
  });
}
