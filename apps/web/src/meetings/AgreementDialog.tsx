import { Button, Group, Stack } from '@mantine/core';
import type { ClientAgreement } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { AgreementChoice } from './AgreementChoice.tsx';
import type { AgendaLine } from './meeting-queries.ts';
import { useLineChange } from './use-line-change.ts';

type Props = { meetingId: string; line: AgendaLine; onClose: () => void };

/** What the client said, asked beforehand or at the table. */
export function AgreementDialog({ meetingId, line, onClose }: Props) {
  const [said, setSaid] = useState<ClientAgreement>(line.clientAgreement ?? 'NOT_ASKED');
  const wish = { meetingId, line, said: text('teamMeetings.agreement.saved'), onClose };
  const { sending, submit } = useLineChange(wish, () => ({ clientAgreement: said }));
  return (
    <Dialog title={text('teamMeetings.agreement.title', { name: line.clientName })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {sending.error !== null && <ProblemSummary error={sending.error} />}
          <AgreementChoice value={said} onChange={setSaid} autoFocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={sending.isPending}>
              {text('teamMeetings.agreement.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
