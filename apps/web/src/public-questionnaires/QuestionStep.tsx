import type { Answer } from '@samenoud/domain';
import { isMissingAnswer } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ChoiceList } from './ChoiceList.tsx';
import { Fault } from './Field.tsx';
import { goToFirstChoice } from './first-choice.ts';
import { UNKNOWN } from './form-values.ts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';
import { Progress } from './Progress.tsx';
import type { Question } from './questionnaire-types.ts';
import type { StepProps } from './step-props.ts';

/** Stands for "weet ik niet" among the values of the radios. */
const UNKNOWN_VALUE = 'UNKNOWN';
const MOST_OPTIONS_BELOW_EACH_OTHER = 6;
const ARROWS_MS = 300;

function valueOf(answer: Answer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  return isMissingAnswer(answer) ? UNKNOWN_VALUE : String(answer);
}

type Props = StepProps & { question: Question; total: number; children: ReactNode };

/** One question: its words as the heading, its answers as radios, "weet ik niet" as one of them. */
export function QuestionStep({ question, total, values, onChange, onNext, children }: Props) {
  const [isMissing, setMissing] = useState(false);
  const { id, number, options } = question;
  const value = valueOf(values[id]);
  const hasFault = isMissing && value === undefined;
  const hasLead = question.isTopic;
  const described = [hasLead && 'lead', hasFault && 'fault'].filter(Boolean).join(' ');
  const choices = [
    ...options.map(({ code, label }) => ({ value: String(code), label })),
    { value: UNKNOWN_VALUE, label: text('publicQuestionnaire.question.unknown') },
  ];

  function choose(chosen: string): void {
    const option = options.find(({ code }) => String(code) === chosen);
    onChange(id, option?.code ?? UNKNOWN, ARROWS_MS);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setMissing(value === undefined);
    if (value === undefined) goToFirstChoice(event.currentTarget);
    else onNext();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Progress number={number} total={total} />
      <fieldset className={classes['question']} aria-describedby={described || undefined}>
        <legend className={classes['legend']}>
          <PageTitle name={text('publicQuestionnaire.question.pageTitle', { number, total })}>
            {question.text}
          </PageTitle>
        </legend>
        {hasLead && (
          <p id="lead" className={classes['hint']}>
            {text('publicQuestionnaire.question.topicLead')}
          </p>
        )}
        <div role="alert">{hasFault && <Fault id="fault">{text('publicQuestionnaire.question.choose')}</Fault>}</div>
        <ChoiceList
          name={id}
          choices={choices}
          value={value}
          onChange={choose}
          isMarks={options.length > MOST_OPTIONS_BELOW_EACH_OTHER}
        />
      </fieldset>
      {children}
    </form>
  );
}
