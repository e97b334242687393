import { type BulkExportClients, grantFor } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { profileJoin, relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { ClientOfExport } from './export-table.ts';

/** Where the page before ended. */
export type Place = readonly [sortName: string, id: string];
type PageRow = ClientOfExport & { readonly id: string; readonly sortName: string };

const PAGE = 200;

/** The clients of an export: seen by the asker as in her own list, and nobody whose record is restricted. */
const seenSql = (clients: BulkExportClients): string =>
  `c.practice_id = ctx.practice_id() AND NOT c.restricted AND ${relatedSql('c', 'CLIENT_LIST')} AND ${sharedSql('c', 'c.id', 1)}
   ${clients === 'ACTIVE' ? `AND c.status = 'ACTIVE'` : ''}`;

export async function countClients(clients: BulkExportClients): Promise<number> {
  const { count } = await queryOne<{ count: number }>(
    `SELECT count(*)::integer AS count FROM care.client c WHERE ${seenSql(clients)}`,
  );
  return count;
}

/**
 * Refuses whoever has no right to export at this moment, also halfway: the role that the session of a job was opened with may
 * have ended since. Throws ROLE.
 */
export async function requireRight(): Promise<void> {
  const { role } = requestContext().user;
  const held = await query(
    `SELECT 1 FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.id = ctx.user_id() AND m.role = $1
       AND m.valid @> now()`,
    [role],
  );
  if (held.length === 0 || grantFor(role, 'BULK_EXPORT', 'EXPORT') === undefined) throw new DomainError('ROLE');
}

/** The next clients by name; forms and profiles only where they are shared with the organisation of the asker. */
export function pageOfClients(clients: BulkExportClients, after: Place | undefined): Promise<PageRow[]> {
  const place = after === undefined ? '' : 'AND (c.sort_name, c.id) > ($1, $2::uuid)';
  return query<PageRow>(
    `SELECT c.id, c.sort_name AS "sortName", c.his_number AS "HIS_NUMBER", c.initials AS "INITIALS", c.given_name AS "GIVEN_NAME",
       c.name_prefix AS "NAME_PREFIX", c.family_name AS "FAMILY_NAME", c.partner_prefix AS "PARTNER_PREFIX",
       c.partner_family_name AS "PARTNER_FAMILY_NAME", c.birth_date AS "BIRTH_DATE", c.sex AS "SEX", c.postcode AS "POSTCODE",
       c.city AS "CITY", c.status AS "STATUS", g.display_name AS "GP", k.display_name AS "CASE_MANAGER",
       p.assigned_profile AS "ASSIGNED_PROFILE", p.assigned_on AS "ASSIGNED_ON", p.proposed_profile AS "PROPOSED_PROFILE",
       (SELECT max(r.completed_on) FROM care.response r WHERE r.practice_id = ctx.practice_id() AND r.client_id = c.id
          AND r.status = 'COMPLETED' AND ${sharedSql('r', 'c.id', 1)}) AS "LAST_QUESTIONNAIRE_ON"
     FROM care.client c
     ${profileJoin()}
     LEFT JOIN care.membership g ON g.practice_id = ctx.practice_id() AND g.id = c.gp_id
     LEFT JOIN care.membership k ON k.practice_id = ctx.practice_id() AND k.id = ${caseManagerSql('c')}
     WHERE ${seenSql(clients)} ${place} ORDER BY c.sort_name, c.id LIMIT ${PAGE}`,
    after === undefined ? [] : [...after],
  );
}

/** The practice's words for the profiles. */
export async function profileWords(): Promise<Readonly<Record<string, string>>> {
  const { words } = await queryOne<{ words: Record<string, string> }>(
    'SELECT profile_labels AS words FROM care.practice WHERE id = ctx.practice_id()',
  );
  return words;
}
