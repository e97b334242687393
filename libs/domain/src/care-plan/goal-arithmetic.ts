/** How far a goal came. Source: domain reference 8; the classes are our rule. */
export const GOAL_CLASSES = ['ATTAINED', 'PARTLY', 'UNCHANGED', 'WORSE'] as const;
export type GoalClass = (typeof GOAL_CLASSES)[number];

export interface GoalScores {
  /** 0–10, as the client gave them: 0 is no problem, 10 is very bad. */
  readonly baseline: number;
  readonly target: number;
  readonly end: number;
}

export interface GoalResult {
  /** Points better than at the start; below 0 is worse. */
  readonly progress: number;
  /** Points that are still to go; 0 or below is as wished, or better. */
  readonly gap: number;
  readonly class: GoalClass;
}

/**
 * What became of a goal; lower is better. As wished or better is ATTAINED whatever the start was, so that a goal to keep things as
 * they are (6, 6, 6) and one whose wish lies above its start are judged by the wish. Source: Rietkerk 2021 for progress and gap.
 * Throws RangeError for a score that is no whole number from 0 to 10.
 */
export function goalResult({ baseline, target, end }: GoalScores): GoalResult {
  for (const score of [baseline, target, end])
    if (!Number.isInteger(score) || score < 0 || score > 10)
      throw new RangeError('a score is a whole number from 0 to 10');
  return { progress: baseline - end, gap: end - target, class: classOf(baseline, target, end) };
}

function classOf(baseline: number, target: number, end: number): GoalClass {
  if (end <= target) return 'ATTAINED';
  if (end < baseline) return 'PARTLY';
  return end === baseline ? 'UNCHANGED' : 'WORSE';
}

/** Whether a goal is to keep things as they are ("behouden"). */
export const isMaintenanceGoal = ({ baseline, target }: Pick<GoalScores, 'baseline' | 'target'>): boolean =>
  baseline === target;

/** Whether the wish is worse than the start: the screen asks whether that is meant, the API accepts it. */
export const isWorseThanStart = ({ baseline, target }: Pick<GoalScores, 'baseline' | 'target'>): boolean =>
  target > baseline;
