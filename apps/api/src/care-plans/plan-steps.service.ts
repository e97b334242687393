import { Injectable } from '@nestjs/common';
import { changesSince, nextEvaluationAfter, planAfter, type PlanState, type PlanStep } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { AdoptPlan, CarePlanView, ClosePlan, DiscussPlan, EditionView } from './care-plan.dto.ts';
import { CarePlans } from './care-plans.service.ts';
import { setRow } from './changed-columns.ts';
import { type OpenedPlan, PlanOpener } from './opened-plan.ts';
import { editionsOf } from './plan-editions.ts';
import { pictureOf, planContent } from './plan-view.ts';

/** Steps of a plan, as docs/state-machines/care-plan.md prints them; evaluating is in `EvaluatePlans`. */
@Injectable()
export class PlanSteps {
  constructor(
    private readonly plans: PlanOpener,
    private readonly carePlans: CarePlans,
    private readonly events: LiveEvents,
  ) {}

  async discuss(id: string, { discussedOn, discussedWith }: DiscussPlan): Promise<CarePlanView> {
    const opened = await this.plans.open(id, 'UPDATE');
    refuseLater('/discussedOn', discussedOn);
    const state = stateAfter(opened, 'DISCUSS');
    await this.set(opened, ['state = $3', 'discussed_on = $4', 'discussed_with = $5'], [state, discussedOn, discussedWith.trim()]); // prettier-ignore
    return this.after(opened);
  }

  /** Makes the next edition. Throws NOTHING_CHANGED where it would say what the one before says. */
  async adopt(id: string, { agreement, nextEvaluationOn }: AdoptPlan): Promise<CarePlanView> {
    const opened = await this.plans.open(id, 'FINALISE');
    refuseLater('/agreement/on', agreement.on);
    if (nextEvaluationOn !== undefined && nextEvaluationOn <= agreement.on)
      throw invalidInput({ pointer: '/nextEvaluationOn', code: 'BEFORE_AGREEMENT' });
    const state = stateAfter(opened, 'ADOPT');
    await this.refuseUnchanged(opened);
    const { plan } = opened.rows;
    const edition = plan.edition + 1;
    const [by, evaluation] = [agreement.by.trim(), nextEvaluationOn ?? plan.nextEvaluationOn ?? nextEvaluationAfter(agreement.on, await evaluationMonths())]; // prettier-ignore
    await this.set(
      opened,
      [
        'state = $3', 'edition = $4', 'agreement_by = $5', 'agreement_on = $6', 'agreement_how = $7', 'next_evaluation_on = $8',
        'discussed_on = coalesce(discussed_on, $6)', 'discussed_with = coalesce(discussed_with, $5)',
      ],
      [state, edition, by, agreement.on, agreement.how, evaluation],
    ); // prettier-ignore
    await query(
      `INSERT INTO care.care_plan_edition (practice_id, id, client_id, owner_org_id, plan_id, edition, agreement_by, agreement_on,
         agreement_how, adopted_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, ctx.user_id())`,
      [newId(), opened.clientId, id, edition, by, agreement.on, agreement.how],
    );
    await query('SELECT care.picture_plan($1, $2)', [id, edition]);
    return this.after(opened);
  }

  async activate(id: string): Promise<CarePlanView> {
    const opened = await this.plans.open(id, 'FINALISE');
    await this.set(opened, ['state = $3'], [stateAfter(opened, 'ACTIVATE')]);
    return this.after(opened);
  }

  /** Goals stop and actions are cancelled with it, by the database. */
  async close(id: string, { reason, text }: ClosePlan): Promise<CarePlanView> {
    const opened = await this.plans.open(id, 'FINALISE');
    const words = text?.trim() || null;
    if (reason === undefined && opened.rows.plan.state !== 'EVALUATED')
      throw planAfter(opened.rows.plan.state, 'CLOSE') === null ? new DomainError('WRONG_STATE') : invalidInput({ pointer: '/reason', code: 'REQUIRED' }); // prettier-ignore
    if (reason === 'OTHER' && words === null) throw invalidInput({ pointer: '/text', code: 'REQUIRED' });
    await this.set(
      opened,
      ['state = $3', 'close_reason = $4', 'close_text = $5', 'closed_on = $6', 'closed_by = ctx.user_id()'],
      [stateAfter(opened, 'CLOSE'), reason ?? null, words, requestContext().today],
    );
    return this.after(opened);
  }

  /** An edition as it was adopted, with what it changed of the one before. */
  async edition(id: string, named: string): Promise<EditionView> {
    const number = Number(named);
    const opened = await this.plans.open(id, 'READ');
    const { hidden } = await this.carePlans.view(opened);
    if (hidden?.some(({ code }) => code === 'ROLE')) throw new DomainError('ROLE');
    const head = (await editionsOf(id)).find(({ edition }) => edition === number);
    if (head === undefined) throw new DomainError('NOT_FOUND');
    const rows = await this.plans.edition(opened, number);
    const before = number > 1 ? await this.plans.edition(opened, number - 1) : undefined;
    const changes = before ? changesSince(pictureOf(before), pictureOf(rows)) : [];
    return { ...head, plan: { ...planContent(rows), ...(hidden ? { hidden } : {}) }, changes: [...changes] };
  }

  private async refuseUnchanged(opened: OpenedPlan): Promise<void> {
    const { edition } = opened.rows.plan;
    if (edition === 0) return;
    const before = await this.plans.edition(opened, edition);
    if (changesSince(pictureOf(before), pictureOf(opened.rows)).length === 0) throw new DomainError('NOTHING_CHANGED');
  }

  private async set({ planId, rows }: OpenedPlan, sets: readonly string[], values: readonly unknown[]): Promise<void> {
    const { version } = rows.plan;
    if (!(await setRow('care_plan', { id: planId, version }, sets, values))) throw new DomainError('STALE');
  }

  private async after(opened: OpenedPlan): Promise<CarePlanView> {
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', now.planId, now.rows.plan.version, now.clientId);
    return this.carePlans.view(now);
  }
}

/** Throws WRONG_STATE where the table has no such step. */
export function stateAfter({ rows }: OpenedPlan, step: PlanStep): PlanState {
  const state = planAfter(rows.plan.state, step);
  if (state === null) throw new DomainError('WRONG_STATE');
  return state;
}

export function refuseLater(pointer: string, day: string): void {
  if (day > requestContext().today) throw invalidInput({ pointer, code: 'IN_FUTURE' });
}

/** Whole months between agreement and evaluation in this practice. */
async function evaluationMonths(): Promise<number> {
  const { months } = await queryOne<{ months: number }>(
    `SELECT (care_intervals->>'evaluationIntervalMonths')::int AS months FROM care.practice WHERE id = ctx.practice_id()`,
  );
  return months;
}
