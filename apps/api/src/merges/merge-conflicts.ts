import { query } from '../platform/request/request-context.ts';
import type { MergeConflict } from './merge.dto.ts';

/** Where both records have what only one can have; `care.settle_conflicts` decides by the rules of ADR 19. */
const CONFLICTS = `SELECT cause, count FROM (
    SELECT 'FORM_IN_PROGRESS' AS cause, (SELECT count(*) - 1 FROM care.response WHERE practice_id = ctx.practice_id()
      AND client_id IN ($1, $2) AND status = 'IN_PROGRESS')::int AS count
    UNION ALL SELECT 'SAME_ROUND', (SELECT count(*) FROM care.screening_invitation a JOIN care.screening_invitation b
      ON b.practice_id = a.practice_id AND b.round_id = a.round_id AND b.client_id = $2
      WHERE a.practice_id = ctx.practice_id() AND a.client_id = $1)::int
    UNION ALL SELECT 'FIRST_CONTACT', (SELECT count(*) - 1 FROM care.contact_person WHERE practice_id = ctx.practice_id()
      AND client_id IN ($1, $2) AND is_first_contact AND removed_at IS NULL)::int
    UNION ALL SELECT 'GP', (SELECT count(DISTINCT gp_id) - 1 FROM care.client WHERE practice_id = ctx.practice_id() AND id IN ($1, $2))::int
    UNION ALL SELECT 'CASE_MANAGER', (SELECT count(DISTINCT case_manager_id) - 1 FROM care.client
      WHERE practice_id = ctx.practice_id() AND id IN ($1, $2))::int
    UNION ALL SELECT 'CARE_PLAN', (SELECT count(*) - 1 FROM care.care_plan WHERE practice_id = ctx.practice_id()
      AND client_id IN ($1, $2) AND state <> 'CLOSED')::int
    UNION ALL SELECT 'CONSENT', (SELECT count(*) FROM care.grants_that_yield($1, $2))::int) AS found
  WHERE count > 0`;

export function conflictsOf(survivorId: string, mergedId: string): Promise<MergeConflict[]> {
  return query<MergeConflict>(CONFLICTS, [survivorId, mergedId]);
}
