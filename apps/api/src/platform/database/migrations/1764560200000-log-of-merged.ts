import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was in the register twice reads one log: of the record that stayed, and of those that went into it. */
export class LogOfMerged1764560200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // plpgsql binds late: the table of merges comes in a later migration
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.with_merged(p_client uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        RETURN (WITH RECURSIVE joined AS (
            SELECT p_client AS id, 0 AS depth
            UNION ALL
            SELECT m.merged_id, j.depth + 1 FROM joined j JOIN care.merge m ON m.practice_id = ctx.practice_id()
              AND m.survivor_id = j.id AND m.state = 'DONE' WHERE j.depth < 20)
          SELECT array_agg(j.id ORDER BY j.depth, j.id) FROM joined j);
      END $$;
      REVOKE ALL ON FUNCTION care.with_merged(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.with_merged(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.with_merged(uuid)');
  }
}
