import { Injectable } from '@nestjs/common';
import { listName, type PersonName } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { UnsentReferral, UnsentReferralList } from './referral.dto.ts';
import { maySend } from './referral-row.ts';

type Row = Omit<UnsentReferral, 'clientName'> & { readonly name: PersonName; readonly isCaseManager: boolean };

const UNSENT = `SELECT r.id, r.client_id AS "clientId", c.birth_date AS "clientBirthDate", r.type,
  (r.made_at AT TIME ZONE 'Europe/Amsterdam')::date AS "on", r.due_on AS "dueOn",
  coalesce(${caseManagerSql('c')} = ctx.user_id(), false) AS "isCaseManager",
  jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
    'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name
  FROM care.referral r JOIN care.client c ON c.practice_id = r.practice_id AND c.id = r.client_id
  WHERE r.practice_id = ctx.practice_id() AND r.state = 'DRAFT' AND c.status IN ('ACTIVE', 'ADMITTED')`;

/** The worklist "verwijzing nog niet verstuurd". Source: domain.md 9, worklists. */
@Injectable()
export class UnsentReferrals {
  /** Oldest first: what the person at hand may send, of clients she has a relation to. */
  async list(page: PageQuery): Promise<UnsentReferralList> {
    const rows = await query<Row>(
      `${UNSENT} AND ${relatedSql('c', 'CONTACTS', 'UPDATE')} AND ${sharedSql('r', 'r.client_id', 4)} ORDER BY r.made_at, r.id`,
    );
    const part = pageOf(rows.filter(maySend), page); // prettier-ignore
    requestContext().log.push({
      type: 'READ_REFERRALS',
      action: 'R',
      objectType: 'REFERRALS',
      query: { ids: [...new Set(part.items.map(({ clientId }) => clientId))] },
    });
    return { ...part, items: part.items.map(unsentView) };
  }
}

const unsentView = ({ id, clientId, clientBirthDate, type, on, dueOn, name }: Row): UnsentReferral => ({
  id,
  clientId,
  clientName: listName(name),
  clientBirthDate,
  type,
  on,
  dueOn,
});
