import { Alert, Button, Checkbox, Group, Text, TextInput, Title } from '@mantine/core';
import { completedOnProblem } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { RadioQuestion } from '../../ui/RadioQuestion.tsx';
import type { EntryItem } from './entry-item.ts';
import classes from './EntrySheet.module.css';

export const COMPLETED_BY = ['SELF', 'WITH_HELP', 'PROXY'] as const;
export type CompletedBy = (typeof COMPLETED_BY)[number];

export type Completion = {
  completedOn: string;
  completedBy: CompletedBy;
  completedWithHelpOf?: string;
  confirmOldDate?: true;
};

/** What the check page needs from outside; the day of the previous form comes along for a pile of one day. */
export type CompletionDetails = {
  birthDate: string;
  today: string;
  previousCompletedOn: string | undefined;
  isBusy: boolean;
  /** Why completing did not work, as thrown; undefined while nothing went wrong. */
  error: unknown;
  onComplete: (completion: Completion) => void;
};

/** What a page behind the last question is given by the sheet. */
export type CheckParts = {
  open: readonly EntryItem[];
  total: number;
  missingPages: readonly number[];
  /** The field for what the client wrote in the margin. */
  remark: ReactNode;
  onGo: (itemId: string) => void;
  onBack: () => void;
};

type Props = CheckParts & { details: CompletionDetails };

function dayError(day: string | undefined, isOldConfirmed: boolean, details: CompletionDetails): string | undefined {
  if (day === undefined) return text('common.date.required');
  const problem = completedOnProblem({ ...details, completedOn: day, confirmOldDate: isOldConfirmed });
  if (problem === undefined) return undefined;
  return text(`errors.${problem}`);
}

/** Questions without an answer are named once more, since the paper still lies on the table. */
export function OpenQuestions({ open, total, missingPages, onGo }: Omit<CheckParts, 'remark' | 'onBack'>) {
  if (open.length === 0) return <Text>{text('entry.check.complete', { total })}</Text>;
  return (
    <Alert variant="outline" color="gray" title={plural('entry.check.open', open.length)}>
      {missingPages.map((sheet) => (
        <div key={sheet}>{text('entry.sheetIsMissing', { sheet })}</div>
      ))}
      {text('entry.check.openHint')}
      <ul className={classes['openList']}>
        {open
          .filter(({ sheet }) => !missingPages.includes(sheet))
          .map((item) => (
            <li key={item.id}>
              <button type="button" className={classes['goTo']} onClick={() => onGo(item.id)}>
                {text('entry.check.goTo', { number: item.number })}
              </button>
            </li>
          ))}
      </ul>
    </Alert>
  );
}

/** On arrival the focus goes to the first thing still to be done: the day, or else the button, where Enter is enough. */
function useFirstFocus(
  day: RefObject<HTMLElement | null>,
  submit: RefObject<HTMLElement | null>,
  hasDay: boolean,
): void {
  const arrive = useEffectEvent(() => (hasDay ? submit : day).current?.focus());
  useEffect(() => arrive(), []);
}

/** The last page: what is open, who filled the form in and when, and Enter. */
export function CheckPage({ open, total, missingPages, remark, details, onGo, onBack }: Props) {
  const [completedOn, setCompletedOn] = useState(details.previousCompletedOn);
  const [completedBy, setCompletedBy] = useState<CompletedBy>('SELF');
  const [helper, setHelper] = useState('');
  const [isOldConfirmed, setOldConfirmed] = useState(false);
  const [hasTried, setTried] = useState(false);
  const day = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  useFirstFocus(day, submitButton, completedOn !== undefined);
  const error = dayError(completedOn, isOldConfirmed, details);
  const isOld = error === text('errors.OLD_DATE');

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (error !== undefined || completedOn === undefined) return day.current?.focus();
    details.onComplete({
      completedOn,
      completedBy,
      ...(completedBy !== 'SELF' && helper.trim() !== '' && { completedWithHelpOf: helper.trim() }),
      ...(isOldConfirmed && { confirmOldDate: true }),
    });
  }

  return (
    <form className={classes['check']} onSubmit={submit} noValidate>
      <Title order={2}>{text('entry.check.title')}</Title>
      {details.error !== undefined && <ProblemSummary error={details.error} />}
      <OpenQuestions open={open} total={total} missingPages={missingPages} onGo={onGo} />
      <DateField
        ref={day}
        id="completedOn"
        required
        label={text('entry.check.completedOn')}
        description={text('entry.check.completedOnHint')}
        value={completedOn}
        onChange={setCompletedOn}
        error={hasTried && error}
      />
      {(isOldConfirmed || (hasTried && isOld)) && (
        <Checkbox
          label={text('entry.check.confirmOldDate')}
          checked={isOldConfirmed}
          onChange={({ currentTarget }) => setOldConfirmed(currentTarget.checked)}
        />
      )}
      <RadioQuestion
        legend={text('entry.check.completedBy')}
        choices={COMPLETED_BY.map((code) => ({ code, label: text(`entry.check.by.${code}`) }))}
        value={completedBy}
        onChange={setCompletedBy}
      />
      {completedBy !== 'SELF' && (
        <TextInput
          id="completedWithHelpOf"
          label={text('entry.check.helper')}
          description={text('entry.check.helperHint')}
          value={helper}
          maxLength={100}
          onChange={({ currentTarget }) => setHelper(currentTarget.value)}
        />
      )}
      {remark}
      <Group>
        <Button ref={submitButton} type="submit" disabled={details.isBusy}>
          {details.isBusy ? text('entry.check.submitting') : text('entry.check.submit')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text('entry.check.back')}
        </Button>
      </Group>
    </form>
  );
}
