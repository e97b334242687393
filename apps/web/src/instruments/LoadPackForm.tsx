import { Alert, Button, Checkbox, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { loadPack } from './instrument-calls.ts';
import { instrumentsQuery } from './instrument-queries.ts';
import classes from './instruments.module.css';

type Chosen = { name: string; pack: Record<string, unknown>; idempotencyKey: string };

/** The object in a JSON file; undefined when it holds anything else. */
async function readPack(file: File): Promise<Record<string, unknown> | undefined> {
  try {
    const read: unknown = JSON.parse(await file.text());
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

/** Brings a pack in: a file, and the word of the practice that it may use the questionnaire. */
export function LoadPackForm() {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [isUnreadable, setUnreadable] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const load = useMutation({
    mutationFn: loadPack,
    onSuccess: () => {
      setChosen(undefined);
      setConfirmed(false);
      if (input.current !== null) input.current.value = '';
      return queries.invalidateQueries({ queryKey: instrumentsQuery.queryKey });
    },
  });

  async function choose({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>): Promise<void> {
    load.reset();
    const file = files?.[0];
    const pack = file && (await readPack(file));
    setUnreadable(file !== undefined && pack === undefined);
    setChosen(file && pack && { name: file.name, pack, idempotencyKey: createIdempotencyKey() });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (chosen !== undefined) load.mutate({ ...chosen, confirmLicence: isConfirmed });
  }

  return (
    <form onSubmit={submit} className={classes['load']}>
      <Title order={2}>{text('instruments.load.title')}</Title>
      <Text c="dimmed">{text('instruments.load.hint')}</Text>
      {load.isError && <ProblemSummary error={load.error} />}
      {load.isSuccess && (
        <Alert role="status" variant="outline" color="gray" title={text('instruments.load.done')}>
          {load.data.title}, {load.data.instrumentVersion}
        </Alert>
      )}
      <label className={classes['file']}>
        {text('instruments.load.file')}
        <input ref={input} type="file" accept=".json,application/json" onChange={(event) => void choose(event)} />
      </label>
      {isUnreadable && (
        <Text role="alert" c="var(--mantine-color-error)">
          {text('instruments.load.unreadable')}
        </Text>
      )}
      <Checkbox
        label={text('instruments.load.confirm')}
        checked={isConfirmed}
        onChange={({ currentTarget }) => setConfirmed(currentTarget.checked)}
      />
      <Button type="submit" w="fit-content" disabled={chosen === undefined} loading={load.isPending}>
        {text('instruments.load.submit')}
      </Button>
    </form>
  );
}
