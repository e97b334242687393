import { TextInput } from '@mantine/core';
import { CARE_PLAN_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { discussPlan } from './care-plan-queries.ts';
import type { StepDialog } from './step-dialog.ts';
import { StepForm } from './StepForm.tsx';

export function DiscussDialog({ plan, clientName, today, onDone, onClose }: StepDialog) {
  const [on, setOn] = useState<string | undefined>(today);
  const [whom, setWhom] = useState(clientName);
  const save = useMutation({
    mutationFn: () => discussPlan(plan.id, { discussedOn: on ?? '', discussedWith: whom }),
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);
  return (
    <StepForm
      title={text('carePlans.discuss.title')}
      saveLabel={text('carePlans.discuss.save')}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <DateField
        id="discussedOn"
        data-autofocus
        label={text('carePlans.discuss.on')}
        value={on}
        error={refused['discussedOn']}
        onChange={setOn}
      />
      <TextInput
        id="discussedWith"
        label={text('carePlans.discuss.whom')}
        maxLength={CARE_PLAN_LIMITS.name}
        value={whom}
        error={refused['discussedWith']}
        onChange={({ currentTarget }) => setWhom(currentTarget.value)}
      />
    </StepForm>
  );
}
