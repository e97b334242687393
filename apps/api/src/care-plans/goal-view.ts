import { goalResult, isMaintenanceGoal } from '@samenoud/domain';
import type { GoalScoreView, GoalView } from './plan-part.dto.ts';
import { type GoalRow, instant, type PlanRows, type ScoreRow } from './plan-rows.ts';

/** A goal with its scores, and what became of it by the arithmetic of the domain. */
export function goalView({ scores }: Pick<PlanRows, 'scores'>, row: GoalRow): GoalView {
  const { id, planId, problemId, version, text, baselineScore, baselineOn, targetScore, targetDate, state } = row;
  const own = scores.filter(({ goalId }) => goalId === id);
  const valid = own.filter(({ struckAt }) => struckAt === null);
  const latest = valid.at(-1);
  const endScore = valid.find(({ kind }) => kind === 'END')?.score ?? null;
  const pair = { baseline: baselineScore, target: targetScore };
  const result = endScore === null ? { progress: null, gap: null, class: null } : goalResult({ ...pair, end: endScore });
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
