import type { ConsentCategory, ConsentRuleKind } from '@samenoud/domain';

/** One line of the register, with the name of who spoke for the client where it may be seen. */
export interface ConsentRow {
  readonly id: string;
  readonly clientId: string;
  readonly kind: ConsentRuleKind;
  readonly fromOrgId: string | null;
  readonly toOrgId: string;
  readonly categories: readonly ConsentCategory[];
  readonly purpose: string;
  readonly givenBy: string;
  readonly how: string;
  readonly givenOn: string;
  readonly validUntilOn: string | null;
  readonly textVersion: string;
  readonly wording: string | null;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnHow: string | null;
  readonly withdrawnByGiver: string | null;
  readonly representativeId: string | null;
  readonly representativeKind: string | null;
  readonly representativeName: string | null;
  readonly representativeOwnerId: string | null;
  readonly ended: boolean;
}

export const CONSENT_ROWS = `SELECT n.id, n.client_id AS "clientId", n.kind, n.from_org_id AS "fromOrgId", n.to_org_id AS "toOrgId",
  to_jsonb(n.categories) AS categories, n.purpose, n.given_by AS "givenBy", n.how, n.given_on AS "givenOn",
  n.valid_until_on AS "validUntilOn", n.text_version AS "textVersion", n.wording, n.note, n.recorded_by AS "recordedBy",
  ctx.utc(n.recorded_at) AS "recordedAt", ctx.utc(n.withdrawn_at) AS "withdrawnAt", n.withdrawn_by AS "withdrawnBy",
  coalesce(n.withdrawn_on, (n.withdrawn_at AT TIME ZONE 'Europe/Amsterdam')::date) AS "withdrawnOn",
  n.withdrawn_how AS "withdrawnHow", n.withdrawn_by_giver AS "withdrawnByGiver", n.representative_id AS "representativeId",
  n.representative_kind AS "representativeKind", p.name AS "representativeName", p.owner_org_id AS "representativeOwnerId",
  coalesce(n.valid_until <= now(), false) AS ended
  FROM care.consent n
  LEFT JOIN care.contact_person p ON p.practice_id = n.practice_id AND p.id = n.representative_id
  WHERE n.practice_id = ctx.practice_id()`;
