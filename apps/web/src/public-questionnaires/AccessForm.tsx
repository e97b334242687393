import { plural, text } from '@samenoud/texts';
import { type FormEvent, useEffect, useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import {
  type AccessFault,
  type AccessInput,
  accessBody,
  accessFaults,
  asPrinted,
  NOTHING_TYPED,
} from './access-input.ts';
import { BirthDateBoxes } from './BirthDateBoxes.tsx';
import { Failure } from './Failure.tsx';
import { failureWords } from './failure-words.ts';
import { Field } from './Field.tsx';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';
import { openQuestionnaire } from './questionnaire-calls.ts';
import type { Questionnaire } from './questionnaire-types.ts';

type Props = {
  /** From the square code of the letter. */
  code?: string;
  /** The hour was over: the answers are still here. */
  isAgain?: boolean;
  onOpened: (questionnaire: Questionnaire) => void;
  /** Nothing is left to answer, and the sentence says why. */
  onClosed: (error: unknown) => void;
};

const CLOSED = /^QUESTIONNAIRE_/;

function waitWords(error: unknown): string {
  const seconds = isProblem(error) ? error.retryAfterSeconds : undefined;
  return seconds === undefined ? '' : plural('publicQuestionnaire.access.wait', Math.ceil(seconds / 60));
}

/** Code and birth date. Every fault says what to do, and the first one takes the focus. */
export function AccessForm({ code = '', isAgain = false, onOpened, onClosed }: Props) {
  const [input, setInput] = useState<AccessInput>({ ...NOTHING_TYPED, code: asPrinted(code) });
  const [faults, setFaults] = useState<readonly AccessFault[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const title = text(isAgain ? 'publicQuestionnaire.access.again' : 'publicQuestionnaire.access.title');
  const faultOf = (...fields: (keyof AccessInput)[]) => faults.find(({ field }) => fields.includes(field))?.sentence;
  const change = (field: keyof AccessInput, typed: string): void =>
    setInput((before) => ({ ...before, [field]: typed }));

  useEffect(() => {
    const [first] = faults;
    if (first) document.getElementById(first.field)?.focus();
  }, [faults]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setFailure(undefined);
    setFaults(accessFaults(input));
    const body = accessBody(input);
    if (body === undefined) return;
    setBusy(true);
    try {
      onOpened(await openQuestionnaire(body));
    } catch (error) {
      setBusy(false);
      if (isProblem(error) && CLOSED.test(error.code)) onClosed(error);
      else setFailure(error);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <PageTitle name={title}>{title}</PageTitle>
      {isAgain && <p className={classes['text']}>{text('publicQuestionnaire.access.againHint')}</p>}
      {failure !== undefined && <Failure sentence={`${failureWords(failure)} ${waitWords(failure)}`.trim()} />}
      <Field
        id="code"
        label={text('publicQuestionnaire.access.code')}
        hint={text('publicQuestionnaire.access.codeHint')}
        fault={faultOf('code')}
        className={classes['code'] ?? ''}
        value={input.code}
        onChange={({ currentTarget }) => change('code', currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={40}
      />
      <BirthDateBoxes value={input} onChange={change} fault={faultOf('day', 'month', 'year')} />
      <button type="submit" className={classes['primary']} aria-disabled={isBusy}>
        {text(isBusy ? 'publicQuestionnaire.access.busy' : 'publicQuestionnaire.access.submit')}
      </button>
    </form>
  );
}
