import { isOpenPlanState, isRunningPlanState, type PlanState } from './plan-steps.ts';

/** Where a goal stands. Source: domain reference 8. */
export const GOAL_STATES = ['OPEN', 'EVALUATED', 'STOPPED'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

export const GOAL_STEPS = ['SCORE_INTERIM', 'SCORE_END', 'STOP', 'REOPEN'] as const;
export type GoalStep = (typeof GOAL_STEPS)[number];

interface GoalTransition {
  readonly to: Readonly<Partial<Record<GoalState, GoalState>>>;
  /** In which plans: every plan that is not closed, or one that runs. */
  readonly plan: 'OPEN' | 'RUNNING';
}

/** Every step there is; docs/state-machines/goal.md prints it. */
export const GOAL_TABLE: Readonly<Record<GoalStep, GoalTransition>> = {
  SCORE_INTERIM: { to: { OPEN: 'OPEN' }, plan: 'RUNNING' },
  SCORE_END: { to: { OPEN: 'EVALUATED' }, plan: 'RUNNING' },
  STOP: { to: { OPEN: 'STOPPED' }, plan: 'OPEN' },
  REOPEN: { to: { EVALUATED: 'OPEN', STOPPED: 'OPEN' }, plan: 'RUNNING' },
};

/** The state a step makes of a goal in such a plan, or null where there is no such step: WRONG_STATE. Source: domain reference 8. */
export function goalAfter(state: GoalState, step: GoalStep, plan: PlanState): GoalState | null {
  const { to, plan: needed } = GOAL_TABLE[step];
  const fits = needed === 'OPEN' ? isOpenPlanState(plan) : isRunningPlanState(plan);
  return fits ? (to[state] ?? null) : null;
}
