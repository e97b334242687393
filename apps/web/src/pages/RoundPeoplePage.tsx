import { People } from '../screening-rounds/People.tsx';
import { useRound } from './use-round.ts';

export function RoundPeoplePage() {
  const { round, today, mayAct } = useRound();
  return <People round={round} today={today} mayAct={mayAct} />;
}
