import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an explanation must know at this very moment: the case manager as the team has it where a hand-over began or ended by
 * itself and the column does not follow yet, and every emergency access that still opens this record. Behind the wall of the
 * practice, as FORCE holds for the owner too; no reason is told, for who may read the explanation is not who reviews.
 */
export class ExplanationNow1764592000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE OR REPLACE FUNCTION care.client_marks_of_access(p_id uuid)
        RETURNS TABLE (owner_org_id uuid, case_manager_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT c.owner_org_id, CASE WHEN coalesce(c.changes_at > ctx.now(), true) THEN c.case_manager_id
             ELSE (SELECT s.user_id FROM care.team_member s
               WHERE s.practice_id = ctx.practice_id() AND s.client_id = c.id AND s.reason IN ('CASE_MANAGER', 'HANDOVER')
                 AND s.active @> ctx.now() ORDER BY s.reason DESC, lower(s.active) DESC LIMIT 1) END
           FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = p_id $$;
      CREATE FUNCTION care.running_emergencies(p_client uuid)
        RETURNS TABLE (user_id uuid, session_id text, reason_code text, ends_at timestamptz) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS
        $$ SELECT e.user_id, e.session_id, e.reason_code, e.ends_at FROM care.emergency_access e
           WHERE e.practice_id = ctx.practice_id() AND e.client_id = p_client AND e.ended_at IS NULL AND e.ends_at > now() $$;
      REVOKE ALL ON FUNCTION care.running_emergencies(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.running_emergencies(uuid) TO smd_app;
      RESET ROLE;

      SET LOCAL ROLE smd_auth;
      -- Which of these sessions can still be used. An id opens nothing: a session is used by its secret.
      CREATE FUNCTION auth.standing_sessions(p_ids text[], p_idle interval) RETURNS jsonb LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, auth AS
        $$ SELECT coalesce(jsonb_agg(s.id), '[]') FROM auth.session s
           WHERE s.id::text = ANY (p_ids) AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_input_at + p_idle > now() $$;
      REVOKE ALL ON FUNCTION auth.standing_sessions(text[], interval) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.standing_sessions(text[], interval) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION auth.standing_sessions(text[], interval), care.running_emergencies(uuid);
      CREATE OR REPLACE FUNCTION care.client_marks_of_access(p_id uuid)
        RETURNS TABLE (owner_org_id uuid, case_manager_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT owner_org_id, case_manager_id FROM care.client
           WHERE practice_id = ctx.practice_id() AND id = p_id $$`);
  }
}
