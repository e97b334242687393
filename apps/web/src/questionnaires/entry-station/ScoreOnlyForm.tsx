import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import {
  completedOnProblem,
  dayOfInstant,
  IMESA_DOMAINS,
  SCORE_ONLY_SOURCES,
  type ScoreOnlySource,
} from '@samenoud/domain';
import { findErrorText, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../../platform/api.ts';
import { fieldErrors } from '../../platform/problem.ts';
import { DateField } from '../../ui/DateField.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { createScoreOnly } from '../response-queries.ts';
import type { Response } from '../response-types.ts';
import classes from './EntrySheet.module.css';
import { numbersUnder, type TotalField, totalErrors, type TypedTotals } from './typed-totals.ts';

type Props = { clientId: string; birthDate: string; onDone: (completed: Response) => void; onStop: () => void };

/** Totals that were scored elsewhere, taken over as they are; no answers come with them. */
export function ScoreOnlyForm({ clientId, birthDate, onDone, onStop }: Props) {
  const queries = useQueryClient();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [source, setSource] = useState<ScoreOnlySource>('DALEZ');
  const [sourceText, setSourceText] = useState('');
  const [typed, setTyped] = useState<TypedTotals>({});
  const [completedOn, setCompletedOn] = useState<string>();
  const [confirmOldDate, setConfirmOldDate] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [today] = useState(() => dayOfInstant(Date.now()));

  const create = useMutation({
    mutationFn: () =>
      createScoreOnly({
        clientId,
        idempotencyKey,
        form: {
          source,
          ...(source === 'OTHER' && { sourceText: sourceText.trim() }),
          completedOn: completedOn ?? null,
          ...(confirmOldDate && { confirmOldDate }),
          totals: numbersUnder('totals', typed),
          ...(Object.keys(numbersUnder('imesaDomains', typed)).length > 0 && {
            imesaDomains: numbersUnder('imesaDomains', typed),
          }),
        },
      }),
    onSuccess: async (completed) => {
      onDone(completed);
      await queries.invalidateQueries({ queryKey: ['clients'] });
    },
  });

  const dayCode =
    completedOn === undefined ? 'REQUIRED' : completedOnProblem({ completedOn, birthDate, today, confirmOldDate });
  const errors: Partial<Record<string, string>> = {
    ...totalErrors(typed),
    ...(dayCode !== undefined && { completedOn: findErrorText(dayCode) ?? '' }),
    ...(source === 'OTHER' && sourceText.trim() === '' && { sourceText: text('errors.REQUIRED') }),
  };
  const shown = { ...fieldErrors(create.error), ...(hasTried && errors) };

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const first = Object.keys(errors)[0];
    if (first === undefined) create.mutate();
    else document.getElementById(first)?.focus();
  }

  const numberField = (field: TotalField, label: string) => (
    <TextInput
      key={field}
      id={field}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={typed[field] ?? ''}
      error={shown[field]}
      onChange={({ currentTarget }) => setTyped({ ...typed, [field]: currentTarget.value })}
    />
  );

  return (
    <form onSubmit={submit} noValidate className={classes['totals']}>
      <div>
        <Title order={2}>{text('entry.scoreOnly.title')}</Title>
        <Text c="dimmed">{text('entry.scoreOnly.hint')}</Text>
      </div>
      {create.isError && <ProblemSummary error={create.error} />}
      <NativeSelect
        id="source"
        label={text('entry.scoreOnly.source')}
        value={source}
        data={SCORE_ONLY_SOURCES.map((code) => ({ value: code, label: text(`entry.scoreOnly.from.${code}`) }))}
        onChange={({ currentTarget }) => setSource(currentTarget.value as ScoreOnlySource)}
      />
      {source === 'OTHER' && (
        <TextInput
          id="sourceText"
          label={text('entry.scoreOnly.sourceText')}
          maxLength={200}
          value={sourceText}
          error={shown['sourceText']}
          onChange={({ currentTarget }) => setSourceText(currentTarget.value)}
        />
      )}
      <Group grow align="flex-start">
        {numberField('totals.gfi', text('entry.scoreOnly.gfi'))}
        {numberField('totals.imesa', text('entry.scoreOnly.imesa'))}
      </Group>
      <fieldset className={classes['domains']}>
        <legend>{text('entry.scoreOnly.domains')}</legend>
        <div className={classes['domainFields']}>
          {IMESA_DOMAINS.map((domain) =>
            numberField(`imesaDomains.${domain}`, text(`entry.scoreOnly.domain.${domain}`)),
          )}
        </div>
      </fieldset>
      <DateField
        id="completedOn"
        required
        label={text('entry.check.completedOn')}
        description={text('entry.check.completedOnHint')}
        value={completedOn}
        onChange={setCompletedOn}
        error={shown['completedOn']}
      />
      {(confirmOldDate || (hasTried && dayCode === 'OLD_DATE')) && (
        <Checkbox
          label={text('entry.check.confirmOldDate')}
          checked={confirmOldDate}
          onChange={({ currentTarget }) => setConfirmOldDate(currentTarget.checked)}
        />
      )}
      <Stack gap="sm">
        <Group>
          <Button type="submit" disabled={create.isPending}>
            {text('entry.scoreOnly.submit')}
          </Button>
          <Button variant="default" onClick={onStop}>
            {text('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
