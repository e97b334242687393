import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { HANDOVER_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';

type Props = { name: string; isBusy: boolean; onDecline: (reason: string) => void; onClose: () => void };

/** Not without a reason: the colleague has to ask somebody else. */
export function DeclineDialog({ name, isBusy, onDecline, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isMissing) document.getElementById('decline-reason')?.focus();
    else if (!isBusy) onDecline(reason.trim());
  }
  return (
    <Dialog title={`${text('handovers.declineTitle')}: ${name}`} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <Text>{text('handovers.declineHint')}</Text>
          <Textarea
            id="decline-reason"
            data-autofocus
            label={text('handovers.form.reason')}
            aria-required
            autosize
            minRows={2}
            maxLength={HANDOVER_LIMITS.reason}
            value={reason}
            error={hasTried && isMissing ? text('handovers.form.needReason') : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={isBusy}>
              {text('handovers.decline')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
