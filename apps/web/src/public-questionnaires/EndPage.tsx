import { formatPhone } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Ending } from './use-form-acts.ts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';
import type { PracticeContact } from './questionnaire-types.ts';

/** After sending: what happens next and whom to call. Never a score, and nothing of what was answered. */
function Sent({ phone }: { phone: string | null }) {
  return (
    <>
      <PageTitle name={text('publicQuestionnaire.done.title')}>{text('publicQuestionnaire.done.title')}</PageTitle>
      <p className={classes['text']}>{text('publicQuestionnaire.done.received')}</p>
      <h2 className={classes['subtitle']}>{text('publicQuestionnaire.done.next.title')}</h2>
      <ul className={classes['points']}>
        <li>{text('publicQuestionnaire.done.next.team')}</li>
        <li>{text('publicQuestionnaire.done.next.contact')}</li>
        <li>{text('publicQuestionnaire.done.next.nothing')}</li>
      </ul>
      <p className={classes['text']}>
        {phone === null
          ? text('publicQuestionnaire.done.questionsWithoutNumber')
          : text('publicQuestionnaire.done.questions', { phone: formatPhone(phone) })}
      </p>
      <p className={classes['text']}>{text('publicQuestionnaire.done.close')}</p>
    </>
  );
}

type Props = { ending: Ending; practice: PracticeContact; onGoOn: () => void };

export function EndPage({ ending, practice, onGoOn }: Props) {
  if (ending === 'SENT') return <Sent phone={practice.phone} />;
  const isStopped = ending === 'STOPPED';
  const title = text(isStopped ? 'publicQuestionnaire.stopped.title' : 'publicQuestionnaire.refusal.doneTitle');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className={classes['text']}>
        {text(isStopped ? 'publicQuestionnaire.stopped.hint' : 'publicQuestionnaire.refusal.done')}
      </p>
      {isStopped && (
        <button type="button" className={classes['secondary']} onClick={onGoOn}>
          {text('publicQuestionnaire.stopped.goOn')}
        </button>
      )}
      <p className={classes['text']}>{text('publicQuestionnaire.done.close')}</p>
    </>
  );
}

/** There is nothing to answer any more; the sentence of the server says why and what to do. */
export function ClosedPage({ sentence }: { sentence: string }) {
  return (
    <>
      <PageTitle name={text('publicQuestionnaire.closed.title')}>{text('publicQuestionnaire.closed.title')}</PageTitle>
      <p className={classes['text']}>{sentence}</p>
    </>
  );
}
