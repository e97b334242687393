import type { Day } from '@samenoud/domain';
import type { CarePlan } from './care-plan-queries.ts';
import type { NameOf } from './care-plan-words.ts';

/** What the parts of a plan need to know of it. */
export type PlanUse = {
  plan: CarePlan;
  today: Day;
  mayWrite: boolean;
  nameOf: NameOf;
  colleagues: readonly { userId: string; displayName: string }[];
  /** Something of the plan was changed. */
  onChanged: () => void;
};
