import { Button, Group, Stack, Textarea } from '@mantine/core';
import { MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { submitOnEnter } from '../ui/submit-on-enter.ts';
import type { AgendaLine } from './meeting-queries.ts';
import { useLineChange } from './use-line-change.ts';

type Props = { meetingId: string; line: AgendaLine; onClose: () => void };

/** One sentence to the team. */
export function QuestionDialog({ meetingId, line, onClose }: Props) {
  const [question, setQuestion] = useState(line.question ?? '');
  const wish = { meetingId, line, said: text('teamMeetings.question.saved'), onClose };
  const { sending, submit } = useLineChange(wish, () => ({
    question: question.trim() === '' ? null : question.trim(),
  }));
  return (
    <Dialog title={text('teamMeetings.question.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {sending.error !== null && <ProblemSummary error={sending.error} />}
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
            <Button type="submit" disabled={sending.isPending}>
              {text('teamMeetings.question.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
