import type { AccessAction, AccessQuestion, ConsentCategory, Resource, Role } from '@samenoud/domain';

/** How one person stands to one client at this moment, as the database tells it. */
export interface Relation {
  readonly found: boolean;
  readonly inTeam: boolean;
  readonly isCaseManager: boolean;
  /** She, or a colleague of her organisation, is the case manager; where nobody asks: she herself. */
  readonly ownCaseload?: boolean;
  readonly restricted: boolean;
  readonly ownerOrgId: string | null;
  readonly practiceOrgId: string;
  readonly bases: readonly [category: number, fromOrgId: string, ruleId: string][] | null;
}

/** The row an act is on, as far as rights go. */
export interface Owned {
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly madeBy?: string | null;
}

/** Who asks. */
export interface Asker {
  readonly userId: string;
  readonly role: Role;
  readonly organisationId: string;
  /** The client of her own form, for who answers online. */
  readonly formOfClient: boolean;
  /** The practice keeps GPs to the clients in whose team they are. */
  readonly narrowToTeam: boolean;
}

/**
 * The question that `decide` answers, put together from the same facts whether somebody asks for herself or an explanation
 * asks for her: so the two cannot differ.
 */
export function accessQuestion(
  { userId, role, organisationId, formOfClient, narrowToTeam }: Asker,
  { found, inTeam, isCaseManager, ownCaseload, restricted, bases }: Relation,
  resource: Resource,
  action: AccessAction,
  row?: Owned,
): AccessQuestion {
  return {
    role,
    userOrgId: organisationId,
    resource,
    action,
    relation: {
      tenant: found,
      inTeam,
      isCaseManager,
      ownCaseload: ownCaseload ?? isCaseManager,
      isMaker: row?.madeBy === userId,
      own: formOfClient,
    },
    ownerOrgId: row?.ownerOrgId ?? organisationId,
    ...(row ? { category: row.category } : {}),
    basis: (category, from) => bases?.some((basis) => basis[0] === category && basis[1] === from) ?? false,
    restricted,
    narrowToTeam,
  };
}

/** Columns of a relation to client $1 for the person and organisation that these two expressions name. */
export const relationColumns = (user: string, organisation: string): string => `care.client_exists($1) AS found,
  care.client_restricted($1) AS restricted,
  (SELECT o.id FROM care.organisation o WHERE o.practice_id = ctx.practice_id() AND o.kind = 'PRACTICE') AS "practiceOrgId",
  EXISTS (SELECT FROM care.team_member m WHERE m.practice_id = ctx.practice_id() AND m.client_id = $1
    AND m.user_id = ${user} AND m.active @> now()) AS "inTeam",
  (SELECT jsonb_agg(DISTINCT jsonb_build_array(b.category, b.from_org_id, b.rule_id)) FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = $1 AND b.to_org_id = ${organisation} AND b.validity @> now()) AS bases`;
