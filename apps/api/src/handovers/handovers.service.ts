import { Injectable } from '@nestjs/common';
import { listName, type HandoverState, type PersonName } from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { whyUnseen } from '../platform/access/why-unseen.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { HandoverList, HandoverView } from './handover.dto.ts';

export interface HandoverRow extends Omit<HandoverView, 'clientName' | 'state'> {
  readonly state: HandoverState;
  readonly name: PersonName | null;
  /** She has a relation to the client, and may therefore know her. */
  readonly related: boolean;
}

/** One running past its end has ended, also before anybody wrote that down. */
const STATE = `CASE WHEN h.state = 'ACCEPTED' AND h.ends_at <= ctx.now() THEN 'ENDED' ELSE h.state END`;

const PARTY = `(h.to_user_id = ctx.user_id() OR h.from_user_id = ctx.user_id() OR h.proposed_by = ctx.user_id())
  AND (h.state = 'PROPOSED' OR h.answered_at > now() - interval '1 day') AND care.handover_open(h.client_id)`;

/** What was written for who takes over is hers while she is asked and the client agrees, and stays with those who have a relation to the client. */
const WRITTEN = `(c.id IS NOT NULL OR h.state = 'PROPOSED' AND (ctx.setting('role') <> 'ELDERLY_ADVISER' OR h.to_user_id <> ctx.user_id()
  OR care.name_of_handover(h.id) IS NOT NULL))`;

const rowsSql =
  (): string => `SELECT h.id, h.version, ${STATE} AS state, h.client_id AS "clientId", h.from_user_id AS "fromUserId",
    h.to_user_id AS "toUserId", h.proposed_by AS "proposedBy", ctx.utc(h.proposed_at) AS "proposedAt", h.from_on AS "fromOn",
    h.until_on AS "untilOn", CASE WHEN ${WRITTEN} THEN h.reason ELSE '' END AS reason,
    CASE WHEN ${WRITTEN} THEN h.summary ELSE '' END AS summary, h.answer_reason AS "answerReason", ctx.utc(h.ended_at) AS "endedAt",
    CASE WHEN ${WRITTEN} THEN s.text END AS "careSummary", h.giver_gone AS "giverGone", c.id IS NOT NULL AS related,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
      'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use)
      ELSE care.name_of_handover(h.id) END AS name
  FROM care.handover h
  LEFT JOIN care.client c ON c.practice_id = h.practice_id AND c.id = h.client_id AND ${relatedSql('c', 'CASE_MANAGER')}
    AND ${sharedSql('c', 'c.id', 1)}
  LEFT JOIN care.handover_summary s ON s.practice_id = h.practice_id AND s.handover_id = h.id AND ${sharedSql('s', 'h.client_id', 4)}
  WHERE h.practice_id = ctx.practice_id() AND (c.id IS NOT NULL OR ${PARTY})`;

/** Hand-overs as somebody may see them: of clients she has a relation to, and what is open between her and a colleague. */
@Injectable()
export class Handovers {
  async list(): Promise<HandoverList> {
    const rows = await query<HandoverRow>(
      `${rowsSql()} AND (h.state IN ('PROPOSED', 'ACCEPTED') OR coalesce(h.answered_at, h.ended_at) > now() - interval '30 days')
       ORDER BY h.state = 'PROPOSED' DESC, h.proposed_at DESC, h.id LIMIT 1000`,
    );
    logRead(rows);
    return { items: rows.map(viewOf) };
  }

  /** Throws NOT_FOUND for one she has nothing to do with, NO_BASIS for one of a client she knows that its writer does not share. */
  async find(id: string): Promise<HandoverRow> {
    const [row] = isUuid(id) ? await query<HandoverRow>(`${rowsSql()} AND h.id = $1`, [id]) : [];
    if (!row) throw new DomainError(await whyUnseen('HANDOVER', id, 'CASE_MANAGER'));
    return row;
  }

  async views(ids: readonly string[]): Promise<HandoverList> {
    const rows = await query<HandoverRow>(`${rowsSql()} AND h.id = ANY ($1) ORDER BY h.id`, [ids]);
    return { items: rows.map(viewOf) };
  }

  async view(id: string): Promise<HandoverView> {
    return viewOf(await this.find(id));
  }
}

function viewOf({ name, related: _related, ...row }: HandoverRow): HandoverView {
  return { ...row, clientName: name === null ? null : listName(name) };
}

function logRead(rows: readonly HandoverRow[]): void {
  const ids = [...new Set(rows.map(({ clientId }) => clientId))];
  if (ids.length === 0) return;
  requestContext().log.push({
    type: 'READ_HANDOVERS',
    action: 'R',
    objectType: 'HANDOVER',
    query: { ids },
    category: 1,
  });
}
