import { Injectable } from '@nestjs/common';
import { isOpenPlanState } from '@samenoud/domain';
import { ActionSteps } from '../actions/action-steps.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError } from '../platform/http/problem.ts';
import { actionOfGoal } from './goal-view.ts';
import { PlanOpener } from './opened-plan.ts';
import type { AddPlanAction, GoalActionView } from './plan-part.dto.ts';

/** Actions that belong to a goal; what is done with them afterwards is in `actions/`. */
@Injectable()
export class PlanActions {
  constructor(
    private readonly access: ClientAccess,
    private readonly plans: PlanOpener,
    private readonly actions: ActionSteps,
    private readonly events: LiveEvents,
  ) {}

  /** Throws WRONG_STATE for a goal that is not open, OWNER_NOT_ACTIVE for a colleague who does not work here today. */
  async add(goalId: string, { text, owner, dueOn }: AddPlanAction): Promise<GoalActionView> {
    const opened = await this.plans.open(goalId, 'UPDATE', 'GOAL');
    await this.access.open(opened.clientId, 'TASKS', 'CREATE', { type: 'ACTION' });
    if (!isOpenPlanState(opened.rows.plan.state) || opened.goal(goalId).state !== 'OPEN')
      throw new DomainError('WRONG_STATE');
    const parent = { column: 'goal_id', id: goalId } as const;
    const { clientId } = opened;
    const { id } = await this.actions.add({ clientId, kind: 'PLAN', category: 4, text, owner, dueOn, parent });
    const now = await this.plans.again(opened);
    await this.events.hint('CARE_PLAN', opened.planId, opened.rows.plan.version, clientId);
    const row = now.rows.actions.find((one) => one.id === id);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return actionOfGoal(row);
  }
}
