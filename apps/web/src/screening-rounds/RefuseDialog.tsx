import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';

const REASON_LIMIT = 300;

type Props = {
  name: string;
  onRefuse: (words: { reason: string | null; refusesLater: boolean }) => void;
  onClose: () => void;
};

/** „Doet niet mee”: Enter is enough; a reason and later years only when they were said. */
export function RefuseDialog({ name, onRefuse, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [refusesLater, setRefusesLater] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    onRefuse({ reason: reason.trim() || null, refusesLater });
  }
  return (
    <Dialog title={text('screeningRounds.act.refuse.title', { name })} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>{text('screeningRounds.act.refuse.consequence')}</Text>
          <TextInput
            data-autofocus
            label={text('screeningRounds.act.refuse.reason')}
            description={text('screeningRounds.act.refuse.reasonHint')}
            maxLength={REASON_LIMIT}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Checkbox
            label={text('screeningRounds.act.refuse.later')}
            checked={refusesLater}
            onChange={({ currentTarget }) => setRefusesLater(currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit">{text('screeningRounds.act.refuse.confirm')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
