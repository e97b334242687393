import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { waiveSecondEntry } from './second-entry-queries.ts';

const REASON_LIMIT = 300;

type Props = { id: string; onDone: () => void; onClose: () => void };

/** The first entry stands without a second one, and it is kept why. */
export function WaiveDialog({ id, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  const waive = useMutation({ mutationFn: () => waiveSecondEntry(id, reason.trim()), onSuccess: onDone });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!isEmpty && !waive.isPending) waive.mutate();
  }
  return (
    <Dialog title={text('secondEntries.waive.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {waive.error !== null && <ProblemSummary error={waive.error} />}
          <Text>{text('secondEntries.waive.hint')}</Text>
          <Textarea
            label={text('secondEntries.waive.reason')}
            data-autofocus
            aria-required
            maxLength={REASON_LIMIT}
            value={reason}
            error={hasTried && isEmpty && text('secondEntries.waive.reasonRequired')}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={waive.isPending}>
              {text('secondEntries.waive.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
