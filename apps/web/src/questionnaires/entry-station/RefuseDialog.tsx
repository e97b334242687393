import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';

const REASON_LIMIT = 300;

export type Refusing = { reason?: string; refusesLater?: boolean };
type Props = {
  name: string;
  isBusy: boolean;
  error: unknown;
  onRefuse: (refusing: Refusing) => void;
  onClose: () => void;
};

/** "Ik doe niet mee": Enter is enough; a reason only when one was given. */
export function RefuseDialog({ name, isBusy, error, onRefuse, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [isForLater, setForLater] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isBusy) return;
    onRefuse({ ...(reason.trim() !== '' && { reason: reason.trim() }), ...(isForLater && { refusesLater: true }) });
  }
  return (
    <Dialog title={text('entry.refuse.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <Text>{text('entry.refuse.hint', { name })}</Text>
          {error !== null && error !== undefined && <ProblemSummary error={error} />}
          <TextInput
            data-autofocus
            label={text('entry.refuse.reason')}
            autoComplete="off"
            maxLength={REASON_LIMIT}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Checkbox
            label={text('entry.refuse.later')}
            checked={isForLater}
            onChange={({ currentTarget }) => setForLater(currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={isBusy}>
              {text('entry.refuse.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
