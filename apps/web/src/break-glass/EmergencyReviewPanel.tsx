import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { momentOf } from '../ui/clock.ts';
import classes from './break-glass.module.css';
import { emergencyReviewQuery, type WordsOf } from './emergency-queries.ts';
import { VerdictForm } from './VerdictForm.tsx';

type Props = { id: string; wordsOf: WordsOf };

/** What was opened, without content; what others thought; and the verdict. */
export function EmergencyReviewPanel({ id, wordsOf }: Props) {
  const { data: review, error } = useQuery(emergencyReviewQuery(id));
  if (error !== null) return <ProblemSummary error={error} />;
  if (review === undefined) return <Loading />;
  const { acts, notes, verdicts, own, state } = review;
  const isOpen = state === 'OPEN' || state === 'INVESTIGATING';
  return (
    <>
      <h3>{text('breakGlass.review.acts')}</h3>
      {acts.length === 0 ? (
        <p>{text('breakGlass.review.actsNone')}</p>
      ) : (
        <ul>
          {acts.map((act) => (
            <li key={act.id}>
              {momentOf(act.at)} {wordsOf({ ...act, shown: null })}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <>
          <h3>{text('breakGlass.review.noteTitle')}</h3>
          {notes.map(({ id: noteId, note, madeAt }) => (
            <p key={noteId} className={classes['words']}>
              {note} <span className={classes['quiet']}>{momentOf(madeAt)}</span>
            </p>
          ))}
        </>
      )}
      {verdicts.length > 0 && (
        <>
          <h3>{text('breakGlass.review.verdicts')}</h3>
          {verdicts.map(({ id: verdictId, verdict, note, madeBy: name, madeAt }) => (
            <p key={verdictId} className={classes['words']}>
              {text('breakGlass.review.verdictLine', {
                verdict: text(`breakGlass.review.${verdict}`),
                name,
                day: formatDutchDay(dayOfInstant(madeAt)),
              })}
              {note !== null && `: ${note}`}
            </p>
          ))}
        </>
      )}
      {isOpen && !own && <VerdictForm id={id} state={state} />}
    </>
  );
}
