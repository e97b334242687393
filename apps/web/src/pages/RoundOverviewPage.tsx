import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CloseRoundDialog } from '../screening-rounds/CloseRoundDialog.tsx';
import { FinishRound } from '../screening-rounds/FinishRound.tsx';
import { letterCounts, lettersQuery } from '../screening-rounds/letter-queries.ts';
import { dueActs } from '../screening-rounds/next-act.ts';
import { NextStep, NothingNext } from '../screening-rounds/NextStep.tsx';
import { RoundFunnel } from '../screening-rounds/RoundFunnel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useRound } from './use-round.ts';

/** What to do now, how far everyone is, and how a round ends. */
export function RoundOverviewPage() {
  const { round, today, mayWork, mayCancel } = useRound();
  const { data: letters } = useSuspenseQuery(lettersQuery(round.id));
  const [isClosing, setClosing] = useState(false);
  const acts = dueActs(round, letterCounts(letters.waves), today);
  const isOver = round.state === 'CLOSED' || round.state === 'CANCELLED';
  const isFinished = isOver || acts.length === 0;
  const hasPeople = round.funnel.invited > 0 || round.states.CANCELLED > 0;
  return (
    <>
      {mayWork && !isFinished && <NextStep round={round} acts={acts} onClose={() => setClosing(true)} />}
      {isFinished && <NothingNext round={round} />}
      {hasPeople ? (
        <RoundFunnel round={round} />
      ) : (
        <EmptyState title={text('screeningRounds.funnel.title')} hint={text('screeningRounds.funnel.none')} />
      )}
      {mayWork && !isOver && <FinishRound round={round} mayCancel={mayCancel} onClose={() => setClosing(true)} />}
      {isClosing && <CloseRoundDialog round={round} onClose={() => setClosing(false)} />}
    </>
  );
}
