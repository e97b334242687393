import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { addDays } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { submitOnEnter } from '../ui/submit-on-enter.ts';
import type { AgendaLine } from './meeting-queries.ts';
import type { Person } from './meeting-words.ts';
import { useLineChange } from './use-line-change.ts';

const DAYS_AHEAD = 7;

type Props = { meetingId: string; line: AgendaLine; people: readonly Person[]; today: string; onClose: () => void };

/** Who tells the client what was decided, and when: clients want to hear it. */
export function FeedbackDialog({ meetingId, line, people, today, onClose }: Props) {
  const [by, setBy] = useState(line.feedback?.by ?? line.presenterId ?? people[0]?.userId ?? '');
  const [on, setOn] = useState<string | undefined>(() => line.feedback?.on ?? addDays(today, DAYS_AHEAD));
  const wish = { meetingId, line, said: text('teamMeetings.feedback.saved'), onClose };
  const { sending, submit } = useLineChange(wish, () => ({ feedback: { by, on: on ?? null } }));
  return (
    <Dialog title={text('teamMeetings.feedback.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {sending.error !== null && <ProblemSummary error={sending.error} />}
          <Text>{line.clientName}</Text>
          <NativeSelect
            data-autofocus
            label={text('teamMeetings.feedback.by')}
            data={people.map(({ userId, label }) => ({ value: userId, label }))}
            value={by}
            onKeyDown={submitOnEnter}
            onChange={({ currentTarget }) => setBy(currentTarget.value)}
          />
          <DateField id="feedback.on" label={text('teamMeetings.feedback.on')} value={on} onChange={setOn} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={sending.isPending}>
              {text('teamMeetings.feedback.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
