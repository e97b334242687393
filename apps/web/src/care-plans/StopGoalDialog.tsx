import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { CARE_PLAN_LIMITS, GOAL_STOP_REASONS, type GoalStopReason } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { stopGoal } from './care-plan-queries.ts';

type Props = { goalId: string; onDone: () => void; onClose: () => void };

export function StopGoalDialog({ goalId, onDone, onClose }: Props) {
  const [reason, setReason] = useState<GoalStopReason>('NOT_RELEVANT');
  const [words, setWords] = useState('');
  const save = useMutation({
    mutationFn: () => stopGoal(goalId, { reason, text: words.trim() === '' ? null : words }),
    onSuccess: onDone,
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('carePlans.stop.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <NativeSelect
            data-autofocus
            label={text('carePlans.stop.reason')}
            value={reason}
            data={GOAL_STOP_REASONS.map((value) => ({ value, label: text(`carePlans.stopReason.${value}`) }))}
            onChange={({ currentTarget }) => setReason(currentTarget.value as GoalStopReason)}
          />
          <Textarea
            size="md"
            autosize
            label={text('carePlans.stop.text')}
            maxLength={CARE_PLAN_LIMITS.reason}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text('carePlans.stop.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
