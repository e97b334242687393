import { type AccessAction, type ConsentCategory, grantFor, type Resource } from '@samenoud/domain';
import { requestContext } from '../request/request-context.ts';

/**
 * The application's own line in lists: which clients (`alias`) the person at hand has a relation to; none for who may only
 * count them. SQL without parameters.
 */
export function relatedSql(alias: string, resource: Resource, action: AccessAction = 'READ'): string {
  const grant = grantFor(requestContext().user.role, resource, action);
  const relation = grant?.limit === 'COUNTS_ONLY' ? undefined : grant?.relation;
  if (grant?.narrows && requestContext().narrowToTeam) return inTeamSql(`${alias}.id`);
  if (relation === 'PRACTICE' || relation === 'TENANT') return 'true';
  return relation === 'TEAM' ? inTeamSql(`${alias}.id`) : 'false';
}

const inTeamSql = (client: string): string => `EXISTS (SELECT FROM care.team_member m
  WHERE m.practice_id = ctx.practice_id() AND m.client_id = ${client} AND m.user_id = ctx.user_id() AND m.active @> now())`;

/** A practice that keeps its GPs to their own clients shows a GP no more than identity of the others. */
const narrowedSql = (client: string, category: ConsentCategory): string =>
  category === 1 ? '' : `AND ((SELECT ctx.setting('narrow')) IS NULL OR ${inTeamSql(client)})`;

/** Whether rows (`alias`, of the client `client`) of one category are shared with the organisation of the person at hand. */
export function sharedSql(alias: string, client: string, category: ConsentCategory): string {
  return `((${alias}.owner_org_id = ctx.org_id() OR EXISTS (SELECT FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = ${client} AND b.category = ${category}
      AND b.from_org_id = ${alias}.owner_org_id AND b.to_org_id = ctx.org_id() AND b.validity @> now()))
    ${narrowedSql(client, category)})`;
}

/** The same for rows that each have a category of their own. */
export function sharedRowSql(alias: string): string {
  return `(${alias}.owner_org_id = ctx.org_id() OR EXISTS (SELECT FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = ${alias}.client_id AND b.category = ${alias}.category
      AND b.from_org_id = ${alias}.owner_org_id AND b.to_org_id = ctx.org_id() AND b.validity @> now()))`;
}

/**
 * The profile `p` of client `c` for lists: each half, what was assigned and what was proposed, only where
 * it is shared with the organisation of the person at hand by whoever wrote it. `assigned_hidden` and `proposed_hidden` say that
 * there is more. SQL without parameters.
 */
export const profileJoin = (): string => `LEFT JOIN (SELECT q.client_id, q.owner_org_id,
    ${half('assigned', ['assigned_profile', 'assigned_on', 'assigned_by'])},
    ${half('proposed', ['proposed_profile', 'proposed_on', 'possible_profiles', 'response_id', 'gfi_lower', 'gfi_upper', 'imesa_lower', 'imesa_upper'])}
  FROM care.client_profile q WHERE q.practice_id = ctx.practice_id() AND ${sharedSql('q', 'q.client_id', 3)}) p
  ON p.client_id = c.id`;

function half(name: 'assigned' | 'proposed', columns: readonly string[]): string {
  const owner = `q.${name}_owner_id`;
  // by far the most are of the practice itself, whose row was found to be shared already
  const shared = `(${owner} = q.owner_org_id OR ${owner} = ctx.org_id() OR EXISTS (SELECT FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = q.client_id AND b.category = 3
      AND b.from_org_id = ${owner} AND b.to_org_id = ctx.org_id() AND b.validity @> now()))`;
  const seen = columns.map((column) => `CASE WHEN ${shared} THEN q.${column} END AS ${column}`);
  return [...seen, `coalesce(NOT ${shared}, false) AS ${name}_hidden`].join(',\n    ');
}
