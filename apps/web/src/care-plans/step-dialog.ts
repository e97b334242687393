import type { Day } from '@samenoud/domain';
import type { CarePlan } from './care-plan-queries.ts';

/** What every dialog of a step gets. */
export type StepDialog = {
  plan: CarePlan;
  clientName: string;
  today: Day;
  onDone: (plan: CarePlan) => void;
  onClose: () => void;
};
