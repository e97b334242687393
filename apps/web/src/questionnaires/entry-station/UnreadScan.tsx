import { Button, Group, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Dialog } from '../../ui/Dialog.tsx';

type Props = { message: string; onClose: () => void };

/** Quick keys that were no code of ours: nothing of them was entered. */
export function UnreadScan({ message, onClose }: Props) {
  return (
    <Dialog title={text('entry.scan.unreadTitle')} onClose={onClose}>
      <Text mb="md">{message}</Text>
      <Group>
        <Button data-autofocus onClick={onClose}>
          {text('entry.scan.goOn')}
        </Button>
      </Group>
    </Dialog>
  );
}
