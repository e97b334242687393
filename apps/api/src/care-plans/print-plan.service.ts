import { Injectable } from '@nestjs/common';
import { type Day, type PersonName, type PlanLayout } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { paperSender } from '../platform/documents/paper/paper-sender.ts';
import { LARGE, ORDINARY } from '../platform/documents/paper/measure.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { LifeAreas } from '../problem-areas/life-areas.service.ts';
import type { CarePlanView } from './care-plan.dto.ts';
import { CarePlans } from './care-plans.service.ts';
import { type PlanPaperFacts, renderAgreements, renderWholePlan } from './plan-paper.ts';

export interface PrintedPlan {
  readonly fileName: string;
  readonly content: Buffer;
}

interface ClientRow extends PersonName {
  readonly birthDate: Day;
  readonly largePrint: boolean | null;
  readonly managerName: string | null;
  readonly managerPhone: string | null;
}

const CLIENT = `SELECT c.initials, c.given_name AS given, c.name_prefix AS prefix, c.family_name AS family, c.partner_prefix AS "partnerPrefix",
  c.partner_family_name AS "partnerFamily", c.name_use AS use, c.birth_date AS "birthDate", c.large_print AS "largePrint",
  m.display_name AS "managerName", m.phone AS "managerPhone"
  FROM care.client c LEFT JOIN care.membership m ON m.practice_id = c.practice_id AND m.id = ${caseManagerSql('c')}
  WHERE c.practice_id = ctx.practice_id() AND c.id = $1`;

/** A plan on paper for the client: all of it, or one page with what was agreed. */
@Injectable()
export class PrintedPlans {
  constructor(
    private readonly plans: CarePlans,
    private readonly lifeAreas: LifeAreas,
  ) {}

  async whole(id: string, layout: PlanLayout = 'BY_CHOICE'): Promise<PrintedPlan> {
    const lifeAreas = layout === 'BY_LIFE_AREA' ? (await this.lifeAreas.get()).items : undefined;
    const content = await renderWholePlan(await this.facts(id), lifeAreas);
    return { fileName: `${text('carePlanPapers.wholeTitle')}.pdf`, content };
  }

  async agreements(id: string): Promise<PrintedPlan> {
    const content = await renderAgreements(await this.facts(id));
    return { fileName: `${text('carePlanPapers.agreedTitle')}.pdf`, content };
  }

  /** Throws ROLE for who sees only the days of a plan. */
  private async facts(id: string): Promise<PlanPaperFacts> {
    const plan = await this.plans.get(id);
    if (plan.problems === undefined) throw new DomainError('ROLE');
    const { largePrint, managerName, managerPhone, ...client } = await queryOne<ClientRow>(CLIENT, [plan.clientId]);
    const { sender } = await paperSender();
    return {
      client,
      plan,
      sender,
      caseManager: managerName === null ? null : { name: managerName, phone: managerPhone },
      names: await namesIn(plan),
      hasChanged: (plan.changedSinceEdition?.length ?? 0) > 0,
      size: largePrint ? LARGE : ORDINARY,
      madeOn: requestContext().today,
    };
  }
}

/** Colleagues who have an action. */
async function namesIn({ problems = [] }: CarePlanView): Promise<ReadonlyMap<string, string>> {
  const owners = problems.flatMap(({ goals }) =>
    goals.flatMap(({ actions }) => actions.map(({ owner }) => owner.userId)),
  );
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])',
    [owners.filter((owner) => owner)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
