import { Injectable } from '@nestjs/common';
import { type Day, dayOfInstant, formatPhone, type PersonName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { paperSender } from '../platform/documents/paper/paper-sender.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, queryOne } from '../platform/request/request-context.ts';
import { type Helper, renderMeetingAgreements } from './agreements-paper.ts';
import { keptItem } from './kept-item.ts';
import type { MinutesItem } from './minutes.dto.ts';
import { MeetingMinutes } from './minutes.service.ts';

interface ClientRow extends PersonName {
  readonly birthDate: Day;
  readonly largePrint: boolean | null;
  readonly managerId: string | null;
}

const CLIENT = `SELECT c.initials, c.given_name AS given, c.name_prefix AS prefix, c.family_name AS family, c.partner_prefix AS "partnerPrefix",
  c.partner_family_name AS "partnerFamily", c.name_use AS use, c.birth_date AS "birthDate", c.large_print AS "largePrint",
  ${caseManagerSql('c')} AS "managerId"
  FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = $1`;

/** "Wat we hebben afgesproken": one line of the minutes for the client herself; nothing is kept. */
@Injectable()
export class PrintedAgreements {
  constructor(private readonly minutes: MeetingMinutes) {}

  /** Throws WRONG_STATE before there are minutes, and for who was not discussed. */
  async print(itemId: string): Promise<{ fileName: string; content: Buffer }> {
    const { meetingId, clientId } = await keptItem(itemId);
    const { item, startsAt } = await this.minutes.itemOf(meetingId, itemId);
    if (item?.outcome !== 'DISCUSSED') throw new DomainError('WRONG_STATE');
    const { managerId, ...client } = await queryOne<ClientRow>(CLIENT, [clientId]);
    const helpers = await helpersIn(item, managerId);
    const content = await renderMeetingAgreements({
      client,
      item,
      helpers,
      sender: (await paperSender()).sender,
      caseManager: helpers.get(managerId ?? '') ?? null,
      meetingOn: dayOfInstant(startsAt),
    });
    return { fileName: `${text('meetings.agreed.file')}.pdf`, content };
  }
}

/** Colleagues who do something, or to whom she can turn. */
async function helpersIn({ decisions }: MinutesItem, managerId: string | null): Promise<ReadonlyMap<string, Helper>> {
  const ids = decisions.flatMap(({ userId, action }) => [userId, action?.ownerId]);
  const rows = await query<Helper>(
    `SELECT id, display_name AS name, role, phone FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])`,
    [[managerId, ...ids].filter((id) => id)],
  );
  return new Map(rows.map((row) => [row.id, { ...row, phone: row.phone === null ? null : formatPhone(row.phone) }]));
}
