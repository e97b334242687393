import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the worker, and nobody else, go through the practices to remove what has had its time. */
export class Tidying1763800600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      CREATE FUNCTION auth.practice_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth, care AS $$ SELECT id FROM care.practice $$;
      REVOKE ALL ON FUNCTION auth.practice_ids() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.practice_ids() TO smd_worker;
      RESET ROLE;
      GRANT USAGE ON SCHEMA auth TO smd_worker;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION auth.practice_ids()');
  }
}
