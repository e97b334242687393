import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Care of a client by one organisation, with the moment of it. Not here: whatever is about addresses, teams or consents. */
const CLINICAL_CHANGES = [
  `SELECT id AS client_id, owner_org_id, created_at AS at FROM care.client WHERE practice_id = ctx.practice_id()`,
  `SELECT client_id, owner_org_id, greatest(started_at, completed_at, voided_at) FROM care.response WHERE practice_id = ctx.practice_id()`,
  `SELECT client_id, owner_org_id, urgent_call_at FROM care.response_remark WHERE practice_id = ctx.practice_id()`,
  `SELECT client_id, owner_org_id, made_at FROM care.assessment WHERE practice_id = ctx.practice_id()`,
  `SELECT client_id, owner_org_id, assigned_at FROM care.profile_assignment WHERE practice_id = ctx.practice_id()`,
  `SELECT client_id, owner_org_id, made_at FROM care.gap_explanation WHERE practice_id = ctx.practice_id()`,
  `SELECT client_id, owner_org_id, greatest(recorded_at, withdrawn_at) FROM care.client_statement WHERE practice_id = ctx.practice_id()`,
];

/**
 * The last clinical change of each record, per organisation that owns a part of it: asked of the rows each time, never a copy.
 * It tells moments and nothing of what was written, so that a part that is not shared with the reader counts too; records that
 * were merged into another count with that one. For the practice's own people and the log officer.
 */
export class Retention1764580300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.last_clinical_changes() RETURNS TABLE (client_id uuid, owner_org_id uuid, changed_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        WITH part AS (SELECT e.client_id, e.owner_org_id, max(e.at) AS at FROM (
            ${CLINICAL_CHANGES.join('\n            UNION ALL ')}) e GROUP BY 1, 2)
        SELECT w.id, p.owner_org_id, max(p.at) FROM part p
          JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = p.client_id
          CROSS JOIN LATERAL (SELECT CASE WHEN c.merged_into IS NULL THEN c.id ELSE care.merged_into(c.id) END AS id) w
        WHERE p.at IS NOT NULL AND (ctx.scope() = 'practice' OR ctx.setting('role') = 'LOG_OFFICER')
        GROUP BY 1, 2 $$;
      REVOKE ALL ON FUNCTION care.last_clinical_changes() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.last_clinical_changes() TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.last_clinical_changes()');
  }
}
