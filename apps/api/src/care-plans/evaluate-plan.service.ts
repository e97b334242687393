import { Injectable } from '@nestjs/common';
import { planAfter, unjudgedGoals } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { CarePlanView, EvaluatePlan } from './care-plan.dto.ts';
import { CarePlans } from './care-plans.service.ts';
import { setRow } from './changed-columns.ts';
import { type OpenedPlan, PlanOpener } from './opened-plan.ts';
import { refuseLater, stateAfter } from './plan-steps.service.ts';

/** Looking back on a plan together: one sentence per goal, and when the next time is. */
@Injectable()
export class EvaluatePlans {
  constructor(
    private readonly plans: PlanOpener,
    private readonly carePlans: CarePlans,
    private readonly events: LiveEvents,
  ) {}

  /** Throws GOAL_NOT_JUDGED with the ids of open goals that have no score at their end and of which nobody said that they go on. */
  async evaluate(id: string, body: EvaluatePlan): Promise<CarePlanView> {
    const opened = await this.plans.open(id, 'FINALISE');
    refuseLater('/on', body.on);
    if (body.nextEvaluationOn <= body.on)
      throw invalidInput({ pointer: '/nextEvaluationOn', code: 'BEFORE_EVALUATION' });
    refuseOtherGoals(opened, body);
    const state = stateAfter(opened, 'EVALUATE');
    const continuing = body.goals.filter(({ continues }) => continues).map(({ goalId }) => goalId);
    const goalIds = unjudgedGoals(opened.rows.goals, continuing);
    if (goalIds.length > 0) throw new DomainError('GOAL_NOT_JUDGED', { extra: { goalIds } });
    await this.startFirst(opened);
    await this.write(opened, body, state);
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', id, now.rows.plan.version, now.clientId);
    return this.carePlans.view(now);
  }

  /** A plan that was only adopted has been running: its history says so. */
  private async startFirst({ planId, rows }: OpenedPlan): Promise<void> {
    if (rows.plan.state !== 'ADOPTED') return;
    await setRow(
      'care_plan',
      { id: planId, version: rows.plan.version },
      ['state = $3'],
      [planAfter('ADOPTED', 'ACTIVATE')],
    );
  }

  private async write({ clientId, planId, rows }: OpenedPlan, body: EvaluatePlan, state: string): Promise<void> {
    const goals = body.goals.map(({ goalId, text, continues }) => ({ goalId, text: text.trim(), continues }));
    await query(
      `INSERT INTO care.evaluation (practice_id, id, client_id, owner_org_id, plan_id, evaluated_on, participants, goals, what_next,
         next_evaluation_on, recorded_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, ctx.user_id())`,
      [newId(), clientId, planId, body.on, body.participants.trim(), JSON.stringify(goals), body.whatNext?.trim() || null, body.nextEvaluationOn],
    ); // prettier-ignore
    for (const { goalId, text } of goals) await writeSentence(rows.goals.find(({ id }) => id === goalId), text); // prettier-ignore
    const version = rows.plan.version + (rows.plan.state === 'ADOPTED' ? 1 : 0);
    const sets = ['state = $3', 'evaluated_on = $4', 'next_evaluation_on = $5'];
    if (!(await setRow('care_plan', { id: planId, version }, sets, [state, body.on, body.nextEvaluationOn])))
      throw new DomainError('STALE');
  }
}

async function writeSentence(goal: { id: string; version: number } | undefined, sentence: string): Promise<void> {
  if (goal !== undefined) await setRow('goal', goal, ['evaluation = $3'], [sentence]);
}

/** A sentence is about a goal of this plan, once. */
function refuseOtherGoals({ rows }: OpenedPlan, { goals }: EvaluatePlan): void {
  const known = new Set(rows.goals.map(({ id }) => id));
  const wrong = goals.findIndex(({ goalId }, index) => !known.has(goalId) || goals.findIndex((one) => one.goalId === goalId) !== index); // prettier-ignore
  if (wrong >= 0) throw invalidInput({ pointer: `/goals/${wrong}/goalId`, code: 'INVALID_ID' });
}
