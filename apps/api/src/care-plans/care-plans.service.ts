import { Injectable } from '@nestjs/common';
import { changesSince, isOpenPlanState } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type {
  BeginPlan,
  CarePlanList,
  CarePlanView,
  ChangePlan,
  RowChangeList,
  RowChangeView,
} from './care-plan.dto.ts';
import { changeRow, type Columns } from './changed-columns.ts';
import { type OpenedPlan, PlanOpener } from './opened-plan.ts';
import { editionsOf } from './plan-editions.ts';
import { hiddenParts } from './hidden-parts.ts';
import type { PlanRow } from './plan-rows.ts';
import { pictureOf, planContent, planHead } from './plan-view.ts';

const COLUMNS: Columns<ChangePlan> = {
  strengths: 'strengths',
  whatMatters: 'what_matters',
  wishes: 'wishes',
  informalCarers: 'informal_carers',
  household: 'household',
  dailyLife: 'daily_life',
  drawnUpOn: 'drawn_up_on',
  teamDiscussedOn: 'team_discussed_on',
  nextEvaluationOn: 'next_evaluation_on',
  copyGivenOn: 'copy_given_on',
};

/** Days of what was done; the day of the next evaluation is one to come. */
const PAST_DAYS = ['drawnUpOn', 'teamDiscussedOn', 'copyGivenOn'] as const;

/** Zorgleefplannen: begun, read, and changed as they are typed. Their steps are in `PlanSteps`. Source: domain.md 8. */
@Injectable()
export class CarePlans {
  constructor(
    private readonly access: ClientAccess,
    private readonly plans: PlanOpener,
    private readonly events: LiveEvents,
  ) {}

  async begin(clientId: string, body: BeginPlan): Promise<CarePlanView> {
    const id = newId();
    await this.access.open(clientId, 'CARE_PLAN', 'CREATE', { type: 'CARE_PLAN', id });
    const added = await changeRows(
      `INSERT INTO care.care_plan (practice_id, id, client_id, owner_org_id, drawn_up_on, strengths, what_matters, wishes, informal_carers,
         household, daily_life, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, ctx.user_id())
       ON CONFLICT (practice_id, client_id) WHERE state <> 'CLOSED' DO NOTHING`,
      [id, clientId, requestContext().today, ...texts(body)],
    );
    if (added === 0) throw await openPlanExists(clientId);
    await this.events.hint('CARE_PLAN', id, 1, clientId);
    return this.view(await this.plans.open(id, 'READ'));
  }

  /** Newest first; one that another organisation keeps to itself is not among them. */
  async listOf(clientId: string, page: PageQuery): Promise<CarePlanList> {
    const opened = await this.access.open(clientId, 'CARE_PLAN', 'READ', { type: 'CARE_PLANS' });
    const rows = await query<{ plan: PlanRow; ownerOrgId: string }>(
      `SELECT jsonb_build_object('id', id, 'clientId', client_id, 'version', version, 'state', state, 'edition', edition,
         'drawnUpOn', drawn_up_on, 'discussedOn', discussed_on, 'teamDiscussedOn', team_discussed_on, 'nextEvaluationOn', next_evaluation_on,
         'evaluatedOn', evaluated_on, 'copyGivenOn', copy_given_on, 'closedOn', closed_on) AS plan, owner_org_id AS "ownerOrgId"
       FROM care.care_plan WHERE practice_id = ctx.practice_id() AND client_id = $1 ORDER BY state = 'CLOSED', made_at DESC, id`,
      [clientId],
    );
    const shown = rows.filter(({ ownerOrgId }) => opened.mayRead('CARE_PLAN', { ownerOrgId, category: 4 }));
    return pageOf(shown.map(({ plan }) => planHead(plan)), page); // prettier-ignore
  }

  async get(id: string): Promise<CarePlanView> {
    return this.view(await this.plans.open(id, 'READ'));
  }

