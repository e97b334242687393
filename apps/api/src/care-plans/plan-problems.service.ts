import { Injectable } from '@nestjs/common';
import { isOpenPlanState, PROBLEM_AREA_VERSION } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { changeRow, type Columns } from './changed-columns.ts';
import { PlanOpener } from './opened-plan.ts';
import type { AddProblem, ChangeProblem, ProblemView } from './plan-part.dto.ts';
import { refuseLater } from './plan-steps.service.ts';
import { problemView } from './plan-view.ts';

const COLUMNS: Columns<ChangeProblem> = {
  area: 'area',
  description: 'description',
  severity: 'severity',
  wantsToWorkOnIt: 'wants_to_work_on_it',
  omahaArea: 'omaha_area',
  closedOn: 'closed_on',
};

/** What the client wants to work on, later, or not: in her words, with her number. */
@Injectable()
export class PlanProblems {
  constructor(
    private readonly plans: PlanOpener,
    private readonly events: LiveEvents,
  ) {}

  async add(planId: string, body: AddProblem): Promise<ProblemView> {
    const opened = await this.plans.open(planId, 'UPDATE');
    if (!isOpenPlanState(opened.rows.plan.state)) throw new DomainError('WRONG_STATE');
    const id = newId();
    await query(
      `INSERT INTO care.client_problem (practice_id, id, client_id, owner_org_id, plan_id, area, area_version, description, severity,
         wants_to_work_on_it, omaha_area, noted_on, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, ctx.user_id())`,
      [id, opened.clientId, planId, body.area, PROBLEM_AREA_VERSION, body.description.trim(), body.severity ?? null, body.wantsToWorkOnIt, body.omahaArea ?? null, requestContext().today],
    ); // prettier-ignore
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', planId, now.rows.plan.version, now.clientId);
    return problemView(now.rows, now.problem(id));
  }

  /** Throws WRONG_STATE for closing one that has open goals. */
  async change(id: string, ifMatch: string | undefined, body: ChangeProblem): Promise<ProblemView> {
    const version = expectedVersion(ifMatch);
    const opened = await this.plans.open(id, 'UPDATE', 'PROBLEM');
    if (body.closedOn) refuseLater('/closedOn', body.closedOn);
    const row = opened.problem(id);
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: problemView(opened.rows, row) } });
    const hasOpenGoals = opened.rows.goals.some(({ problemId, state }) => problemId === id && state === 'OPEN');
    if (!isOpenPlanState(opened.rows.plan.state) || (body.closedOn && hasOpenGoals))
      throw new DomainError('WRONG_STATE');
    if (!(await changeRow('client_problem', { id, version }, body, COLUMNS))) throw new DomainError('STALE');
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', now.planId, now.rows.plan.version, now.clientId);
    return problemView(now.rows, now.problem(id));
  }
}
