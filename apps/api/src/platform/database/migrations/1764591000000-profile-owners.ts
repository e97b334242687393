import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who assigned a profile and who typed the form behind a proposal may be of other organisations than the practice, and of each
 * other's: the row for lists says whose each half is, so that each is shown to whom its writer's row would be.
 */
export class ProfileOwners1764591000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.client_profile ADD COLUMN assigned_owner_id uuid, ADD COLUMN proposed_owner_id uuid;
      CREATE OR REPLACE FUNCTION care.refresh_client_profile(p_client uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        INSERT INTO care.client_profile AS p (practice_id, client_id, owner_org_id, assigned_profile, assigned_on, assigned_by,
          assigned_owner_id, proposed_profile, possible_profiles, proposed_on, proposed_owner_id, response_id, gfi_lower, gfi_upper,
          imesa_lower, imesa_upper)
        SELECT c.practice_id, c.id, c.owner_org_id, a.profile, a.assigned_on, a.assigned_by, a.owner_org_id, s.proposed_profile,
          s.possible_profiles, s.completed_on, s.owner_org_id, s.response_id, s.gfi_lower, s.gfi_upper, s.imesa_lower, s.imesa_upper
        FROM care.client c
        LEFT JOIN LATERAL (SELECT * FROM care.profile_assignment a
          WHERE a.practice_id = c.practice_id AND a.client_id = c.id ORDER BY a.assigned_at DESC, a.id DESC LIMIT 1) a ON true
        LEFT JOIN LATERAL (SELECT s.*, r.completed_on,
            (SELECT array_agg(value) FROM jsonb_array_elements_text(s.result -> 'possibleProfiles')) AS possible_profiles
          FROM care.response r JOIN care.assessment s ON s.practice_id = r.practice_id AND s.response_id = r.id
          WHERE r.practice_id = c.practice_id AND r.client_id = c.id AND r.status = 'COMPLETED' AND NOT s.empty_form
          ORDER BY r.completed_on DESC, r.completed_at DESC LIMIT 1) s ON true
        WHERE c.practice_id = ctx.practice_id() AND c.id = p_client
        ON CONFLICT (practice_id, client_id) DO UPDATE SET
          assigned_profile = excluded.assigned_profile, assigned_on = excluded.assigned_on, assigned_by = excluded.assigned_by,
          assigned_owner_id = excluded.assigned_owner_id, proposed_profile = excluded.proposed_profile,
          possible_profiles = excluded.possible_profiles, proposed_on = excluded.proposed_on,
          proposed_owner_id = excluded.proposed_owner_id, response_id = excluded.response_id, gfi_lower = excluded.gfi_lower,
          gfi_upper = excluded.gfi_upper, imesa_lower = excluded.imesa_lower, imesa_upper = excluded.imesa_upper $$;
      -- Rows from before, practice by practice: the wall stands for the owner of the tables too, but for the list of practices.
      ALTER TABLE care.practice NO FORCE ROW LEVEL SECURITY;
      DO $$ DECLARE p uuid; BEGIN
        FOREACH p IN ARRAY (SELECT coalesce(array_agg(id), '{}') FROM care.practice) LOOP
          PERFORM set_config('app.practice_id', p::text, true);
          PERFORM care.refresh_client_profile(client_id) FROM care.client_profile WHERE practice_id = p;
          IF EXISTS (SELECT FROM care.client_profile WHERE practice_id = p AND (
              (assigned_profile IS NULL) <> (assigned_owner_id IS NULL) OR (proposed_profile IS NULL) <> (proposed_owner_id IS NULL))) THEN
            RAISE EXCEPTION 'a profile without an owner';
          END IF;
        END LOOP;
        PERFORM set_config('app.practice_id', '', true);
      END $$;
      ALTER TABLE care.practice FORCE ROW LEVEL SECURITY;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE care.client_profile DROP COLUMN assigned_owner_id, DROP COLUMN proposed_owner_id`);
  }
}
