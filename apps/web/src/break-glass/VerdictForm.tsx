import { Button, Group, Stack, Textarea } from '@mantine/core';
import {
  EMERGENCY_VERDICT_NOTE_MAX,
  EMERGENCY_VERDICTS,
  type EmergencyReviewState,
  emergencyReviewAfter,
  verdictNeedsNote,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { EMERGENCY_KEY, judgeEmergency, type Verdict } from './emergency-queries.ts';

/** Terecht, onterecht of nader onderzoek; only the verdicts this state takes. */
export function VerdictForm({ id, state }: { id: string; state: EmergencyReviewState }) {
  const cache = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict>();
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const noteId = `note-${id}`;
  const lacksNote = verdict !== undefined && verdictNeedsNote(verdict) && note.trim() === '';
  const judge = useMutation({
    mutationFn: (given: Verdict) => judgeEmergency(id, { verdict: given, note: note.trim() || null }),
    onSuccess: async () => {
      announce(text('breakGlass.review.done'));
      await cache.invalidateQueries({ queryKey: EMERGENCY_KEY });
    },
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (verdict === undefined) event.currentTarget.querySelector<HTMLElement>('input[type="radio"]')?.focus();
    else if (lacksNote) document.getElementById(noteId)?.focus();
    else if (!judge.isPending) judge.mutate(verdict);
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {judge.error !== null && <ProblemSummary error={judge.error} />}
        <RadioQuestion
          legend={text('breakGlass.review.verdict')}
          choices={EMERGENCY_VERDICTS.filter((one) => emergencyReviewAfter(state, one) !== undefined).map((code) => ({
            code,
            label: text(`breakGlass.review.${code}`),
          }))}
          value={verdict}
          onChange={setVerdict}
          error={hasTried && verdict === undefined ? text('breakGlass.review.verdictRequired') : undefined}
        />
        <Textarea
          id={noteId}
          label={text('breakGlass.review.note')}
          description={text('breakGlass.review.noteHint')}
          autosize
          minRows={2}
          maxLength={EMERGENCY_VERDICT_NOTE_MAX}
          value={note}
          error={hasTried && lacksNote ? text('breakGlass.review.noteRequired') : undefined}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={judge.isPending}>
            {text('breakGlass.review.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
