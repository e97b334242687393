import { Injectable } from '@nestjs/common';
import { grantFor, listName, type PersonName } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { OrderVisits, VisitList, VisitView } from './visit.dto.ts';

interface VisitRow extends Omit<VisitView, 'clientName'> {
  readonly name: PersonName;
}

/** Visits come first, then by time, then as they were put, then by name. Alias `c` the client, `m` her newest contact. */
const visitsSql =
  (): string => `SELECT m.id AS "contactId", c.id AS "clientId", c.birth_date AS "birthDate", m.next_type AS type,
    to_char(m.next_time, 'HH24:MI') AS time, c.phone, c.getting_in AS "gettingIn", c.at_the_door AS "atTheDoor",
    nullif(c.language, 'nl') AS language, coalesce(c.interpreter, false) AS interpreter,
    nullif(concat_ws(', ', nullif(concat_ws(' ', c.street, concat(c.house_number, c.house_suffix)), ''), nullif(concat_ws(' ', c.postcode, c.city), '')), '')
      AS address,
    jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
      'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name,
    p.name AS "firstContactName", p.phone AS "firstContactPhone"
  FROM care.client c
  CROSS JOIN LATERAL (SELECT * FROM care.contact_moment n WHERE n.practice_id = c.practice_id AND n.client_id = c.id AND n.struck_at IS NULL
    ORDER BY n.contact_on DESC, n.recorded_at DESC LIMIT 1) m
  LEFT JOIN care.contact_person p ON p.practice_id = c.practice_id AND p.client_id = c.id AND p.is_first_contact AND p.removed_at IS NULL
    AND ${sharedSql('p', 'c.id', 1)}
  WHERE c.practice_id = ctx.practice_id() AND c.status IN ('ACTIVE', 'ADMITTED') AND c.merged_into IS NULL
    AND ${caseManagerSql('c')} = ctx.user_id() AND m.next_contact_on = $1::date
    AND ${relatedSql('c', 'CONTACTS')} AND ${sharedSql('c', 'c.id', 1)} AND ${sharedSql('m', 'c.id', 4)}
  ORDER BY m.next_type IS DISTINCT FROM 'HOME_VISIT', m.next_time NULLS LAST, m.next_order NULLS LAST, c.sort_name, c.birth_date, c.id
  LIMIT 200`;

/** Whom the case manager at hand sees or calls today: the clients whose newest contact names this day. Source: issue 5, domain.md 9. */
@Injectable()
export class Visits {
  constructor(private readonly events: LiveEvents) {}

  async ofToday(): Promise<VisitList> {
    const rows = await query<VisitRow>(visitsSql(), [requestContext().today]);
    if (rows.length > 0) {
      requestContext().log.push({
        type: 'READ_VISITS',
        action: 'R',
        objectType: 'VISITS',
        query: { ids: rows.map(({ clientId }) => clientId) },
        category: 4,
      });
    }
    return { items: rows.map(({ name, ...row }) => ({ ...row, clientName: listName(name) })) };
  }

  /** Puts the visits of today in an order; what has a time keeps its place by time. Throws INVALID_INPUT for another visit. */
  async order({ contactIds }: OrderVisits): Promise<VisitList> {
    const { role } = requestContext().user;
    if (grantFor(role, 'CONTACTS', 'UPDATE')?.limit === 'REFERRAL_SENT_ONLY') throw new DomainError('ROLE');
    const { items } = await this.ofToday();
    if (contactIds.some((id) => !items.some(({ contactId }) => contactId === id)))
      throw invalidInput({ pointer: '/contactIds', code: 'INVALID_ID' });
    await changeRows(
      `UPDATE care.contact_moment m SET next_order = o.place FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, place)
       WHERE m.practice_id = ctx.practice_id() AND m.id = o.id`,
      [contactIds],
    );
    await this.events.tell([requestContext().user.userId], 'VISITS', requestContext().user.userId);
    return this.ofToday();
  }
}
