import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an id is that of a hand-over, for who may know of its client and not of the row; any other id is not there. */
export class IsHandover1764663030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.is_handover(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.handover WHERE practice_id = ctx.practice_id() AND id = p_id) $$;
      REVOKE ALL ON FUNCTION care.is_handover(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.is_handover(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.is_handover(uuid)');
  }
}
