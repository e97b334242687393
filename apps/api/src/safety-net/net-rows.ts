import { formatPhone, type Gap, listName, type PersonName } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';
import type { ClientInGap, GapExplanation } from './safety-net.dto.ts';

/** Everybody of whom something can be missing. */
export async function everybody(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT c.id FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.status IN ('ACTIVE', 'ADMITTED')
       AND ${relatedSql('c', 'CLIENT_LIST')} AND ${sharedSql('c', 'c.id', 1)}`,
  );
  return rows.map(({ id }) => id);
}

export const EXPLANATION = `e.id, e.gap AS code, e.reason, e.until_on AS until, e.made_by AS "madeBy", ctx.utc(e.made_at) AS "madeAt"`;

export const keyOf = (clientId: string, code: Gap): string => `${clientId} ${code}`;

/** The newest explanation of each gap of these clients. */
export async function explanationsOf(ids: readonly string[]): Promise<ReadonlyMap<string, GapExplanation>> {
  const rows = await query<GapExplanation & { clientId: string; code: Gap }>(
    `SELECT DISTINCT ON (e.client_id, e.gap) e.client_id AS "clientId", ${EXPLANATION} FROM care.gap_explanation e
     WHERE e.practice_id = ctx.practice_id() AND e.client_id = ANY ($1::uuid[]) AND ${sharedSql('e', 'e.client_id', 4)}
     ORDER BY e.client_id, e.gap, e.made_at DESC, e.id DESC`,
    [ids],
  );
  return new Map(rows.map(({ clientId, ...explanation }) => [keyOf(clientId, explanation.code), explanation]));
}

type Details = Pick<ClientInGap, 'id' | 'name' | 'birthDate' | 'phone' | 'caseManagerId'>;

/** Who these are, for those that are shown. */
export async function detailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Details>> {
  const rows = await query<Omit<Details, 'name'> & { name: PersonName }>(
    `SELECT c.id, c.birth_date AS "birthDate", c.phone, ${caseManagerSql('c')} AS "caseManagerId",
       jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
         'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name
     FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ name, phone, ...row }) => [
      row.id,
      { ...row, name: listName(name), phone: phone === null ? null : formatPhone(phone) },
    ]),
  );
}