  /** Autosave of the head: only what is named changes. */
  async change(id: string, ifMatch: string | undefined, body: ChangePlan): Promise<CarePlanView> {
    const version = expectedVersion(ifMatch);
    const opened = await this.plans.open(id, 'UPDATE');
    refuseFutureDays(body);
    const { plan } = opened.rows;
    if (plan.version !== version) throw new DomainError('STALE', { extra: { current: await this.view(opened) } });
    if (!isOpenPlanState(plan.state)) throw new DomainError('WRONG_STATE');
    if (body.nextEvaluationOn !== undefined && plan.edition === 0) throw new DomainError('WRONG_STATE');
    if (!(await changeRow('care_plan', { id, version }, body, COLUMNS))) throw new DomainError('STALE');
    await this.events.hint('CARE_PLAN', id, version + 1, opened.clientId);
    return this.view(await this.plans.again(opened));
  }

  /** What was changed, newest first, with what stood there before. */
  async changesOf(id: string, page: PageQuery): Promise<RowChangeList> {
    const { client } = await this.plans.open(id, 'READ');
    if (isDatesOnly(client)) throw new DomainError('ROLE');
    const rows = await query<RowChangeView & { ownerOrgId: string }>(
      `SELECT id, owner_org_id AS "ownerOrgId", subject, subject_id AS "subjectId", changed_by AS "changedBy",
         ctx.utc(changed_at) AS "changedAt", before, after
       FROM care.care_plan_change WHERE practice_id = ctx.practice_id() AND plan_id = $1 ORDER BY changed_at DESC, row_version DESC, id LIMIT 2000`,
      [id],
    );
    const shown = rows.filter(({ ownerOrgId }) => client.mayRead('CARE_PLAN', { ownerOrgId, category: 4 }));
    return pageOf(shown.map(withoutOwner), page); // prettier-ignore
  }

  /** The plan as this person may see it: all of it, or only where it stands and when. */
  async view(opened: OpenedPlan): Promise<CarePlanView> {
    const { client, planId, rows } = opened;
    const editions = await editionsOf(planId);
    if (isDatesOnly(client))
      return { ...planHead(rows.plan), editions: [], hidden: [{ pointer: '/problems', code: 'ROLE' }, { pointer: '/whatMatters', code: 'ROLE' }] }; // prettier-ignore
    const newest = editions[0];
    const before = newest && (await this.plans.edition(opened, newest.edition));
    const changes = before ? changesSince(pictureOf(before), pictureOf(rows)) : undefined;
    return {
      ...planContent(rows),
      editions,
      ...(changes ? { changedSinceEdition: [...changes] } : {}),
      ...(await hiddenParts(client)),
    };
  }
}

function isDatesOnly(client: OpenedPlan['client']): boolean {
  const decision = client.decide('CARE_PLAN', 'READ', { ownerOrgId: client.practiceOrgId, category: 4 });
  return decision.allow && decision.grant.limit === 'DATES_ONLY';
}

function withoutOwner({ id, subject, subjectId, changedBy, changedAt, before, after }: RowChangeView): RowChangeView {
  return { id, subject, subjectId, changedBy, changedAt, before, after };
}

const texts = (body: BeginPlan): (string | null)[] =>
  [body.strengths, body.whatMatters, body.wishes, body.informalCarers, body.household, body.dailyLife].map(
    (words) => words?.trim() ?? null,
  );

async function openPlanExists(clientId: string): Promise<DomainError> {
  const { id } = await queryOne<{ id: string | null }>('SELECT care.open_plan_of($1) AS id', [clientId]);
  return new DomainError('OPEN_PLAN_EXISTS', { extra: { id } });
}

function refuseFutureDays(body: ChangePlan): void {
  const { today } = requestContext();
  const later = PAST_DAYS.filter((field) => (body[field] ?? today) > today);
  if (later.length > 0) throw invalidInput(...later.map((field): FieldProblem => ({ pointer: `/${field}`, code: 'IN_FUTURE' }))); // prettier-ignore
}
