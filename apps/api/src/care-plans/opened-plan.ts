import { Injectable } from '@nestjs/common';
import type { AccessAction, ConsentCategory } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import {
  type GoalRow,
  piecesOf,
  piecesOfEdition,
  type PlanPiece,
  type PlanRows,
  planRows,
  type ProblemRow,
} from './plan-rows.ts';

export type PlanPartKind = 'PLAN' | 'PROBLEM' | 'GOAL' | 'SCORE';

interface PlanKey {
  readonly kind: PlanPartKind;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly planId: string;
  readonly madeBy: string;
}

const PLAN_CATEGORY: ConsentCategory = 4;

/** A plan that the person at hand opened for one act, with every row of it that she may read. */
export class OpenedPlan {
  constructor(
    readonly client: ClientView,
    readonly planId: string,
    readonly rows: PlanRows,
  ) {}

  get clientId(): string {
    return this.client.clientId;
  }

  /** Of this plan and hers to read. Throws NOT_FOUND. */
  problem(id: string): ProblemRow {
    return found(this.rows.problems.find((row) => row.id === id));
  }

  goal(id: string): GoalRow {
    return found(this.rows.goals.find((row) => row.id === id));
  }
}

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** Opens plans and their parts: rights first, then the rows, which a writer holds until her transaction ends. */
@Injectable()
export class PlanOpener {
  constructor(private readonly access: ClientAccess) {}

  /** By the id of a plan, or of a part of it of the kind that is asked for. */
  async open(id: string, action: AccessAction, kind: PlanPartKind = 'PLAN'): Promise<OpenedPlan> {
    const { clientId, planId, ...key } = await keyOf(id, kind);
    const object = { type: kind === 'PLAN' ? 'CARE_PLAN' : `CARE_PLAN_${kind}`, id };
    const client = await this.access.open(clientId, 'CARE_PLAN', action, object, { ...key, category: PLAN_CATEGORY });
    if (action !== 'READ') await hold(planId);
    const rows = this.readable(client, await piecesOf(planId));
    if (rows === undefined) throw new DomainError('NO_BASIS');
    if (action === 'READ') this.logOthers(client, rows);
    return new OpenedPlan(client, planId, rows);
  }

  /** The plan as it stands after a change, with what she may read of it. */
  async again({ client, planId }: OpenedPlan): Promise<OpenedPlan> {
    return new OpenedPlan(client, planId, found(this.readable(client, await piecesOf(planId))));
  }

  /** A plan as it stood when an edition was adopted. Throws NOT_FOUND where nothing of it is hers to read. */
  async edition({ client, planId }: OpenedPlan, edition: number): Promise<PlanRows> {
    return found(this.readable(client, await piecesOfEdition(planId, edition)));
  }

  private readable(client: ClientView, pieces: readonly PlanPiece[]): PlanRows | undefined {
    return planRows(pieces, (row, kind) => client.mayRead(kind === 'ACTION' ? 'TASKS' : 'CARE_PLAN', row));
  }

  /** Rows of other organisations are read on another basis than the plan. */
  private logOthers(client: ClientView, { plan, problems, goals, scores, actions, evaluations }: PlanRows): void {
    const owners = new Set([problems, goals, scores, actions, evaluations].flat().map(({ ownerOrgId }) => ownerOrgId));
    const shown = [...owners].filter((owner) => owner !== plan.ownerOrgId).map((ownerOrgId) => {
      const row: Owned = { ownerOrgId, category: PLAN_CATEGORY };
      return { row, decision: client.decide('CARE_PLAN', 'READ', row) };
    }); // prettier-ignore
    this.access.logShown(client, { type: 'CARE_PLAN', id: plan.id }, shown);
  }
}

async function keyOf(id: string, wanted: PlanPartKind): Promise<PlanKey> {
  const [key] = isUuid(id)
    ? await query<PlanKey>(
        `SELECT kind, client_id AS "clientId", owner_org_id AS "ownerOrgId", plan_id AS "planId", made_by AS "madeBy" FROM care.plan_key($1)`,
        [id],
      )
    : [];
  if (key?.kind !== wanted) throw new DomainError('NOT_FOUND');
  return key;
}

/** Two acts on one plan come one after the other. */
async function hold(planId: string): Promise<void> {
  await query(`SELECT FROM care.care_plan WHERE practice_id = ctx.practice_id() AND id = $1 FOR NO KEY UPDATE`, [
    planId,
  ]);
}
