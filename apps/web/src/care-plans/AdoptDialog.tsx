import { TextInput } from '@mantine/core';
import { AGREEMENT_WAYS, type AgreementWay, CARE_PLAN_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { adoptPlan } from './care-plan-queries.ts';
import type { StepDialog } from './step-dialog.ts';
import { StepForm } from './StepForm.tsx';

/** The client agrees: who, when and how. */
export function AdoptDialog({ plan, clientName, today, onDone, onClose }: StepDialog) {
  const [by, setBy] = useState(clientName);
  const [on, setOn] = useState<string | undefined>(today);
  const [how, setHow] = useState<AgreementWay>('ORAL');
  const [next, setNext] = useState<string>();
  const save = useMutation({
    mutationFn: () => adoptPlan(plan.id, { agreement: { by, on: on ?? '', how }, ...(next === undefined ? {} : { nextEvaluationOn: next }) }), // prettier-ignore
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);
  return (
    <StepForm
      title={text('carePlans.adopt.title')}
      consequence={text('carePlans.adopt.consequence', { edition: plan.edition + 1 })}
      saveLabel={text('carePlans.adopt.save')}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        id="agreement.by"
        data-autofocus
        label={text('carePlans.adopt.by')}
        maxLength={CARE_PLAN_LIMITS.name}
        value={by}
        error={refused['agreement.by']}
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
      />
      <DateField
        id="agreement.on"
        label={text('carePlans.adopt.on')}
        value={on}
        error={refused['agreement.on']}
        onChange={setOn}
      />
      <RadioQuestion
        legend={text('carePlans.adopt.how')}
        choices={AGREEMENT_WAYS.map((code) => ({ code, label: text(`carePlans.how.${code}`) }))}
        value={how}
        onChange={setHow}
      />
      {plan.edition === 0 && (
        <DateField
          id="nextEvaluationOn"
          label={text('carePlans.adopt.next')}
          value={next}
          error={refused['nextEvaluationOn']}
          onChange={setNext}
        />
      )}
    </StepForm>
  );
}
