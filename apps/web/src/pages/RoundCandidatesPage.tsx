import { Candidates } from '../screening-rounds/Candidates.tsx';
import { useRound } from './use-round.ts';

export function RoundCandidatesPage() {
  const { round, mayWork } = useRound();
  return <Candidates round={round} mayInvite={mayWork} />;
}
