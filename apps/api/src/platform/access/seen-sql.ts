import { type AccessAction, type ConsentCategory, grantFor, type Resource } from '@samenoud/domain';
import { requestContext } from '../request/request-context.ts';

/**
 * The application's own line in lists: which clients (`alias`) the person at hand has a relation to; none for who may only
 * count them. SQL without parameters.
 */
export function relatedSql(alias: string, resource: Resource, action: AccessAction = 'READ'): string {
  const grant = grantFor(requestContext().user.role, resource, action);
  const relation = grant?.limit === 'COUNTS_ONLY' ? undefined : grant?.relation;
  if (relation === 'PRACTICE' || relation === 'TENANT') return 'true';
  if (relation !== 'TEAM') return 'false';
  return `EXISTS (SELECT FROM care.team_member m WHERE m.practice_id = ctx.practice_id() AND m.client_id = ${alias}.id
    AND m.user_id = ctx.user_id() AND m.active @> now())`;
}

/** Whether rows (`alias`, of the client `client`) of one category are shared with the organisation of the person at hand. */
export function sharedSql(alias: string, client: string, category: ConsentCategory): string {
  return `(${alias}.owner_org_id = ctx.org_id() OR EXISTS (SELECT FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = ${client} AND b.category = ${category}
      AND b.from_org_id = ${alias}.owner_org_id AND b.to_org_id = ctx.org_id() AND b.validity @> now()))`;
}

/** The same for rows that each have a category of their own. */
export function sharedRowSql(alias: string): string {
  return `(${alias}.owner_org_id = ctx.org_id() OR EXISTS (SELECT FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = ${alias}.client_id AND b.category = ${alias}.category
      AND b.from_org_id = ${alias}.owner_org_id AND b.to_org_id = ctx.org_id() AND b.validity @> now()))`;
}
