import { Injectable } from '@nestjs/common';
import { scoreDayProblem } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { setRow } from './changed-columns.ts';
import { goalView } from './goal-view.ts';
import { type OpenedPlan, PlanOpener } from './opened-plan.ts';
import { goalStateAfter } from './plan-goals.service.ts';
import type { AddScore, GiveReason, GoalView } from './plan-part.dto.ts';

/** Numbers the client gives a goal on the way and at its end. The first one sets an adopted plan going, by the database. */
@Injectable()
export class GoalScores {
  constructor(
    private readonly plans: PlanOpener,
    private readonly events: LiveEvents,
  ) {}

  async add(goalId: string, { on, score, kind, evaluation }: AddScore): Promise<GoalView> {
    const opened = await this.plans.open(goalId, 'UPDATE', 'GOAL');
    const goal = opened.goal(goalId);
    const problem = scoreDayProblem(on, goal.baselineOn, requestContext().today);
    if (problem !== null) throw invalidInput({ pointer: '/on', code: problem });
    const state = goalStateAfter(opened, goalId, kind === 'END' ? 'SCORE_END' : 'SCORE_INTERIM');
    await query(
      `INSERT INTO care.goal_score (practice_id, id, client_id, owner_org_id, plan_id, goal_id, scored_on, score, kind, recorded_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, ctx.user_id())`,
      [newId(), opened.clientId, opened.planId, goalId, on, score, kind],
    );
    await setRow(
      'goal',
      goal,
      ['state = $3', 'evaluation = coalesce($4, evaluation)'],
      [state, evaluation?.trim() || null],
    );
    return this.after(opened, goalId);
  }

  /** Strikes a score on the way that was wrong; the one at the end goes with `reopen`. */
  async strike(id: string, { reason }: GiveReason): Promise<GoalView> {
    const opened = await this.plans.open(id, 'UPDATE', 'SCORE');
    const score = opened.rows.scores.find((row) => row.id === id);
    if (score === undefined) throw new DomainError('NOT_FOUND');
    if (opened.rows.plan.state === 'CLOSED' || score.kind === 'END') throw new DomainError('WRONG_STATE');
    const struck = await changeRows(
      `UPDATE care.goal_score SET struck_at = ctx.now(), struck_by = ctx.user_id(), strike_reason = $2
       WHERE practice_id = ctx.practice_id() AND id = $1 AND struck_at IS NULL`,
      [id, reason.trim()],
    );
    if (struck === 0) throw new DomainError('WRONG_STATE');
    return this.after(opened, score.goalId);
  }

  private async after(opened: OpenedPlan, goalId: string): Promise<GoalView> {
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', now.planId, now.rows.plan.version, now.clientId);
    return goalView(now.rows, now.goal(goalId));
  }
}
