import { Button, Group, Stack } from '@mantine/core';
import { isDay, parseDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { ApiProblem, fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { daysAfter, type RoundField, roundProblems, type RoundValues } from './round-form.ts';
import { RoundFields } from './RoundFields.tsx';
import classes from './screening-rounds.module.css';

/** Days that were typed but are no days: they would be lost without a word, so the form is not sent. */
function unreadableDays(form: HTMLFormElement): readonly string[] {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-day]')];
  return inputs.filter(({ value }) => value.trim() !== '' && parseDutchDay(value) === undefined).map(({ id }) => id);
}

/** A refusal of our own, in the shape of the server's. */
function ownProblem(problems: Readonly<Record<string, string>>): ApiProblem | undefined {
  const errors = Object.entries(problems).map(([field, detail]) => ({
    pointer: `/${field}`,
    code: 'REQUIRED',
    detail,
  }));
  if (errors.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'INVALID_INPUT', detail: text('errors.INVALID_INPUT'), errors });
}

type Props = {
  values: RoundValues;
  onChange: (values: RoundValues) => void;
  revision: number;
  reminderDays: readonly [number, number];
  /** The days after the invitation follow it until someone sets one herself; for a round that is new. */
  daysFollow: boolean;
  submitLabel: string;
  isSaving: boolean;
  error: unknown;
  note?: string | undefined;
  onSubmit: () => void;
  onCancel: () => void;
};

/** The fields of a round, checked and sent. */
export function RoundForm(props: Props) {
  const { values, onChange, revision, reminderDays, daysFollow, submitLabel, isSaving, error, note } = props;
  const [refused, setRefused] = useState<ApiProblem>();
  const [follows, setFollows] = useState(daysFollow);
  const [moves, setMoves] = useState(0);
  const problem = refused ?? error;

  function change(field: RoundField, value: string): void {
    if (field === 'invitationOn' && follows && isDay(value)) {
      onChange({ ...values, ...daysAfter(value, reminderDays) });
      setMoves(moves + 1);
      return;
    }
    if (field === 'reminder1On' || field === 'reminder2On' || field === 'returnBy') setFollows(false);
    onChange({ ...values, [field]: value });
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = ownProblem(roundProblems(values, unreadableDays(event.currentTarget)));
    setRefused(found);
    if (found === undefined && !isSaving) props.onSubmit();
  }

  const [first, second] = reminderDays;
  return (
    <form noValidate onSubmit={submit} className={classes['narrow']}>
      {problem !== undefined && problem !== null && <ProblemSummary error={problem} />}
      <Stack gap="lg">
        <RoundFields
          values={values}
          errors={fieldErrors(problem)}
          revision={revision}
          followers={moves}
          onChange={change}
          daysHint={text('screeningRounds.form.proposed', { first, second })}
        />
        <Group>
          <Button type="submit" disabled={isSaving}>
            {isSaving ? text('screeningRounds.form.saving') : submitLabel}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {text('common.cancel')}
          </Button>
          {note !== undefined && <span role="status">{note}</span>}
        </Group>
      </Stack>
    </form>
  );
}
