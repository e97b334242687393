import { mayEver } from '@samenoud/domain';
import { People } from '../screening-rounds/People.tsx';
import { useRound } from './use-round.ts';

export function RoundPeoplePage() {
  const { round, today, role, mayAct, mayWork } = useRound();
  const mayCopyHis = mayEver(role, 'HIS_SUMMARY', 'READ');
  return <People round={round} today={today} mayAct={mayAct} mayPrint={mayWork} mayCopyHis={mayCopyHis} />;
}
