import { type ConsentCategory, type Day, type DirectiveKind, isInForce, isToDiscussAgain } from '@samenoud/domain';
import type { DirectiveView, VoidedView } from './directive.dto.ts';

export interface VoidableRow {
  readonly voidedAt: string | null;
  readonly voidedBy: string | null;
  readonly voidReason: string | null;
}

export interface DirectiveRow extends VoidableRow {
  readonly id: string;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly version: number;
  readonly kind: DirectiveKind;
  readonly code: string;
  readonly otherText: string | null;
  readonly decision: number | null;
  readonly decisionText: string | null;
  readonly agreedWith: string[];
  readonly discussedOn: Day | null;
  readonly datedOn: Day | null;
  readonly keptAt: string | null;
  readonly endsOn: Day | null;
  readonly comment: string | null;
  readonly madeBy: string;
  readonly changedBy: string;
  readonly changedAt: string;
}

export const DIRECTIVE_ROWS = `SELECT d.id, d.client_id AS "clientId", d.owner_org_id AS "ownerOrgId", d.category, d.version, d.kind, d.code,
  d.other_text AS "otherText", d.decision, d.decision_text AS "decisionText", to_jsonb(d.agreed_with) AS "agreedWith",
  d.discussed_on AS "discussedOn", d.dated_on AS "datedOn", d.kept_at AS "keptAt", d.ends_on AS "endsOn", d.comment,
  d.made_by AS "madeBy", d.changed_by AS "changedBy", ctx.utc(d.changed_at) AS "changedAt", ctx.utc(d.voided_at) AS "voidedAt",
  d.voided_by AS "voidedBy", d.void_reason AS "voidReason"
  FROM care.directive d WHERE d.practice_id = ctx.practice_id()`;

export function directiveView(row: DirectiveRow, today: Day): DirectiveView {
  const { ownerOrgId: _, category: __, voidedAt: ___, voidedBy: ____, voidReason: _____, ...shown } = row;
  const voided = voidedView(row);
  const inForce = isInForce({ endsOn: row.endsOn, voided: voided !== null }, today);
  return { ...shown, inForce, discussAgain: inForce && isToDiscussAgain(row, today), voided };
}

export const voidedView = ({ voidedAt, voidedBy, voidReason }: VoidableRow): VoidedView | null =>
  voidedAt === null || voidedBy === null || voidReason === null
    ? null
    : { at: voidedAt, by: voidedBy, reason: voidReason };
