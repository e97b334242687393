import { Injectable } from '@nestjs/common';
import { formatPhone, handoverDayProblem, mayBeCaseManager } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { relatedSql } from '../platform/access/seen-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { AnswerHandover } from './answer-handover.service.ts';
import type { HandoverList, ProposeHandovers } from './handover.dto.ts';
import { Handovers } from './handovers.service.ts';

/** What is known of a client, of the category that whoever takes her over may read. */
interface Known {
  readonly clientId: string;
  readonly giverId: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly contactPhone: string | null;
  readonly isOpen: boolean;
}

const KNOWN = `SELECT c.id AS "clientId", ${caseManagerSql('c')} AS "giverId", c.phone, p.name AS contact, p.phone AS "contactPhone",
    EXISTS (SELECT FROM care.handover h WHERE h.practice_id = c.practice_id AND h.client_id = c.id AND h.state = 'PROPOSED') AS "isOpen"
  FROM care.client c
  LEFT JOIN care.contact_person p ON p.practice_id = c.practice_id AND p.client_id = c.id AND p.is_first_contact
    AND p.removed_at IS NULL
  WHERE c.practice_id = ctx.practice_id()`;

/** Proposes that somebody else becomes the case manager: of one client, or of everybody of one case manager. */
@Injectable()
export class ProposeHandover {
  constructor(
    private readonly access: ClientAccess,
    private readonly teams: CareTeams,
    private readonly handovers: Handovers,
    private readonly answering: AnswerHandover,
    private readonly events: LiveEvents,
  ) {}

  /** All or nothing. @throws DomainError RECEIVER_NOT_ALLOWED, CONSENT_REQUIRED, HANDOVER_OPEN, WRONG_STATE without a case manager. */
  async propose(body: ProposeHandovers): Promise<HandoverList> {
    const { user, today } = requestContext();
    const problem = handoverDayProblem(body.fromOn, body.untilOn ?? null, today);
    if (problem) throw invalidInput({ pointer: `/${problem.field}`, code: problem.code });
    const clients = await this.clientsOf(body);
    await this.refuseReceiver(body.toUserId, clients);
    await this.teams.hold(...clients.map(({ clientId }) => clientId));
    await this.refuseWithoutConsent(body.toUserId, clients);
    const ids: string[] = [];
    for (const client of clients) ids.push(await this.add(body, client));
    if (body.toUserId === user.userId) for (const id of ids) await this.answering.accept(id);
    await this.events.tell(
      [body.toUserId, ...clients.flatMap(({ giverId }) => giverId ?? [])],
      'HANDOVER',
      ids[0] ?? '',
    );
    return this.handovers.views(ids);
  }

  private async clientsOf({ clientId, fromUserId }: ProposeHandovers): Promise<Known[]> {
    const known = clientId
      ? await this.one(clientId)
      : await this.caseloadOf(fromUserId ?? requestContext().user.userId);
    if (known.length === 0 || known.some(({ giverId }) => giverId === null)) throw new DomainError('WRONG_STATE');
    const open = known.filter(({ isOpen }) => isOpen).map((one) => one.clientId);
    if (open.length > 0) throw new DomainError('HANDOVER_OPEN', { extra: { clientIds: open } });
    return known;
  }

  private async one(clientId: string): Promise<Known[]> {
    await this.access.open(clientId, 'CASE_MANAGER', 'CREATE', { type: 'HANDOVER' });
    return query<Known>(`${KNOWN} AND c.id = $1`, [clientId]);
  }

  private async caseloadOf(userId: string): Promise<Known[]> {
    const known = await query<Known>(
      `${KNOWN} AND ${caseManagerSql('c')} = $1 AND ${relatedSql('c', 'CASE_MANAGER', 'CREATE')} ORDER BY c.sort_name, c.id`,
      [userId],
    );
    for (const { clientId } of known) await this.access.open(clientId, 'CASE_MANAGER', 'CREATE', { type: 'HANDOVER' });
    return known;
  }

  private async refuseReceiver(userId: string, clients: readonly Known[]): Promise<void> {
    const [member] = await query<{ role: string }>(
      `SELECT role FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND valid @> now()`,
      [userId],
    );
    const isGiver = clients.some(({ giverId }) => giverId === userId);
    if (!member || !mayBeCaseManager(member.role) || isGiver) throw new DomainError('RECEIVER_NOT_ALLOWED');
  }

  private async refuseWithoutConsent(userId: string, clients: readonly Known[]): Promise<void> {
    const without: string[] = [];
    for (const { clientId } of clients) {
      try {
        await this.teams.requireConsent(clientId, userId);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'CONSENT_REQUIRED') throw error;
        without.push(clientId);
      }
    }
    if (without.length > 0) throw new DomainError('CONSENT_REQUIRED', { extra: { clientIds: without } });
  }

  private async add(body: ProposeHandovers, known: Known): Promise<string> {
    const id = newId();
    const given = body.summaries?.find(({ clientId }) => clientId === known.clientId)?.summary;
    await refusingBroken({ handover_open_key: 'HANDOVER_OPEN' }, () =>
      query(
        `INSERT INTO care.handover (practice_id, id, client_id, owner_org_id, state, from_user_id, to_user_id, proposed_by, from_on,
           until_on, reason, summary)
         VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), 'PROPOSED', $3, $4, ctx.user_id(), $5, $6, $7, $8)`,
        [
          id, known.clientId, known.giverId, body.toUserId, body.fromOn, body.untilOn ?? null, body.reason.trim(),
          given ?? summaryOf(known),
        ], // prettier-ignore
      ),
    );
    await keepCareSummary(body, known.clientId, id);
    return id;
  }
}

/** Beside the hand-over, as it is of another category of consent. */
async function keepCareSummary({ careSummaries }: ProposeHandovers, clientId: string, handoverId: string) {
  const words = careSummaries?.find((one) => one.clientId === clientId)?.text.trim();
  if (!words) return;
  await query(
    `INSERT INTO care.handover_summary (practice_id, id, client_id, owner_org_id, handover_id, text, made_by)
     VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, ctx.user_id())`,
    [newId(), clientId, handoverId, words],
  );
}

/** What the receiver needs on the first day, where the giver wrote nothing herself. */
function summaryOf({ phone, contact, contactPhone }: Known): string {
  const parts = [
    phone === null ? text('handovers.summary.noPhone') : text('handovers.summary.phone', { phone: formatPhone(phone) }),
    ...(contact === null ? [] : [text('handovers.summary.contact', { name: contact })]),
    ...(contactPhone === null ? [] : [text('handovers.summary.contactPhone', { phone: formatPhone(contactPhone) })]),
  ];
  return parts.join(' ');
}
