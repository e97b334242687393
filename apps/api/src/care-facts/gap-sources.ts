import { LIVE_DAYS_AFTER_RETURN, LIVE_STATES } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { profileJoin, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';
import { dayOfSql } from './fact-sources.ts';

export interface PersonRow {
  readonly id: string;
  readonly status: 'ACTIVE' | 'ADMITTED' | 'DEREGISTERED' | 'MOVED' | 'DECEASED';
  readonly birthDate: string;
  readonly livesAtHome: boolean;
  readonly doNotInvite: boolean;
  readonly registeredOn: string;
  readonly answeredOn: string | null;
  readonly isInCare: boolean;
  readonly hasProfile: boolean;
  readonly seesProfile: boolean;
  readonly seesCare: boolean;
}

/** What is known of a client herself, and whether profiles and care are shared with who asks; by name. */
export const peopleOf = (ids: readonly string[]): Promise<PersonRow[]> =>
  query(
    `SELECT c.id, c.status, c.birth_date AS "birthDate", c.lives_at_home AS "livesAtHome",
       c.do_not_invite_on IS NOT NULL AS "doNotInvite", ${dayOfSql('c.created_at')} AS "registeredOn",
       p.proposed_on AS "answeredOn", coalesce(p.assigned_profile IN ('FRAIL', 'COMPLEX'), false) AS "isInCare",
       p.assigned_profile IS NOT NULL AS "hasProfile",
       ${sharedSql('c', 'c.id', 3)} AND p.assigned_hidden IS NOT TRUE AND p.proposed_hidden IS NOT TRUE AS "seesProfile",
       ${sharedSql('c', 'c.id', 4)} AS "seesCare"
     FROM care.client c
     ${profileJoin()}
     WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[]) ORDER BY c.sort_name, c.birth_date, c.id`,
    [ids],
  );

const LIVE = `i.state IN (${LIVE_STATES.map((state) => `'${state}'`).join(', ')}) AND $1::date <= r.return_by + ${LIVE_DAYS_AFTER_RETURN}`;

/** Who has an invitation that can still come back. */
export const liveInvitations = (today: string): Promise<{ clientId: string }[]> =>
  query(
    `SELECT DISTINCT i.client_id AS "clientId" FROM care.screening_invitation i
     JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
     WHERE i.practice_id = ctx.practice_id() AND r.practice_id = ctx.practice_id() AND r.state = 'OPEN' AND ${LIVE}`,
    [today],
  );

export interface CaseManagerRow {
  readonly clientId: string;
  readonly hasCaseManager: boolean;
  /** Last day of the last one there was; a time that ends at midnight ends with the day before. */
  readonly leftOn: string | null;
}

/** Named and still working here; an ouderenadviseur is named only as long as she may see the client. */
export const caseManagersOf = (ids: readonly string[]): Promise<CaseManagerRow[]> =>
  query(
    `SELECT c.id AS "clientId", m.id IS NOT NULL AS "hasCaseManager",
       CASE WHEN m.id IS NULL THEN (SELECT max(${dayOfSql(`(least(upper(t.active), upper(s.valid)) - interval '1 microsecond')`)})
         FROM care.team_member t JOIN care.membership s ON s.practice_id = t.practice_id AND s.id = t.user_id
         WHERE t.practice_id = ctx.practice_id() AND t.client_id = c.id AND t.reason IN ('CASE_MANAGER', 'HANDOVER')) END AS "leftOn"
     FROM care.client c
     LEFT JOIN care.membership m ON m.practice_id = ctx.practice_id() AND m.id = ${caseManagerSql('c')} AND m.valid @> now()
     WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[])`,
    [ids],
  );
