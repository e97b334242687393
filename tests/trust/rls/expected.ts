import { SCOPE_OF_ROLE, type StaffRole } from '@samenoud/domain';
import { oracleMayEver, oracleRelation, type OracleResource } from '../oracles/access-oracle.ts';
import { oracleMaySee, type OracleCategory } from '../oracles/consent-oracle.ts';
import { sessionOf, type TestApp } from '../support/staff.ts';
import type { WorldFacts } from '../support/world.ts';

/** One row about a client, as consent and policies look at it. */
export interface OwnedRow {
  readonly practiceId: string;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly category: OracleCategory;
}

/** Something recognisable that stands in one row. */
export interface Mark extends OwnedRow {
  readonly mark: string;
  readonly resource: OracleResource;
  readonly inProgress: boolean;
}

export interface Person {
  readonly practice: string;
  readonly role: StaffRole;
}

/** What row-level security alone promises: tenant, relation by scope, consent. Roles are the application's line. */
export function databaseShows(facts: WorldFacts, person: Person, row: OwnedRow): boolean {
  const { practiceId, userId, organisationId } = sessionOf(person.practice, person.role);
  if (row.practiceId !== practiceId) return false;
  const inTeam = facts.places.some((place) => place.clientId === row.clientId && place.userId === userId);
  if (SCOPE_OF_ROLE[person.role] !== 'practice' && !inTeam) return false;
  return oracleMaySee(facts, row.clientId, row.ownerOrgId, organisationId, row.category, facts.at);
}

/** What the application alone promises: role, tenant, relation, consent. */
export function applicationShows(facts: WorldFacts, person: Person, row: Mark): boolean {
  const { practiceId, userId, organisationId } = sessionOf(person.practice, person.role);
  if (row.practiceId !== practiceId) return false;
  const actions = row.inProgress ? (['READ', 'UPDATE'] as const) : (['READ'] as const);
  const inTeam = facts.places.some((place) => place.clientId === row.clientId && place.userId === userId);
  const mayHere = actions.some(
    (action) =>
      oracleMayEver(person.role, row.resource, action) === true &&
      (oracleRelation(person.role, row.resource, action) !== 't' || inTeam),
  );
  return mayHere && oracleMaySee(facts, row.clientId, row.ownerOrgId, organisationId, row.category, facts.at);
}

const MARKS = `SELECT family_name AS mark, 'IDENTITY' AS resource, practice_id AS "practiceId", id AS "clientId",
    owner_org_id AS "ownerOrgId", category, false AS "inProgress" FROM care.client
  UNION ALL SELECT completed_with_help_of, 'IDENTITY', practice_id, client_id, owner_org_id, category, false FROM care.response
    WHERE completed_with_help_of IS NOT NULL
  UNION ALL SELECT m.remark, 'HEALTH_ANSWERS', m.practice_id, m.client_id, m.owner_org_id, m.category,
      r.status = 'IN_PROGRESS' OR r.status = 'COMPLETED' AND m.read_due_on IS NOT NULL AND m.read_at IS NULL
    FROM care.response_remark m JOIN care.response r ON r.practice_id = m.practice_id AND r.id = m.response_id
  UNION ALL SELECT reason, 'RISK_PROFILE', practice_id, client_id, owner_org_id, category, false FROM care.profile_assignment
    WHERE reason IS NOT NULL
  UNION ALL SELECT s.response_id || '#' || s.category, CASE s.category WHEN 2 THEN 'WELLBEING_ANSWERS' ELSE 'HEALTH_ANSWERS' END,
    s.practice_id, s.client_id, s.owner_org_id, s.category, r.status = 'IN_PROGRESS'
    FROM care.answer_sheet s JOIN care.response r ON r.practice_id = s.practice_id AND r.id = s.response_id`;

export async function readMarks({ owner }: TestApp): Promise<ReadonlyMap<string, Mark>> {
  const { rows } = await owner.query<Mark>(MARKS);
  return new Map(rows.map((row) => [row.mark, row]));
}
