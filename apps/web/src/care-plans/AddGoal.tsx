import { Button } from '@mantine/core';
import { addMonths, type Day, EVALUATION_AFTER_MONTHS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { useIdempotencyKey } from '../platform/use-idempotency-key.ts';
import { addGoal, type Problem } from './care-plan-queries.ts';
import { GoalForm } from './GoalForm.tsx';

type Props = { planId: string; problem: Problem; today: Day; onAdded: () => void };

export function AddGoal({ planId, problem, today, onAdded }: Props) {
  const [isOpen, setOpen] = useState(false);
  const keyFor = useIdempotencyKey();
  return (
    <>
      <Button variant="light" size="sm" onClick={() => setOpen(true)}>
        {text('carePlans.goal.add')}
      </Button>
      {isOpen && (
        <GoalForm
          title={text('carePlans.goal.add')}
          start={{
            text: '',
            baselineScore: problem.severity ?? undefined,
            baselineOn: today,
            targetScore: undefined,
            targetDate: addMonths(today, EVALUATION_AFTER_MONTHS),
          }}
          send={(goal) => {
            const body = { problemId: problem.id, ...goal };
            return addGoal(planId, body, keyFor(body));
          }}
          onDone={() => {
            setOpen(false);
            onAdded();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
