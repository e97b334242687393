import { formatPhone } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import type { FormEvent, ReactNode } from 'react';
import { Fault } from './Field.tsx';
import { wordsIn } from './form-values.ts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';
import type { StepProps } from './step-props.ts';

const MOST_CHARACTERS = 1000;
const COUNT_FROM = 800;
const TYPING_MS = 500;

type Props = StepProps & { phone: string | null; children: ReactNode };

/** The open space, with the words that say when somebody reads it and whom to call before that. */
export function RemarkStep({ values, onChange, onNext, phone, children }: Props) {
  const remark = wordsIn(values, 'remark');
  const left = MOST_CHARACTERS - [...remark].length;
  const title = text('publicQuestionnaire.remark.title');
  const warning =
    phone === null
      ? text('publicQuestionnaire.remark.warningWithoutNumber')
      : text('publicQuestionnaire.remark.warning', { phone: formatPhone(phone) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (left >= 0) onNext();
  }

  return (
    <form onSubmit={submit} noValidate>
      <PageTitle name={title}>{title}</PageTitle>
      <p id="remark-warning" className={classes['notice']}>
        {warning}
      </p>
      <label className={classes['label']} htmlFor="remark">
        {text('publicQuestionnaire.remark.label')}
      </label>
      {left < 0 && <Fault id="remark-fault">{text('publicQuestionnaire.remark.tooLong')}</Fault>}
      <textarea
        id="remark"
        className={`${classes['input']} ${classes['area']}`}
        value={remark}
        onChange={({ currentTarget }) => onChange('remark', currentTarget.value, TYPING_MS)}
        aria-describedby={left < 0 ? 'remark-warning remark-fault' : 'remark-warning'}
        aria-invalid={left < 0 ? true : undefined}
      />
      {left >= 0 && left <= MOST_CHARACTERS - COUNT_FROM && (
        <p className={classes['hint']}>{plural('publicQuestionnaire.remark.left', left)}</p>
      )}
      {children}
    </form>
  );
}
