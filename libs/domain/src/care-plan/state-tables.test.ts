import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { GOAL_STATES, GOAL_STEPS, goalAfter } from './goal-steps.ts';
import { PLAN_STATES, PLAN_STEPS, planAfter } from './plan-steps.ts';

/** Cells of the rows of a table in docs/state-machines that begin in a state. */
function printed(name: string): string[][] {
  const page = readFileSync(new URL(`../../../../docs/state-machines/${name}.md`, import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.split('|').slice(1).map((cell) => cell.trim().replaceAll('`', ''))); // prettier-ignore
}

describe('the state machine of a plan', () => {
  it('has exactly the steps that its page prints', () => {
    const steps = PLAN_STATES.flatMap((state) =>
      PLAN_STEPS.flatMap((step) => {
        const to = planAfter(state, step);
        return to === null ? [] : [`${state} ${step} ${to}`];
      }),
    );
    const page = printed('care-plan').map(([from, step, to]) => `${from} ${step} ${to}`);
    expect(steps.toSorted()).toEqual(page.toSorted());
    expect(steps).toHaveLength(15);
  });

  it('never leaves CLOSED', () => {
    expect(PLAN_STEPS.map((step) => planAfter('CLOSED', step))).toEqual([null, null, null, null, null]);
  });
});

describe('the state machine of a goal', () => {
  it('has exactly the steps that its page prints, in the plans that it names', () => {
    const steps = GOAL_STATES.flatMap((state) =>
      GOAL_STEPS.flatMap((step) =>
        PLAN_STATES.flatMap((plan) => {
          const to = goalAfter(state, step, plan);
          return to === null ? [] : [`${state} ${step} ${to} ${plan}`];
        }),
      ),
    );
    const plans = { open: PLAN_STATES.slice(0, 5), running: PLAN_STATES.slice(2, 5) };
    const page = printed('goal').flatMap(([from, step, to, plan]) =>
      plans[plan as keyof typeof plans].map((state) => `${from} ${step} ${to} ${state}`),
    );
    expect(steps.toSorted()).toEqual(page.toSorted());
    expect(steps).toHaveLength(17);
  });
});
