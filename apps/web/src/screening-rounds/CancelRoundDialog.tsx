import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { cancelRound, ROUNDS_KEY } from './round-queries.ts';
import type { Round } from './round-types.ts';

const REASON = { min: 3, max: 300 } as const;

/** Withdraws a round that nobody answered; says what ends, and asks why. */
export function CancelRoundDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const isUnexplained = reason.trim().length < REASON.min;
  const cancel = useMutation({
    mutationFn: () => cancelRound(round.id, reason.trim()),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ROUNDS_KEY });
      onClose();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isUnexplained) document.getElementById('reason')?.focus();
    else if (!cancel.isPending) cancel.mutate();
  }
  return (
    <Dialog title={text('screeningRounds.finish.cancelTitle')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {cancel.error !== null && <ProblemSummary error={cancel.error} />}
          <Text>{plural('screeningRounds.finish.cancelConsequence', round.funnel.invited)}</Text>
          <Textarea
            id="reason"
            size="md"
            data-autofocus
            label={text('screeningRounds.finish.cancelReason')}
            aria-required
            autosize
            minRows={2}
            maxLength={REASON.max}
            value={reason}
            error={hasTried && isUnexplained ? text('screeningRounds.finish.cancelReasonRequired') : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={cancel.isPending}>
              {text('screeningRounds.finish.cancelConfirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
