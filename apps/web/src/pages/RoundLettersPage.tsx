import { mayEver } from '@samenoud/domain';
import { RoundLetters } from '../screening-rounds/RoundLetters.tsx';
import { useRound } from './use-round.ts';

export function RoundLettersPage() {
  const { round, today, role, mayWork } = useRound();
  const mayFillLetterhead = mayEver(role, 'PRACTICE_SETTINGS', 'UPDATE');
  return <RoundLetters round={round} today={today} mayMake={mayWork} mayFillLetterhead={mayFillLetterhead} />;
}
