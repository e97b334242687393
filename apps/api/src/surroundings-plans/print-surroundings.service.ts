import { Injectable } from '@nestjs/common';
import { type Day, grantFor, mayBePrinted, type PersonName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { Documents } from '../platform/documents/documents.ts';
import type { PaperSender } from '../platform/documents/paper/client-paper.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { renderSurroundings } from './surroundings-paper.ts';
import type { SurroundingsPaperMade } from './surroundings-plan.dto.ts';
import { SurroundingsPlans } from './surroundings-plans.service.ts';

const CLIENT = `SELECT initials, given_name AS given, name_prefix AS prefix, family_name AS family, partner_prefix AS "partnerPrefix",
  partner_family_name AS "partnerFamily", name_use AS use, birth_date AS "birthDate", large_print AS "largePrint" FROM care.client
  WHERE practice_id = ctx.practice_id() AND id = $1`;
const SENDER = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;
const KIND = 'SURROUNDINGS_PAPER';

/** The plan on a page, for the client and who lives nearby. Two pages at most, so drawn at once. */
@Injectable()
export class PrintedSurroundings {
  constructor(
    private readonly plans: SurroundingsPlans,
    private readonly access: ClientAccess,
    private readonly documents: Documents,
  ) {}

  /** Throws ROLE for who may know days only, WRONG_STATE where there is no plan yet. */
  async print(clientId: string): Promise<SurroundingsPaperMade> {
    const { role } = requestContext().user;
    if (grantFor(role, 'CARE_PLAN', 'READ')?.limit === 'DATES_ONLY') throw new DomainError('ROLE');
    const plan = await this.plans.get(clientId);
    if (plan.version === 0) throw new DomainError('WRONG_STATE');
    await this.access.open(clientId, 'IDENTITY', 'READ', { type: KIND });
    const [client] = await query<PersonName & { birthDate: Day; largePrint: boolean | null }>(CLIENT, [clientId]);
    if (!client) throw new DomainError('NOT_FOUND');
    const sender = await queryOne<PaperSender>(SENDER);
    const { content, pages } = await renderSurroundings({ client, sender, madeOn: requestContext().today, plan });
    const fileName = `${text('surroundingsPlans.paper.title')}.pdf`;
    const href = await this.documents.keep({ kind: KIND, mediaType: 'application/pdf', fileName, content });
    return { href, pages, leftOut: plan.calls.filter((person) => !mayBePrinted(person)).length };
  }
}
