import { Button, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import { DueRecordFacts, nameOf } from './DueRecordFacts.tsx';
import { ExtendDialog } from './ExtendDialog.tsx';
import { askRetentionBatch, type DueRecord } from './retention-queries.ts';
import classes from './retention.module.css';

const NOTE_LENGTH = 1000;

type Props = { records: readonly DueRecord[]; onDone: (asked: number) => void; onSaid: (words: string) => void };

/** The GP picks what may go; a second person decides. Nothing is picked beforehand. */
export function AskBatch({ records, onDone, onSaid }: Props) {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const [clientIds, setClientIds] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [extending, setExtending] = useState<DueRecord>();
  const [hasTried, setTried] = useState(false);
  const [key, setKey] = useState(createIdempotencyKey);
  const ask = useMutation({
    mutationFn: () => guard(() => askRetentionBatch({ clientIds, ...(note.trim() && { note: note.trim() }) }, key)),
    onSuccess: async ({ records: asked }) => {
      await cache.invalidateQueries();
      setClientIds([]);
      setNote('');
      setTried(false);
      setKey(createIdempotencyKey());
      onDone(asked);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (clientIds.length === 0) document.querySelector<HTMLElement>('#retention-choices input:enabled')?.focus();
    else if (!ask.isPending) ask.mutate();
  }
  const lacksChoice = hasTried && clientIds.length === 0;
  return (
    <>
      <form noValidate onSubmit={submit} className={classes['form']}>
        <Stack gap="md" align="stretch">
          {ask.error !== null && <ProblemSummary error={ask.error} />}
          <Checkbox.Group
            id="retention-choices"
            label={text('retention.choose')}
            value={clientIds}
            onChange={setClientIds}
            error={lacksChoice ? text('retention.chooseOne') : undefined}
          >
            <Rows className={classes['lines']}>
              {records.map((record) => (
                <li key={record.id}>
                  <Checkbox
                    value={record.id}
                    label={nameOf(record)}
                    description={<DueRecordFacts record={record} />}
                    disabled={record.asked}
                  />
                  {!record.asked && (
                    <Button
                      className={classes['extend'] ?? ''}
                      variant="subtle"
                      size="xs"
                      aria-label={text('retention.extend.openOf', { name: nameOf(record) })}
                      onClick={() => setExtending(record)}
                    >
                      {text('retention.extend.open')}
                    </Button>
                  )}
                </li>
              ))}
            </Rows>
          </Checkbox.Group>
          <Textarea
            label={text('retention.note')}
            autosize
            minRows={2}
            maxLength={NOTE_LENGTH}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Text>{text('retention.warning')}</Text>
          <div>
            <Button type="submit" disabled={ask.isPending}>
              {text(ask.isPending ? 'retention.asking' : 'retention.ask')}
            </Button>
          </div>
        </Stack>
      </form>
      {dialog}
      {extending !== undefined && (
        <ExtendDialog
          record={extending}
          onClose={() => setExtending(undefined)}
          onDone={(words) => {
            setExtending(undefined);
            setClientIds((chosen) => chosen.filter((id) => id !== extending.id));
            onSaid(words);
          }}
        />
      )}
    </>
  );
}
