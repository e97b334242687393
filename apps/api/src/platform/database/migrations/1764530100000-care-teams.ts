import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of a team that begin and end by themselves, and what then has to follow. */
export class CareTeams1764530100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.team_member DROP CONSTRAINT team_member_reason;
      ALTER TABLE care.team_member ADD CONSTRAINT team_member_reason CHECK (reason IN ('GP', 'TEAM', 'CASE_MANAGER', 'HANDOVER'));
      CREATE INDEX team_member_case_manager_ix ON care.team_member (practice_id, client_id)
        WHERE reason IN ('CASE_MANAGER', 'HANDOVER');

      -- When team or consent of this client next change by themselves; from then on the team says who is the case manager,
      -- until the column has followed.
      ALTER TABLE care.client ADD COLUMN changes_at timestamptz;
      CREATE INDEX client_changes_ix ON care.client (practice_id, changes_at) WHERE changes_at IS NOT NULL;

      CREATE FUNCTION care.set_changes_at(p_client uuid, p_at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        UPDATE care.client SET changes_at = p_at
        WHERE practice_id = ctx.practice_id() AND id = p_client AND changes_at IS DISTINCT FROM p_at $$;
      -- The column follows the team, also for who has no part in it any more; a stand-in goes before whom she stands in for.
      CREATE FUNCTION care.settle_case_manager(p_client uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        UPDATE care.client c SET case_manager_id = now_is.user_id, version = version + 1
        FROM (SELECT (SELECT m.user_id FROM care.team_member m WHERE m.practice_id = ctx.practice_id() AND m.client_id = p_client
            AND m.reason IN ('CASE_MANAGER', 'HANDOVER') AND m.active @> least(ctx.now(), now())
          ORDER BY m.reason DESC, lower(m.active) DESC LIMIT 1) AS user_id) AS now_is
        WHERE c.practice_id = ctx.practice_id() AND c.id = p_client AND c.case_manager_id IS DISTINCT FROM now_is.user_id $$;
      CREATE FUNCTION care.due_changes(p_most integer) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND changes_at <= now() ORDER BY changes_at LIMIT p_most $$;
      REVOKE ALL ON FUNCTION care.set_changes_at(uuid, timestamptz), care.settle_case_manager(uuid), care.due_changes(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.set_changes_at(uuid, timestamptz), care.settle_case_manager(uuid), care.due_changes(integer) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.set_changes_at, care.settle_case_manager, care.due_changes;
      ALTER TABLE care.client DROP COLUMN changes_at; DROP INDEX care.team_member_case_manager_ix;`);
  }
}
