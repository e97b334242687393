import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a contact person stands in a record, for who may know of the record and not of the row: one that was removed is gone for all. */
export class ContactPersonStands1764663000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.contact_person_stands(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.contact_person WHERE practice_id = ctx.practice_id() AND id = p_id AND removed_at IS NULL) $$;
      REVOKE ALL ON FUNCTION care.contact_person_stands(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.contact_person_stands(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.contact_person_stands(uuid)');
  }
}
