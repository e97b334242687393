/** How a client agreed. Source: domain reference 8. */
export const AGREEMENT_WAYS = ['ORAL', 'WRITTEN', 'REPRESENTATIVE'] as const;
export type AgreementWay = (typeof AGREEMENT_WAYS)[number];

export const PLAN_CLOSE_REASONS = [
  'GOALS_REACHED',
  'CLIENT_STOPS',
  'NOT_NEEDED',
  'MOVED',
  'DECEASED',
  'OTHER',
] as const;
export type PlanCloseReason = (typeof PLAN_CLOSE_REASONS)[number];

/** Why a person stops a goal; one that stops with its plan has the reason of the plan. */
export const GOAL_STOP_REASONS = ['NOT_RELEVANT', 'CLIENT_STOPS', 'MOVED', 'DECEASED'] as const;
export type GoalStopReason = (typeof GOAL_STOP_REASONS)[number];

export const GOAL_SCORE_KINDS = ['INTERIM', 'END'] as const;
export type GoalScoreKind = (typeof GOAL_SCORE_KINDS)[number];

/** Whether the client wants to work on a problem: now, not, or later. */
export const PROBLEM_CHOICES = ['YES', 'LATER', 'NO'] as const;
export type ProblemChoice = (typeof PROBLEM_CHOICES)[number];

/** Whose action it is; the client comes first in every list. */
export const ACTION_OWNERS_IN_ORDER = ['CLIENT', 'INFORMAL_CARER', 'OTHER', 'USER'] as const;

/** The texts of "who is this person", strengths first. Source: domain reference 8. */
export const PLAN_TEXTS = ['strengths', 'whatMatters', 'wishes', 'informalCarers', 'household', 'dailyLife'] as const;
export type PlanText = (typeof PLAN_TEXTS)[number];

/** Scores: 0 is no problem, 10 is very bad. */
export const SCORE_RANGE = { min: 0, max: 10 } as const;

/** Most characters. Ours: what fits on paper in large type. */
export const CARE_PLAN_LIMITS = {
  text: 2000,
  description: 500,
  goal: 300,
  evaluation: 1000,
  sentence: 500,
  reason: 500,
  name: 200,
} as const;

/** Whole months after the agreement in which a plan is evaluated, unless something else is agreed. */
export const EVALUATION_AFTER_MONTHS = 6;
