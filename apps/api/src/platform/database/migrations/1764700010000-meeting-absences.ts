import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * Who says beforehand that she will not be there, who takes part in her place, and whom a meeting was called to mind. Nothing in it is
 * about a client. Source: domain.md 10; trust.md 3.
 */
export class MeetingAbsences1764700010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.meeting_attendee ADD COLUMN absent boolean NOT NULL DEFAULT false, ADD COLUMN instead_of uuid,
        ADD CONSTRAINT meeting_attendee_instead_of_fk FOREIGN KEY (practice_id, meeting_id, instead_of)
          REFERENCES care.meeting_attendee (practice_id, meeting_id, user_id),
        ADD CONSTRAINT meeting_attendee_absent CHECK (NOT (absent AND present IS TRUE));
      GRANT UPDATE (absent, instead_of) ON care.meeting_attendee TO smd_app;

      ALTER TABLE care.meeting_series ADD COLUMN reminder_days smallint[] NOT NULL DEFAULT '{7,1}',
        ADD CONSTRAINT meeting_series_reminder_days CHECK (cardinality(reminder_days) <= 5);
      GRANT UPDATE (reminder_days) ON care.meeting_series TO smd_app;

      -- A reminder is given once per day on which a meeting is; moved to another day it is another one.
      CREATE TABLE care.meeting_reminder (
        practice_id uuid NOT NULL, meeting_id uuid NOT NULL, user_id uuid NOT NULL, meeting_on date NOT NULL, days_before smallint NOT NULL,
        given_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_reminder_pk PRIMARY KEY (practice_id, meeting_id, user_id, meeting_on, days_before),
        CONSTRAINT meeting_reminder_attendee_fk FOREIGN KEY (practice_id, meeting_id, user_id)
          REFERENCES care.meeting_attendee (practice_id, meeting_id, user_id));
      ${protectTable({ name: 'meeting_reminder', policy: { kind: 'PRACTICE' } })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE care.meeting_reminder;
      ALTER TABLE care.meeting_series DROP COLUMN reminder_days;
      ALTER TABLE care.meeting_attendee DROP COLUMN absent, DROP COLUMN instead_of`);
  }
}
