import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who presents a running meeting, and the place on the agenda that her screen shows: a number, nothing of a client. */
export class ShownPlace1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.meeting ADD COLUMN presented_by uuid, ADD COLUMN shown_place integer,
        ADD CONSTRAINT meeting_presented_fk FOREIGN KEY (practice_id, presented_by) REFERENCES care.membership (practice_id, id),
        ADD CONSTRAINT meeting_presented CHECK (presented_by IS NULL OR state = 'RUNNING'),
        ADD CONSTRAINT meeting_shown CHECK (shown_place IS NULL OR presented_by IS NOT NULL);
      GRANT UPDATE (presented_by, shown_place) ON care.meeting TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE care.meeting DROP COLUMN shown_place, DROP COLUMN presented_by');
  }
}
