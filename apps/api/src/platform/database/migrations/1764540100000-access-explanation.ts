import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an explanation must know of a client whose row the asker may not read herself: who owns it and who the case
 * manager is. Behind the wall of the practice, as FORCE holds for the owner too.
 */
export class AccessExplanation1764540100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.client_marks_of_access(p_id uuid)
        RETURNS TABLE (owner_org_id uuid, case_manager_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT owner_org_id, case_manager_id FROM care.client
           WHERE practice_id = ctx.practice_id() AND id = p_id $$;
      REVOKE ALL ON FUNCTION care.client_marks_of_access(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.client_marks_of_access(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.client_marks_of_access(uuid)');
  }
}
