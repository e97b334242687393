import { Button, Group, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type AgendaLine, holds, isShared, type Meeting, stepMeeting, toDiscuss } from './meeting-queries.ts';
import classes from './meetings.module.css';

type Props = { meeting: Meeting; onDone: (meeting: Meeting) => void; onClose: () => void };

const hasDecision = ({ decisions }: AgendaLine): boolean => decisions.some(holds);

/** What happens at closing, before it happens: who comes back, and whom nobody was asked to tell. */
export function CloseDialog({ meeting, onDone, onClose }: Props) {
  const lines = toDiscuss(meeting).filter(isShared);
  const comesBack = lines.filter((line) => line.outcome !== 'DISCUSSED' && !hasDecision(line));
  const untold = lines.filter((line) => hasDecision(line) && line.feedback === null);
  const close = useMutation({ mutationFn: () => stepMeeting(meeting, 'CLOSED'), onSuccess: onDone });
  return (
    <Dialog title={text('teamMeetings.close.title')} onClose={onClose}>
      <Stack gap="md">
        {close.error !== null && <ProblemSummary error={close.error} />}
        <Text>{text('teamMeetings.close.consequence')}</Text>
        <Names title={text('teamMeetings.close.notDiscussed')} lines={comesBack} />
        <Names title={text('teamMeetings.close.noFeedback')} lines={untold} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text('common.cancel')}
          </Button>
          <Button data-autofocus disabled={close.isPending} onClick={() => close.mutate()}>
            {text('teamMeetings.close.act')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Names({ title, lines }: { title: string; lines: readonly AgendaLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <Text fw={700}>{title}</Text>
      <ul className={classes['block']}>
        {lines.map(({ id, clientName }) => (
          <li key={id}>{clientName}</li>
        ))}
      </ul>
    </div>
  );
}
