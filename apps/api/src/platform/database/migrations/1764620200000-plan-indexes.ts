import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan is read by its own id: its goals and evaluations are found by it too, however many the practice has. */
export class PlanIndexes1764620200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE INDEX goal_of_plan_ix ON care.goal (practice_id, plan_id);
      CREATE INDEX evaluation_of_plan_ix ON care.evaluation (practice_id, plan_id);
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX care.goal_of_plan_ix; DROP INDEX care.evaluation_of_plan_ix;');
  }
}
