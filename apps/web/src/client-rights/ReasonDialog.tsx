import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

const REASON_LIMIT = 500;

type Props = {
  act: 'withdraw' | 'restrict' | 'refuse' | 'lift';
  send: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

/** What the act will do, and why it is done. */
export function ReasonDialog({ act, send, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const save = useMutation({ mutationFn: send, onSuccess: onDone });
  const isEmpty = reason.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isEmpty) document.getElementById('act-reason')?.focus();
    else if (!save.isPending) save.mutate(reason.trim());
  }
  return (
    <Dialog title={text(`clientRights.act.${act}.title`)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Text>{text(`clientRights.act.${act}.consequence`)}</Text>
          <Textarea
            id="act-reason"
            data-autofocus
            size="md"
            label={text('clientRights.reason')}
            aria-required
            autosize
            minRows={2}
            maxLength={REASON_LIMIT}
            value={reason}
            error={hasTried && isEmpty ? text('clientRights.reasonRequired') : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'clientRights.saving' : `clientRights.act.${act}.do`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
