import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { beginPlan, carePlanQuery, carePlansQuery } from './care-plan-queries.ts';

/** The first step of a plan. */
export function BeginPlan({ clientId, isFirst }: { clientId: string; isFirst: boolean }) {
  const queries = useQueryClient();
  const [key] = useState(createIdempotencyKey);
  const begin = useMutation({
    mutationFn: () => beginPlan(clientId, key),
    onSuccess: (plan) => {
      queries.setQueryData(carePlanQuery(clientId, plan.id).queryKey, plan);
      void queries.invalidateQueries({ queryKey: carePlansQuery(clientId).queryKey, exact: true });
    },
  });
  return (
    <>
      {begin.error !== null && <ProblemSummary error={begin.error} />}
      <Button disabled={begin.isPending} onClick={() => begin.mutate()}>
        {text(isFirst ? 'carePlans.begin' : 'carePlans.another')}
      </Button>
    </>
  );
}
