import { goalResult, isMaintenanceGoal } from '@samenoud/domain';
import type { GoalActionView, GoalScoreView, GoalView } from './plan-part.dto.ts';
import { type ActionOfGoalRow, type GoalRow, instant, type PlanRows, type ScoreRow } from './plan-rows.ts';

/** A goal with its scores, and what became of it by the arithmetic of the domain. */
export function goalView({ scores, actions }: Pick<PlanRows, 'scores' | 'actions'>, row: GoalRow): GoalView {
  const { id, planId, problemId, version, text, baselineScore, baselineOn, targetScore, targetDate, state } = row;
  const own = scores.filter(({ goalId }) => goalId === id);
  const valid = own.filter(({ struckAt }) => struckAt === null);
  const latest = valid.at(-1);
  const endScore = valid.find(({ kind }) => kind === 'END')?.score ?? null;
  const pair = { baseline: baselineScore, target: targetScore };
  const result =
    endScore === null ? { progress: null, gap: null, class: null } : goalResult({ ...pair, end: endScore });
  return {
    id, planId, problemId, version, text, baselineScore, baselineOn, targetScore, targetDate, state,
    latestScore: latest?.score ?? null,
    latestScoreOn: latest?.scoredOn ?? null,
    endScore,
    ...result,
    maintenance: isMaintenanceGoal(pair),
    evaluation: row.evaluation,
    stopReason: row.stopReason,
    stopText: row.stopText,
    stoppedOn: row.stoppedOn,
    scores: own.map(scoreView),
    actions: actions.filter(({ goalId }) => goalId === id).map(actionOfGoal),
  }; // prettier-ignore
}

function scoreView({ id, scoredOn, score, kind, recordedBy, recordedAt, ...row }: ScoreRow): GoalScoreView {
  const { struckAt, struckBy, strikeReason } = row;
  const isStruck = struckAt !== null && struckBy !== null && strikeReason !== null;
  return {
    id, on: scoredOn, score, kind, recordedBy,
    recordedAt: instant(recordedAt),
    struck: isStruck ? { at: instant(struckAt), by: struckBy, reason: strikeReason } : null,
  }; // prettier-ignore
}

export function actionOfGoal(row: ActionOfGoalRow): GoalActionView {
  const { id, version, text, ownerKind, ownerUserId, ownerName, dueOn, state, doneOn, reason, postponedCount } = row;
  const owner = { kind: ownerKind, userId: ownerUserId, name: ownerName };
  return { id, version, text, owner, dueOn, state, doneOn, reason, postponedCount };
}
