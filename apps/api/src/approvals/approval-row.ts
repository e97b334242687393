import {
  APPROVAL_DAYS,
  type ApprovalState,
  approvalStateAt,
  grantFor,
  isSecondPerson,
  listName,
  type PersonName,
} from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ApprovalClient, ApprovalPerson, ApprovalView } from './approval.dto.ts';
import type { ApprovalKind, ApprovalSubject } from './approval-kinds.ts';

export interface ApprovalRow {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly subject: ApprovalSubject;
  readonly keptState: ApprovalState;
  readonly askedBy: ApprovalPerson;
  readonly askedAt: string;
  readonly askerAccountId: string;
  readonly aboutAccountId: string | null;
  readonly about: string | null;
  readonly reason: string | null;
  readonly decidedBy: ApprovalPerson | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  readonly clientIds: readonly string[];
}

/** Named at most; a bulk act is about more, and shows none. */
const MOST_NAMED = 20;

export const APPROVAL_SQL = `SELECT a.id, a.version, a.kind, a.subject, a.state AS "keptState", a.reason, a.note,
    jsonb_build_object('userId', m.id, 'displayName', m.display_name) AS "askedBy", m.account_id AS "askerAccountId",
    a.about_account_id AS "aboutAccountId", (SELECT b.display_name FROM care.membership b WHERE b.practice_id = a.practice_id
      AND b.account_id = a.about_account_id ORDER BY upper(b.valid) DESC NULLS FIRST, b.id LIMIT 1) AS about, ctx.utc(a.asked_at) AS "askedAt", ctx.utc(a.decided_at) AS "decidedAt",
    CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('userId', d.id, 'displayName', d.display_name) END AS "decidedBy",
    coalesce((SELECT jsonb_agg(c.client_id ORDER BY c.client_id) FROM care.approval_client c
      WHERE c.practice_id = a.practice_id AND c.approval_id = a.id), '[]') AS "clientIds"
  FROM care.approval a JOIN care.membership m ON m.practice_id = a.practice_id AND m.id = a.asked_by
  LEFT JOIN care.membership d ON d.practice_id = a.practice_id AND d.id = a.decided_by
  WHERE a.practice_id = ctx.practice_id()`;

/** A question about a shielded record, or one that went on in it, is the GP's alone: also for who asked it. */
export const NOT_SHIELDED = `((SELECT ctx.setting('role')) = 'GP' OR NOT EXISTS (SELECT FROM care.approval_client c
  WHERE c.practice_id = a.practice_id AND c.approval_id = a.id
    AND care.client_restricted(coalesce(care.merged_into(c.client_id), c.client_id))))`;

export function stateOf({ keptState, askedAt }: ApprovalRow): ApprovalState {
  return approvalStateAt(keptState, askedAt, requestContext().now);
}

/** Whether the reader is another person than who asked and whom it is about. */
export function isForReader({ askerAccountId, aboutAccountId }: ApprovalRow): boolean {
  return isSecondPerson(requestContext().user.accountId, { askedBy: askerAccountId, about: aboutAccountId });
}

export const isOwnQuestion = ({ askedBy }: ApprovalRow): boolean => askedBy.userId === requestContext().user.userId;

/** Views of several questions, with the names of the clients that the reader may see by her own rights. */
export async function approvalViews(
  rows: readonly ApprovalRow[],
  kindOf: (kind: string) => ApprovalKind | undefined,
): Promise<ApprovalView[]> {
  const named = rows.flatMap(({ clientIds }) => (clientIds.length > MOST_NAMED ? [] : clientIds));
  const clients = await visibleClients([...new Set(named)]);
  return rows.map((row) => viewOf(row, kindOf(row.kind), clients));
}

function viewOf(
  row: ApprovalRow,
  kind: ApprovalKind | undefined,
  all: ReadonlyMap<string, ApprovalClient>,
): ApprovalView {
  const { clientIds, keptState: _kept, askerAccountId: _asker, aboutAccountId: _about, ...shown } = row;
  const state = stateOf(row);
  const clients = clientIds.flatMap((id) => all.get(id) ?? []);
  const isHidden = clientIds.length > clients.length;
  return {
    ...shown,
    state,
    expiresAt: new Date(Date.parse(row.askedAt) + APPROVAL_DAYS * 86_400_000).toISOString(),
    mayDecide: state === 'OPEN' && isForReader(row) && (kind?.mayDecide(staffRole()) ?? false),
    mayWithdraw: state === 'OPEN' && isOwnQuestion(row),
    clientCount: clientIds.length,
    clients,
    ...(isHidden ? { hidden: [{ pointer: '/clients', code: 'ROLE' }] } : {}),
  };
}

/** The route lets in staff only. */
export function staffRole(): Parameters<ApprovalKind['mayDecide']>[0] {
  const { role } = requestContext().user;
  if (role === 'RESPONDENT') throw new Error('a respondent has no questions');
  return role;
}

async function visibleClients(ids: readonly string[]): Promise<ReadonlyMap<string, ApprovalClient>> {
  const mayRead = grantFor(requestContext().user.role, 'IDENTITY', 'READ') !== undefined;
  if (ids.length === 0 || !mayRead) return new Map();
  const found = await query<{ id: string; name: PersonName; birthDate: string }>(
    `SELECT c.id, c.birth_date AS "birthDate", jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
       'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name
     FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = ANY($1) AND ${relatedSql('c', 'IDENTITY')}
       AND ${sharedSql('c', 'c.id', 1)}`,
    [ids],
  );
  return new Map(found.map(({ id, name, birthDate }) => [id, { id, name: listName(name), birthDate }]));
}
