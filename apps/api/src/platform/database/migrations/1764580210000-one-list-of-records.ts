import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `care.records_of` and `care.with_merged` answered the same question: the first stays. */
export class OneListOfRecords1764580210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL ROLE smd_owner;
      DROP FUNCTION care.with_merged(uuid);
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.with_merged(p_client uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS 'SELECT care.records_of(p_client)';
      REVOKE ALL ON FUNCTION care.with_merged(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.with_merged(uuid) TO smd_app;
      RESET ROLE;`);
  }
}
