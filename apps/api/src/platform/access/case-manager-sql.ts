/**
 * The case manager of client `alias` at this moment of the product's clock. The column says so until a hand-over begins or
 * ends by itself; from then on the team does, until the worker has let the column follow. SQL without parameters.
 */
export const caseManagerSql = (alias: string): string => `CASE WHEN coalesce(${alias}.changes_at > ctx.now(), true)
  THEN ${alias}.case_manager_id ELSE (SELECT s.user_id FROM care.team_member s
    WHERE s.practice_id = ctx.practice_id() AND s.client_id = ${alias}.id AND s.reason IN ('CASE_MANAGER', 'HANDOVER')
      AND s.active @> ctx.now() ORDER BY s.reason DESC, lower(s.active) DESC LIMIT 1) END`;
