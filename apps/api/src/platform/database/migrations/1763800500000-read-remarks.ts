import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody wrote online is read by a person: until which day, and by whom it was. */
export class ReadRemarks1763800500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.response_remark ADD COLUMN read_due_on date, ADD COLUMN read_by uuid, ADD COLUMN read_at timestamptz,
        ADD CONSTRAINT response_remark_read CHECK ((read_by IS NULL) = (read_at IS NULL));
      CREATE INDEX response_remark_to_read_ix ON care.response_remark (practice_id, client_id)
        WHERE read_due_on IS NOT NULL AND read_at IS NULL;
      GRANT UPDATE (read_due_on, read_by, read_at) ON care.response_remark TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE care.response_remark DROP COLUMN read_due_on, DROP COLUMN read_by, DROP COLUMN read_at`,
    );
  }
}
