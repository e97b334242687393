import { useQueryClient } from '@tanstack/react-query';
import type { CarePlan } from './care-plan-queries.ts';
import { carePlanQuery, carePlansQuery } from './care-plan-queries.ts';

/** Keeps what is on screen equal to what was saved: the whole plan at once, a part of it by reading the plan again. */
export function usePlanCache(clientId: string, planId: string): { put: (plan: CarePlan) => void; again: () => void } {
  const queries = useQueryClient();
  const { queryKey } = carePlanQuery(clientId, planId);
  return {
    put: (plan) => {
      queries.setQueryData(queryKey, plan);
      void queries.invalidateQueries({ queryKey: carePlansQuery(clientId).queryKey, exact: true });
    },
    again: () => void queries.invalidateQueries({ queryKey: carePlansQuery(clientId).queryKey }),
  };
}
