import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The areas of life a practice lays plans out by; none of its own means the seven of the method. */
export class LifeAreas1764663010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.practice ADD COLUMN life_areas jsonb, ADD COLUMN life_areas_version integer NOT NULL DEFAULT 0;
      GRANT UPDATE (life_areas, life_areas_version) ON care.practice TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE care.practice DROP COLUMN life_areas, DROP COLUMN life_areas_version');
  }
}
