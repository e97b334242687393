import { findProblemArea, type PlanPicture } from '@samenoud/domain';
import type { Agreement, CarePlanHead, Closing, EvaluationView, PlanContentView } from './care-plan.dto.ts';
import { goalView } from './goal-view.ts';
import type { ProblemView } from './plan-part.dto.ts';
import type { EvaluationRow, PlanRow, PlanRows, ProblemRow } from './plan-rows.ts';

export function planHead(row: PlanRow): CarePlanHead {
  const { id, clientId, version, state, edition, drawnUpOn, discussedOn, teamDiscussedOn, nextEvaluationOn } = row;
  const { evaluatedOn, copyGivenOn, closedOn } = row;
  return {
    id, clientId, version, state, edition, drawnUpOn, discussedOn, teamDiscussedOn, nextEvaluationOn, evaluatedOn, copyGivenOn, closedOn,
  }; // prettier-ignore
}

/** A plan with everything in it. */
export function planContent(rows: PlanRows): PlanContentView {
  const { plan, problems, evaluations } = rows;
  const { discussedWith, strengths, whatMatters, wishes, informalCarers, household, dailyLife } = plan;
  return {
    ...planHead(plan),
    discussedWith, strengths, whatMatters, wishes, informalCarers, household, dailyLife,
    agreement: agreementOf(plan),
    closed: closingOf(plan),
    problems: problems.map((row) => problemView(rows, row)),
    evaluations: evaluations.map(evaluationView),
  }; // prettier-ignore
}

export function problemView(rows: PlanRows, row: ProblemRow): ProblemView {
  const { id, planId, version, area, description, severity, wantsToWorkOnIt, omahaArea, notedOn, closedOn } = row;
  const known = findProblemArea(area);
  return {
    id, planId, version, area, description, severity, wantsToWorkOnIt, omahaArea, notedOn, closedOn,
    areaLabel: known?.label ?? area,
    areaDomain: known?.domain ?? null,
    goals: rows.goals.filter(({ problemId }) => problemId === id).map((goal) => goalView(rows, goal)),
  }; // prettier-ignore
}

/** What was agreed, for comparing with an edition. */
export function pictureOf({ plan, problems, goals, actions }: PlanRows): PlanPicture {
  const { strengths, whatMatters, wishes, informalCarers, household, dailyLife, nextEvaluationOn } = plan;
  const actionsOf = (goal: string) => actions.filter(({ goalId }) => goalId === goal).map(
    ({ id, text, ownerKind, ownerUserId, ownerName, dueOn, state }) => ({ id, text, ownerKind, ownerUserId, ownerName, dueOn, state }),
  ); // prettier-ignore
  const goalsOf = (problem: string) => goals.filter(({ problemId }) => problemId === problem).map(
    ({ id, text, baselineScore, baselineOn, targetScore, targetDate, state }) =>
      ({ id, text, baselineScore, baselineOn, targetScore, targetDate, state, actions: actionsOf(id) }),
  ); // prettier-ignore
  return {
    texts: { strengths, whatMatters, wishes, informalCarers, household, dailyLife },
    nextEvaluationOn,
    problems: problems.map(({ id, area, description, severity, wantsToWorkOnIt, omahaArea, closedOn }) => ({
      id, area, description, severity, wantsToWorkOnIt, omahaArea, closedOn, goals: goalsOf(id),
    })),
  }; // prettier-ignore
}

function agreementOf({ agreementBy: by, agreementOn: on, agreementHow: how }: PlanRow): Agreement | null {
  return by === null || on === null || how === null ? null : { by, on, how };
}

function closingOf({ closedOn: on, closedBy: by, closeReason: reason, closeText: text }: PlanRow): Closing | null {
  return on === null ? null : { on, by, reason, text };
}

function evaluationView({
  id,
  evaluatedOn,
  participants,
  goals,
  whatNext,
  nextEvaluationOn,
  recordedBy,
}: EvaluationRow): EvaluationView {
  return { id, on: evaluatedOn, participants, goals: [...goals], whatNext, nextEvaluationOn, recordedBy }; // prettier-ignore
}
