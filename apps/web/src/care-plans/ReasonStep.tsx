import { Button, Group, Stack, Textarea } from '@mantine/core';
import { CARE_PLAN_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

type Props = {
  step: 'reopen' | 'strike';
  send: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

/** A step that asks why. */
export function ReasonStep({ step, send, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const save = useMutation({ mutationFn: () => send(reason.trim()), onSuccess: onDone });
  const isEmpty = reason.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isEmpty) document.getElementById('reason')?.focus();
    else if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text(`carePlans.${step}.title`)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Textarea
            id="reason"
            data-autofocus
            size="md"
            autosize
            minRows={2}
            label={text(`carePlans.${step}.reason`)}
            maxLength={CARE_PLAN_LIMITS.reason}
            value={reason}
            error={hasTried && isEmpty ? text('errors.REQUIRED') : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(`carePlans.${step}.save`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
