import { useSuspenseQuery } from '@tanstack/react-query';
import { mayEver, questionsOf } from '@samenoud/domain';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { Questions } from '../screening-rounds/Questions.tsx';
import { useRound } from './use-round.ts';

/** The questions in the wording of the form that is in use. */
export function RoundQuestionsPage() {
  const { round, role, mayAct } = useRound();
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const known = new Map(
    questionsOf(packsFor(loaded)).map(({ item, number }) => [item.id, { number, words: item.text }]),
  );
  const mayAmend = mayAct && mayEver(role, 'HEALTH_ANSWERS', 'FINALISE');
  return <Questions round={round} questionOf={(id) => known.get(id)} mayAct={mayAmend} />;
}
