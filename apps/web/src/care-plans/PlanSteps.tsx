import { Button, Group } from '@mantine/core';
import { type Day, planAfter, type PlanStep } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { AdoptDialog } from './AdoptDialog.tsx';
import { activatePlan, type CarePlan } from './care-plan-queries.ts';
import { ClosePlanDialog } from './ClosePlanDialog.tsx';
import { DiscussDialog } from './DiscussDialog.tsx';
import { EvaluateDialog } from './EvaluateDialog.tsx';

type Props = {
  plan: CarePlan;
  clientName: string;
  today: Day;
  mayUpdate: boolean;
  mayFinalise: boolean;
  onDone: (plan: CarePlan) => void;
};

/** The step that comes next is the button that stands out; it is the one of the state table. */
const NEXT: Readonly<Record<string, PlanStep>> = {
  DRAFT: 'DISCUSS',
  DISCUSSED: 'ADOPT',
  ADOPTED: 'EVALUATE',
  ACTIVE: 'EVALUATE',
  EVALUATED: 'ACTIVATE',
};

export function PlanSteps({ plan, clientName, today, mayUpdate, mayFinalise, onDone }: Props) {
  const [open, setOpen] = useState<PlanStep>();
  const activate = useMutation({ mutationFn: () => activatePlan(plan.id), onSuccess: onDone });
  const { state } = plan;
  const hasChanged = plan.edition === 0 || (plan.changedSinceEdition?.length ?? 0) > 0;
  const next = plan.edition > 0 && hasChanged ? 'ADOPT' : NEXT[state];
  const steps = (['DISCUSS', 'ADOPT', 'ACTIVATE', 'EVALUATE', 'CLOSE'] as const).filter(
    (step) =>
      planAfter(state, step) !== null &&
      (step === 'DISCUSS' ? mayUpdate : mayFinalise) &&
      (step !== 'ADOPT' || hasChanged),
  );
  const close = (): void => setOpen(undefined);
  const done = (changed: CarePlan): void => {
    close();
    onDone(changed);
  };
  const dialog = { plan, clientName, today, onDone: done, onClose: close };
  return (
    <>
      {activate.error !== null && <ProblemSummary error={activate.error} />}
      <Group>
        {steps.map((step) => (
          <Button
            key={step}
            variant={step === next ? 'filled' : 'default'}
            onClick={() => (step === 'ACTIVATE' ? activate.mutate() : setOpen(step))}
          >
            {text(`carePlans.steps.${step === 'ADOPT' && plan.edition > 0 ? 'ADOPT_AGAIN' : step}`)}
          </Button>
        ))}
      </Group>
      {open === 'DISCUSS' && <DiscussDialog {...dialog} />}
      {open === 'ADOPT' && <AdoptDialog {...dialog} />}
      {open === 'EVALUATE' && <EvaluateDialog {...dialog} />}
      {open === 'CLOSE' && <ClosePlanDialog {...dialog} />}
    </>
  );
}
