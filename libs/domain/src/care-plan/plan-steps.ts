/** Where a zorgleefplan stands. Source: domain reference 8. */
export const PLAN_STATES = ['DRAFT', 'DISCUSSED', 'ADOPTED', 'ACTIVE', 'EVALUATED', 'CLOSED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Not closed; a client has at most one such plan. */
export const OPEN_PLAN_STATES = ['DRAFT', 'DISCUSSED', 'ADOPTED', 'ACTIVE', 'EVALUATED'] as const;
/** Adopted with the client and not closed: scores are given, and it is evaluated. */
export const RUNNING_PLAN_STATES = ['ADOPTED', 'ACTIVE', 'EVALUATED'] as const;

export const PLAN_STEPS = ['DISCUSS', 'ADOPT', 'ACTIVATE', 'EVALUATE', 'CLOSE'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** Every step there is: from where, to where; `null` keeps the state, as a next edition does. docs/state-machines/care-plan.md prints it. */
export const PLAN_TABLE: Readonly<Record<PlanStep, Readonly<Partial<Record<PlanState, PlanState>>>>> = {
  DISCUSS: { DRAFT: 'DISCUSSED' },
  ADOPT: { DRAFT: 'ADOPTED', DISCUSSED: 'ADOPTED', ADOPTED: 'ADOPTED', ACTIVE: 'ACTIVE', EVALUATED: 'EVALUATED' },
  ACTIVATE: { ADOPTED: 'ACTIVE', EVALUATED: 'ACTIVE' },
  EVALUATE: { ADOPTED: 'EVALUATED', ACTIVE: 'EVALUATED' },
  CLOSE: { DRAFT: 'CLOSED', DISCUSSED: 'CLOSED', ADOPTED: 'CLOSED', ACTIVE: 'CLOSED', EVALUATED: 'CLOSED' },
};

/** The state a step leads to, or null where the table has no such step: the API refuses it with WRONG_STATE. Source: domain reference 8. */
export function planAfter(state: PlanState, step: PlanStep): PlanState | null {
  return PLAN_TABLE[step][state] ?? null;
}

export const isOpenPlanState = (state: PlanState): boolean => state !== 'CLOSED';
export const isRunningPlanState = (state: PlanState): boolean =>
  (RUNNING_PLAN_STATES as readonly PlanState[]).includes(state);
