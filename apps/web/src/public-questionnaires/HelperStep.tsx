import { text } from '@samenoud/texts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ChoiceList } from './ChoiceList.tsx';
import { Fault, Field } from './Field.tsx';
import { goToFirstChoice } from './first-choice.ts';
import { filledInBy, wordsIn } from './form-values.ts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';
import { FILLED_IN_BY } from './questionnaire-types.ts';
import type { StepProps } from './step-props.ts';

const CHOICES = FILLED_IN_BY.map((value) => ({ value, label: text(`publicQuestionnaire.helper.by.${value}`) }));
const TYPING_MS = 500;

/** Who fills in: alone, with help, or somebody else in her place. */
export function HelperStep({ values, onChange, onNext, children }: StepProps & { children: ReactNode }) {
  const [isMissing, setMissing] = useState(false);
  const by = filledInBy(values);
  const title = text('publicQuestionnaire.helper.title');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setMissing(by === undefined);
    if (by === undefined) goToFirstChoice(event.currentTarget);
    else onNext();
  }

  return (
    <form onSubmit={submit} noValidate>
      <fieldset
        className={classes['question']}
        aria-describedby={isMissing && by === undefined ? 'by-fault' : 'by-hint'}
      >
        <legend className={classes['legend']}>
          <PageTitle name={title}>{title}</PageTitle>
        </legend>
        <p id="by-hint" className={classes['hint']}>
          {text('publicQuestionnaire.helper.hint')}
        </p>
        <div role="alert">
          {isMissing && by === undefined && <Fault id="by-fault">{text('publicQuestionnaire.helper.choose')}</Fault>}
        </div>
        <ChoiceList name="by" choices={CHOICES} value={by} onChange={(value) => onChange('completedBy', value)} />
      </fieldset>
      {by !== undefined && by !== 'SELF' && (
        <div className={classes['subtitle']}>
          <Field
            id="helper"
            label={text(`publicQuestionnaire.helper.who.${by}`)}
            hint={text('publicQuestionnaire.helper.whoHint')}
            value={wordsIn(values, 'completedWithHelpOf')}
            onChange={({ currentTarget }) => onChange('completedWithHelpOf', currentTarget.value, TYPING_MS)}
            autoComplete="off"
            maxLength={200}
          />
        </div>
      )}
      {children}
    </form>
  );
}
