import { Button, Group, Stack } from '@mantine/core';
import type { ClientAgreement } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { AgreementChoice } from './AgreementChoice.tsx';
import { type AgendaLine, changeLine, meetingQuery } from './meeting-queries.ts';

type Props = { meetingId: string; line: AgendaLine; onClose: () => void };

/** What the client said, asked beforehand or at the table. */
export function AgreementDialog({ meetingId, line, onClose }: Props) {
  const cache = useQueryClient();
  const [said, setSaid] = useState<ClientAgreement>(line.clientAgreement ?? 'NOT_ASKED');
  const save = useMutation({
    mutationFn: () => changeLine(line, { clientAgreement: said }),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey });
      announce(text('teamMeetings.agreement.saved'));
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('teamMeetings.agreement.title', { name: line.clientName })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <AgreementChoice value={said} onChange={setSaid} autoFocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text('teamMeetings.agreement.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
