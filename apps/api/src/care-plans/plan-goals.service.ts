import { Injectable } from '@nestjs/common';
import { type Day, goalAfter, goalDayProblem, type GoalStep, isOpenPlanState } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { changeRow, type Columns, setRow } from './changed-columns.ts';
import { goalView } from './goal-view.ts';
import { type OpenedPlan, PlanOpener } from './opened-plan.ts';
import type { AddGoal, ChangeGoal, GiveReason, GoalView, StopGoal } from './plan-part.dto.ts';

const COLUMNS: Columns<ChangeGoal> = {
  text: 'text',
  baselineScore: 'baseline_score',
  baselineOn: 'baseline_on',
  targetScore: 'target_score',
  targetDate: 'target_date',
  evaluation: 'evaluation',
};

/** Goals of a plan: added, changed, stopped and taken up again. A wish that is worse than the start is taken as it is. */
@Injectable()
export class PlanGoals {
  constructor(
    private readonly plans: PlanOpener,
    private readonly events: LiveEvents,
  ) {}

  async add(planId: string, body: AddGoal): Promise<GoalView> {
    const { today } = requestContext();
    const opened = await this.plans.open(planId, 'UPDATE');
    const baselineOn = body.baselineOn ?? today;
    refuseDays({ baselineOn, targetDate: body.targetDate });
    const problem = opened.rows.problems.find(({ id }) => id === body.problemId);
    if (problem === undefined) throw invalidInput({ pointer: '/problemId', code: 'INVALID_ID' });
    if (!isOpenPlanState(opened.rows.plan.state) || problem.closedOn !== null) throw new DomainError('WRONG_STATE');
    const id = newId();
    await query(
      `INSERT INTO care.goal (practice_id, id, client_id, owner_org_id, plan_id, problem_id, text, baseline_score, baseline_on,
         target_score, target_date, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, ctx.user_id())`,
      [id, opened.clientId, planId, problem.id, body.text.trim(), body.baselineScore, baselineOn, body.targetScore, body.targetDate],
    ); // prettier-ignore
    return this.after(opened, id);
  }

  async change(id: string, ifMatch: string | undefined, body: ChangeGoal): Promise<GoalView> {
    const version = expectedVersion(ifMatch);
    const opened = await this.plans.open(id, 'UPDATE', 'GOAL');
    const row = opened.goal(id);
    refuseDays({ ...row, ...given(body) });
    const earliest = opened.rows.scores.find(({ goalId, struckAt }) => goalId === id && struckAt === null)?.scoredOn;
    if (body.baselineOn !== undefined && earliest !== undefined && body.baselineOn > earliest)
      throw invalidInput({ pointer: '/baselineOn', code: 'AFTER_SCORE' });
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: goalView(opened.rows, row) } });
    const isJudging = Object.keys(body).every((field) => field === 'evaluation');
    if (!isOpenPlanState(opened.rows.plan.state) || (row.state !== 'OPEN' && !isJudging))
      throw new DomainError('WRONG_STATE');
    if (!(await changeRow('goal', { id, version }, body, COLUMNS))) throw new DomainError('STALE');
    return this.after(opened, id);
  }

  async stop(id: string, { reason, text }: StopGoal): Promise<GoalView> {
    const opened = await this.plans.open(id, 'UPDATE', 'GOAL');
    const state = goalStateAfter(opened, id, 'STOP');
    const sets = ['state = $3', 'stop_reason = $4', 'stop_text = $5', 'stopped_on = $6'];
    await setRow('goal', opened.goal(id), sets, [state, reason, text?.trim() || null, requestContext().today]);
    return this.after(opened, id);
  }

  /** A score at its end is struck and stays readable: the goal goes on. */
  async reopen(id: string, { reason }: GiveReason): Promise<GoalView> {
    const opened = await this.plans.open(id, 'UPDATE', 'GOAL');
    const state = goalStateAfter(opened, id, 'REOPEN');
    await query(
      `UPDATE care.goal_score SET struck_at = ctx.now(), struck_by = ctx.user_id(), strike_reason = $2
       WHERE practice_id = ctx.practice_id() AND goal_id = $1 AND kind = 'END' AND struck_at IS NULL`,
      [id, reason.trim()],
    );
    const sets = ['state = $3', 'reopen_reason = $4', 'stop_reason = NULL', 'stop_text = NULL', 'stopped_on = NULL'];
    await setRow('goal', opened.goal(id), sets, [state, reason.trim()]);
    return this.after(opened, id);
  }

  private async after(opened: OpenedPlan, id: string): Promise<GoalView> {
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', now.planId, now.rows.plan.version, now.clientId);
    return goalView(now.rows, now.goal(id));
  }
}

/** Throws WRONG_STATE where the table of goals has no such step. */
export function goalStateAfter(opened: OpenedPlan, id: string, step: GoalStep): string {
  const state = goalAfter(opened.goal(id).state, step, opened.rows.plan.state);
  if (state === null) throw new DomainError('WRONG_STATE');
  return state;
}

function given(body: ChangeGoal): Partial<Record<'baselineOn' | 'targetDate', Day>> {
  const { baselineOn, targetDate } = body;
  return { ...(baselineOn === undefined ? {} : { baselineOn }), ...(targetDate === undefined ? {} : { targetDate }) };
}

function refuseDays(days: { baselineOn: Day; targetDate: Day }): void {
  const problem = goalDayProblem(days, requestContext().today);
  if (problem !== null) throw invalidInput({ pointer: `/${problem.field}`, code: problem.code });
}
