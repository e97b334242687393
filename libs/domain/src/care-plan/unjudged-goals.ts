import type { GoalState } from './goal-steps.ts';

/**
 * Goals that stand in the way of evaluating a plan: open ones of which nobody said that they go on. A goal with a score at its end is
 * EVALUATED, so an open one has none. Source: domain reference 8, GOAL_NOT_JUDGED.
 */
export function unjudgedGoals(
  goals: readonly { readonly id: string; readonly state: GoalState }[],
  continuing: readonly string[],
): readonly string[] {
  return goals.filter(({ id, state }) => state === 'OPEN' && !continuing.includes(id)).map(({ id }) => id);
}
