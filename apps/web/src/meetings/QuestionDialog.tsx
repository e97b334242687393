import { Button, Group, Stack, Textarea } from '@mantine/core';
import { MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { submitOnEnter } from '../ui/submit-on-enter.ts';
import { type AgendaLine, changeLine, meetingQuery } from './meeting-queries.ts';

type Props = { meetingId: string; line: AgendaLine; onClose: () => void };

/** One sentence to the team. */
export function QuestionDialog({ meetingId, line, onClose }: Props) {
  const cache = useQueryClient();
  const [question, setQuestion] = useState(line.question ?? '');
  const save = useMutation({
    mutationFn: () => changeLine(line, { question: question.trim() === '' ? null : question.trim() }),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey });
      announce(text('teamMeetings.question.saved'));
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('teamMeetings.question.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Textarea
            id="question"
            data-autofocus
            label={text('teamMeetings.question.label')}
            description={text('teamMeetings.question.hint', { max: MEETING_LIMITS.question })}
            maxLength={MEETING_LIMITS.question}
            autosize
            minRows={2}
            value={question}
            onKeyDown={submitOnEnter}
            onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text('teamMeetings.question.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
