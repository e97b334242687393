import type { Day } from '@samenoud/domain';
import { useQueries, useQuery } from '@tanstack/react-query';
import { letterCounts, lettersQuery } from './letter-queries.ts';
import { type NextAct, nextActOf, placeOfAct } from './next-act.ts';
import { newestRoundsQuery } from './round-queries.ts';

export type RoundAct = { roundId: string; roundName: string; act: NextAct; href: string };

/** The next step of every round that is not over, for the start page of who works on rounds. */
export function useRoundActs(isAsked: boolean, today: Day): readonly RoundAct[] {
  const { data: rounds = [] } = useQuery({ ...newestRoundsQuery, enabled: isAsked });
  const running = rounds.filter(({ state }) => state === 'DRAFT' || state === 'OPEN');
  const letters = useQueries({ queries: running.map(({ id }) => lettersQuery(id)) });
  return running.flatMap((round, index) => {
    const waves = letters[index]?.data?.waves;
    const act = waves === undefined ? null : nextActOf(round, letterCounts(waves), today);
    if (act === null) return [];
    return [{ roundId: round.id, roundName: round.name, act, href: placeOfAct(act, round.id) }];
  });
}
