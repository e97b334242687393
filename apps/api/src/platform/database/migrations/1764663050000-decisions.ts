import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a meeting decided can be taken back: an assignment that was undone stays in the history and counts no more. Numbered after the
 * functions it mends.
 */
export class Decisions1764663050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.profile_assignment ADD COLUMN undone_at timestamptz, ADD COLUMN undone_by uuid,
        ADD CONSTRAINT profile_assignment_undone CHECK (num_nonnulls(undone_at, undone_by) IN (0, 2));
      GRANT UPDATE (undone_at, undone_by) ON care.profile_assignment TO smd_app;
      ALTER TABLE care.decision ADD CONSTRAINT decision_referral_fk FOREIGN KEY (practice_id, referral_id)
        REFERENCES care.referral (practice_id, id);
      DO $outer$ DECLARE fn text; was text; BEGIN
        FOREACH fn IN ARRAY '{care.refresh_client_profile,care.agenda_facts}'::text[] LOOP
          was := pg_get_functiondef(fn::regproc);
          EXECUTE regexp_replace(was, '(FROM care.profile_assignment a\\s+WHERE )', '\\1a.undone_at IS NULL AND ');
          IF pg_get_functiondef(fn::regproc) = was THEN RAISE EXCEPTION '% is not as expected', fn; END IF;
        END LOOP;
      END $outer$;

      -- What of the record of a client has moved on since a decision, also where the asker may not see it.
      CREATE FUNCTION care.newest_assignment(p_client uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT a.id FROM care.profile_assignment a WHERE a.practice_id = ctx.practice_id() AND a.client_id = p_client AND a.undone_at IS NULL
        ORDER BY a.assigned_at DESC, a.id DESC LIMIT 1 $$;
      CREATE FUNCTION care.newest_review_decision(p_client uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT d.id FROM care.decision d WHERE d.practice_id = ctx.practice_id() AND d.client_id = p_client
          AND d.kind IN ('NEXT_REVIEW', 'END_REVIEW') AND d.reverses_id IS NULL
          AND NOT EXISTS (SELECT FROM care.decision u WHERE u.practice_id = d.practice_id AND u.reverses_id = d.id)
        ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1 $$;
      REVOKE ALL ON FUNCTION care.newest_assignment(uuid), care.newest_review_decision(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.newest_assignment(uuid), care.newest_review_decision(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.newest_assignment(uuid), care.newest_review_decision(uuid);
      ALTER TABLE care.profile_assignment DROP COLUMN undone_at, DROP COLUMN undone_by;
      ALTER TABLE care.decision DROP CONSTRAINT decision_referral_fk`);
  }
}
