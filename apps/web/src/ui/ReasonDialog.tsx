import { Button, Group, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AreaField } from './AreaField.tsx';
import { Dialog } from './Dialog.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';

const REASON_LIMIT = 500;

type Props<Result> = {
  title: string;
  /** What will happen, in a sentence or two. */
  consequence: string;
  reasonLabel: string;
  confirmLabel: string;
  send: (reason: string) => Promise<Result>;
  onDone: (result: Result) => void;
  onClose: () => void;
};

/** An act that stays visible with its reason. */
export function ReasonDialog<Result>(props: Props<Result>) {
  const { title, consequence, reasonLabel, confirmLabel, send, onDone, onClose } = props;
  const [reason, setReason] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const save = useMutation({ mutationFn: send, onSuccess: onDone });
  const words = (reason ?? '').trim();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (words === '') document.getElementById('reason')?.focus();
    else if (!save.isPending) save.mutate(words);
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Text>{consequence}</Text>
          <AreaField
            id="reason"
            label={reasonLabel}
            value={reason}
            onChange={setReason}
            maximum={REASON_LIMIT}
            required
            autoFocus
            error={hasTried && words === '' ? text('errors.REQUIRED') : undefined}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
