import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { MEETING_LIMITS } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { explain } from '../platform/problem.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { AgendaLine } from './meeting-queries.ts';
import { useTogether } from './use-together.ts';
import classes from './meetings.module.css';

type Props = { meetingId: string; lines: readonly AgendaLine[]; onClose: () => void };

/**
 * One agreement about all who did not send their form back, typed once: a note of her own on the line of each, which can be taken back
 * there. Beside each name stands what became of it.
 */
export function NotReturnedDialog({ meetingId, lines, onClose }: Props) {
  const [words, setWords] = useState('');
  const [hasTried, setTried] = useState(false);
  const isMissing = words.trim() === '';
  const { fates, keep } = useTogether(meetingId, lines, () => {
    onClose();
    announce(plural('meetingCard.notReturned.done', lines.length));
  });
  const left = fates.filter(({ isKept }) => !isKept);
  const isBegun = left.length < lines.length;
  const isRefused = !keep.isPending && left.some(({ refusal }) => refusal !== null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isMissing) document.getElementById('text')?.focus();
    else if (!keep.isPending) keep.mutate(words.trim());
  }
  return (
    <Dialog title={plural('meetingCard.notReturned.title', lines.length)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {keep.error !== null && <ProblemSummary error={keep.error} />}
          {(isRefused || (keep.error !== null && isBegun)) && (
            <Alert role="alert" color="var(--so-error)" variant="outline">
              {text('meetingCard.notReturned.stopped', { n: lines.length - left.length, total: lines.length })}
            </Alert>
          )}
          <ul className={classes['block']}>
            {fates.map(({ line, isKept, refusal }) => (
              <li key={line.id}>
                {line.clientName}
                {isKept && <span className={classes['quiet']}> · {text('meetingCard.notReturned.kept')}</span>}
                {refusal !== null && <strong> · {explain(refusal)}</strong>}
              </li>
            ))}
          </ul>
          <TextInput
            id="text"
            data-autofocus
            label={text('meetingCard.notReturned.agreed')}
            description={text('meetingCard.notReturned.hint')}
            aria-required
            readOnly={isBegun}
            maxLength={MEETING_LIMITS.note}
            value={words}
            error={hasTried && isMissing ? text('teamMeetings.decide.noteRequired') : undefined}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text(isBegun ? 'common.close' : 'common.cancel')}
            </Button>
            <Button type="submit" disabled={keep.isPending}>
              {plural('meetingCard.notReturned.save', left.length)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
