import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { failureWords } from './failure-words.ts';
import { Field } from './Field.tsx';
import classes from './page.module.css';
import { PageDialog } from './PageDialog.tsx';
import { refuseQuestionnaire } from './questionnaire-calls.ts';

type Props = { onRefused: () => void; onCancel: () => void };

/** "Ik doe niet mee": asked once, kindly, and why only for who wants to say so. */
export function RefusalDialog({ onRefused, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const [alsoLater, setAlsoLater] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await refuseQuestionnaire({ reason: reason.trim(), alsoLater });
      onRefused();
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <PageDialog title={text('publicQuestionnaire.refusal.title')} onClose={onCancel}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p className={classes['text']}>{text('publicQuestionnaire.refusal.hint')}</p>
        <div role="alert">{failure !== undefined && <p className={classes['error']}>{failureWords(failure)}</p>}</div>
        <Field
          id="reason"
          label={text('publicQuestionnaire.refusal.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autoComplete="off"
          maxLength={300}
        />
        <label className={classes['checkbox']}>
          <input
            type="checkbox"
            checked={alsoLater}
            onChange={({ currentTarget }) => setAlsoLater(currentTarget.checked)}
          />
          {text('publicQuestionnaire.refusal.alsoLater')}
        </label>
        <div className={classes['buttons']}>
          <button type="submit" className={classes['secondary']}>
            {text('publicQuestionnaire.refusal.confirm')}
          </button>
          <button type="button" className={classes['primary']} onClick={onCancel}>
            {text('publicQuestionnaire.refusal.cancel')}
          </button>
        </div>
      </form>
    </PageDialog>
  );
}
