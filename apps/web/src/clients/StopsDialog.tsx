import { Button, Group, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import type { StoppingStatus } from './stopping-status.ts';

type Props = { status: StoppingStatus; onConfirm: () => void; onBack: () => void; children: ReactNode };

/** Between the first key and the second: what ends, all in one act. */
export function StopsDialog({ status, onConfirm, onBack, children }: Props) {
  const word = text(`clients.status.${status}`);
  return (
    <Dialog title={text('screeningRounds.stops.title', { status: word })} onClose={onBack}>
      {children}
      <Text mb="lg">{text('screeningRounds.stops.hint')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {text('screeningRounds.stops.back')}
        </Button>
        <Button data-autofocus onClick={onConfirm}>
          {text('clients.form.save')}
        </Button>
      </Group>
    </Dialog>
  );
}
