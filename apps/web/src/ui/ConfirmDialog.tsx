import { Button, Group, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Dialog } from './Dialog.tsx';

type Props = {
  title: string;
  /** What will happen, in a sentence. */
  consequence: string;
  /** The act itself, never "OK". */
  confirmLabel: string;
  isBusy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** For steps that cannot be undone; everything else offers undo instead. */
export function ConfirmDialog({ title, consequence, confirmLabel, isBusy = false, onConfirm, onCancel }: Props) {
  return (
    <Dialog title={title} onClose={onCancel}>
      <Text mb="lg">{consequence}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {text('common.cancel')}
        </Button>
        <Button loading={isBusy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Dialog>
  );
}
