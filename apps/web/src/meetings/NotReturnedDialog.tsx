import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { MEETING_LIMITS } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type AgendaLine, decide, keepDecision, meetingQuery } from './meeting-queries.ts';
import classes from './meetings.module.css';

type Props = { meetingId: string; lines: readonly AgendaLine[]; onClose: () => void };

/**
 * One agreement about all who did not send their form back, typed once: a note of her own on the line of each, which can be taken back
 * there. Where one is refused those before it stand, and she is named; sending again goes on with her under the same key.
 */
export function NotReturnedDialog({ meetingId, lines, onClose }: Props) {
  const cache = useQueryClient();
  const [waiting, setWaiting] = useState(() => lines.map((line) => ({ line, key: createIdempotencyKey() })));
  const [words, setWords] = useState('');
  const [hasTried, setTried] = useState(false);
  const isMissing = words.trim() === '';
  const save = useMutation({
    mutationFn: async () => {
      for (const { line, key } of waiting) {
        const taken = await decide(line.id, { kind: 'NOTE', text: words.trim() }, key);
        await keepDecision(cache, taken);
        setWaiting((before) => before.filter((one) => one.line.id !== line.id));
      }
    },
    onSuccess: () => {
      onClose();
      announce(plural('meetingCard.notReturned.done', lines.length));
    },
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey }),
  });
  const [next] = waiting;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isMissing) document.getElementById('text')?.focus();
    else if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={plural('meetingCard.notReturned.title', lines.length)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && next !== undefined && (
            <>
              <ProblemSummary error={save.error} />
              <Text>
                {text('meetingCard.notReturned.stopped', {
                  name: next.line.clientName,
                  n: lines.length - waiting.length,
                  total: lines.length,
                })}
              </Text>
            </>
          )}
          <ul className={classes['block']}>
            {lines.map(({ id, clientName }) => (
              <li key={id}>{clientName}</li>
            ))}
          </ul>
          <TextInput
            id="text"
            data-autofocus
            label={text('meetingCard.notReturned.agreed')}
            description={text('meetingCard.notReturned.hint')}
            aria-required
            maxLength={MEETING_LIMITS.note}
            value={words}
            error={hasTried && isMissing ? text('teamMeetings.decide.noteRequired') : undefined}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {plural('meetingCard.notReturned.save', lines.length)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
