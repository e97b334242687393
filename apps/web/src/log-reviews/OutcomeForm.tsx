import { Button, Textarea } from '@mantine/core';
import { LOG_NOTE_LIMIT, LOG_VERDICTS, type LogVerdict, needsNote } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { useHotkeys } from '../platform/hotkeys.ts';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { judgeLine } from './log-review-queries.ts';
import type { ReviewLine } from './log-review-types.ts';

const CHOICES = LOG_VERDICTS.map((code) => ({ code, label: text(`logReviews.verdict.${code}`) }));

/** In order with one key; what is not wants words first. */
export function OutcomeForm({ line, onJudged }: { line: ReviewLine; onJudged: (line: ReviewLine) => void }) {
  const [verdict, setVerdict] = useState<LogVerdict>();
  const [note, setNote] = useState('');
  const [unpicked, setUnpicked] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const judge = useMutation({
    mutationFn: (found: LogVerdict) =>
      judgeLine(line, { verdict: found, ...(note.trim() !== '' && { note: note.trim() }) }),
    onSuccess: (judged) => {
      announce(text('logReviews.outcome.saved'));
      onJudged(judged);
    },
  });
  const errors = fieldErrors(judge.error ?? undefined);

  function pick(found: LogVerdict): void {
    setVerdict(found);
    setUnpicked(false);
    if (needsNote(found)) noteField.current?.focus();
    else if (!judge.isPending) judge.mutate(found);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setUnpicked(verdict === undefined);
    if (verdict !== undefined && !judge.isPending) judge.mutate(verdict);
  }
  useHotkeys([
    ...LOG_VERDICTS.map((code, index) => ({
      keys: String(index + 1),
      description: text(`logReviews.verdict.${code}`),
      run: () => pick(code),
    })),
    {
      keys: 'Ctrl+Enter',
      description: text('logReviews.outcome.save'),
      run: () => verdict !== undefined && judge.mutate(verdict),
    },
  ]);
  return (
    <form noValidate onSubmit={submit}>
      {judge.error !== null && <ProblemSummary error={judge.error} />}
      <RadioQuestion
        legend={text('logReviews.outcome.legend')}
        choices={CHOICES}
        value={verdict}
        onChange={setVerdict}
        error={unpicked ? text('logReviews.outcome.pick') : undefined}
      />
      <Textarea
        id="note"
        ref={noteField}
        label={text('logReviews.outcome.note')}
        description={text('logReviews.outcome.noteHint')}
        maxLength={LOG_NOTE_LIMIT}
        autosize
        value={note}
        error={errors['note']}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit" mt="sm" variant="default">
        {text('logReviews.outcome.save')}
      </Button>
    </form>
  );
}
