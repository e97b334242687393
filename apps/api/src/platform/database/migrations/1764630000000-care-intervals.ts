import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a practice sees, evaluates and plans. The defaults are those of the day this was made; later ones are a migration. */
export class CareIntervals1764630000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.practice ADD COLUMN care_intervals jsonb NOT NULL DEFAULT '{
        "contactIntervalDays": {"FRAIL": 90, "COMPLEX": 30}, "evaluationIntervalMonths": 6, "planWithinDays": 42,
        "referralFeedbackDays": 42, "maxCaseload": null}',
        ADD CONSTRAINT practice_care_intervals CHECK (care_intervals ?& ARRAY['contactIntervalDays', 'evaluationIntervalMonths',
          'planWithinDays', 'referralFeedbackDays', 'maxCaseload']);
      GRANT UPDATE (care_intervals) ON care.practice TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE care.practice DROP COLUMN care_intervals');
  }
}
