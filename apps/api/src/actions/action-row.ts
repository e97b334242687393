import { type ConsentCategory, listName, mayMoveAction, type PersonName } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ActionView, Postponement } from './action.dto.ts';

/** An action as it is kept, with what deciding about it needs. */
export interface ActionRow extends Omit<
  ActionView,
  'owner' | 'clientName' | 'clientBirthDate' | 'mayMove' | 'postponements'
> {
  readonly category: ConsentCategory;
  readonly ownerOrgId: string;
  readonly ownerKind: ActionView['owner']['kind'];
  readonly ownerUserId: string | null;
  readonly ownerName: string | null;
  readonly isCaseManager: boolean;
  readonly name: PersonName | null;
  readonly birthDate: string | null;
  readonly postponements: Postponement[] | null;
}

/** Alias `a`, with the client `c` where she may be seen. */
export const ACTION_SELECT = `SELECT a.id, a.version, a.client_id AS "clientId", a.owner_org_id AS "ownerOrgId", a.category, a.kind, a.text,
  a.owner_kind AS "ownerKind", a.owner_user_id AS "ownerUserId", a.owner_name AS "ownerName", a.due_on AS "dueOn", a.state,
  a.done_on AS "doneOn", a.reason, a.postponed_count AS "postponedCount", a.signal_id AS "signalId", a.by_rule AS "byRule",
  a.made_by AS "madeBy", ctx.utc(a.made_at) AS "madeAt", a.changed_by AS "changedBy", ctx.utc(a.changed_at) AS "changedAt",
  coalesce(${caseManagerSql('c')} = ctx.user_id(), false) AS "isCaseManager",
  CASE WHEN a.postponed_count > 0 THEN (SELECT jsonb_agg(jsonb_build_object('from', s.before->>'dueOn', 'to', s.after->>'dueOn',
      'at', ctx.utc(s.made_at), 'by', s.made_by) ORDER BY s.made_at, s.id)
    FROM care.action_step s WHERE s.practice_id = ctx.practice_id() AND s.action_id = a.id AND s.postponed) END AS postponements,
  CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
    'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) END AS name, c.birth_date AS "birthDate"
  FROM care.action a LEFT JOIN care.client c ON c.practice_id = a.practice_id AND c.id = a.client_id
  WHERE a.practice_id = ctx.practice_id()`;

/** Throws NOT_FOUND for what is not there, or not for her. */
export async function actionRow(id: string): Promise<ActionRow> {
  const [row] = isUuid(id) ? await query<ActionRow>(`${ACTION_SELECT} AND a.id = $1`, [id]) : [];
  if (!row) throw new DomainError('NOT_FOUND');
  return row;
}

export const ownedAction = ({ ownerOrgId, category, madeBy }: ActionRow): Owned => ({ ownerOrgId, category, madeBy });

/** Whether the person at hand may tick off, cancel, reopen, postpone or pass on. */
export function mayMove({ ownerUserId, isCaseManager }: ActionRow): boolean {
  const { role, userId } = requestContext().user;
  return mayMoveAction({ role, isOwner: ownerUserId === userId, isCaseManager });
}

export function actionView(row: ActionRow, named = false): ActionView {
  const {
    category: _,
    ownerOrgId: __,
    ownerKind,
    ownerUserId,
    ownerName,
    isCaseManager: ___,
    name,
    birthDate,
    ...shown
  } = row;
  return {
    ...shown,
    clientName: named && name !== null ? listName(name) : null,
    clientBirthDate: named ? birthDate : null,
    owner: { kind: ownerKind, userId: ownerUserId, name: ownerName },
    postponements: row.postponements ?? [],
    mayMove: mayMove(row),
  };
}
