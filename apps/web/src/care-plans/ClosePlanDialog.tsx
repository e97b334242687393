import { NativeSelect, Textarea } from '@mantine/core';
import { CARE_PLAN_LIMITS, PLAN_CLOSE_REASONS, type PlanCloseReason } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { closePlan } from './care-plan-queries.ts';
import type { StepDialog } from './step-dialog.ts';
import { StepForm } from './StepForm.tsx';

/** Cannot be undone: it says what will happen. */
export function ClosePlanDialog({ plan, onDone, onClose }: StepDialog) {
  const [reason, setReason] = useState<PlanCloseReason>('GOALS_REACHED');
  const [words, setWords] = useState('');
  const save = useMutation({
    mutationFn: () => closePlan(plan.id, { reason, text: words.trim() === '' ? null : words }),
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);
  return (
    <StepForm
      title={text('carePlans.close.title')}
      consequence={text('carePlans.close.consequence')}
      saveLabel={text('carePlans.close.save')}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <NativeSelect
        id="reason"
        data-autofocus
        label={text('carePlans.close.reason')}
        value={reason}
        data={PLAN_CLOSE_REASONS.map((value) => ({ value, label: text(`carePlans.closeReason.${value}`) }))}
        onChange={({ currentTarget }) => setReason(currentTarget.value as PlanCloseReason)}
      />
      <Textarea
        id="text"
        size="md"
        autosize
        label={text('carePlans.close.text')}
        maxLength={CARE_PLAN_LIMITS.reason}
        value={words}
        error={refused['text']}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
    </StepForm>
  );
}
