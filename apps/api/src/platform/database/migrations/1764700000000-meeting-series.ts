import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofPractice = { kind: 'PRACTICE' } as const;

/**
 * The series of a practice: its rhythm, how a meeting is held, and who is asked for it. Nothing in it is about a client. Each meeting
 * keeps the day of the rhythm it was made for and how long it takes, so that neither follows a later change. Source: domain.md 10.
 */
export class MeetingSeries1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.meeting_series (
        practice_id uuid NOT NULL, version integer NOT NULL, week text, weekday smallint, time text, minutes smallint NOT NULL,
        minutes_per_client smallint, place text, video_link text, changed_by uuid NOT NULL, changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_series_pk PRIMARY KEY (practice_id),
        CONSTRAINT meeting_series_practice_fk FOREIGN KEY (practice_id) REFERENCES care.practice (id),
        CONSTRAINT meeting_series_rhythm CHECK (num_nonnulls(week, weekday, time) IN (0, 3)),
        CONSTRAINT meeting_series_week CHECK (week IN ('FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST')),
        CONSTRAINT meeting_series_weekday CHECK (weekday BETWEEN 1 AND 7),
        CONSTRAINT meeting_series_time CHECK (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        CONSTRAINT meeting_series_minutes CHECK (minutes BETWEEN 15 AND 480),
        CONSTRAINT meeting_series_minutes_per_client CHECK (minutes_per_client BETWEEN 1 AND 60),
        CONSTRAINT meeting_series_place CHECK (char_length(place) <= 120),
        CONSTRAINT meeting_series_video_link CHECK (char_length(video_link) <= 300));
      ${protectTable({
        name: 'meeting_series',
        policy: ofPractice,
        updatable: [
          'version', 'week', 'weekday', 'time', 'minutes', 'minutes_per_client', 'place', 'video_link', 'changed_by', 'changed_at',
        ], // prettier-ignore
      })}

      CREATE TABLE care.meeting_series_member (
        practice_id uuid NOT NULL, user_id uuid NOT NULL, stand_in_id uuid, removed_at timestamptz,
        CONSTRAINT meeting_series_member_pk PRIMARY KEY (practice_id, user_id),
        CONSTRAINT meeting_series_member_series_fk FOREIGN KEY (practice_id) REFERENCES care.meeting_series (practice_id),
        CONSTRAINT meeting_series_member_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT meeting_series_member_stand_in_fk FOREIGN KEY (practice_id, stand_in_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT meeting_series_member_stand_in CHECK (stand_in_id <> user_id));
      CREATE INDEX meeting_series_member_stand_in_ix ON care.meeting_series_member (practice_id, stand_in_id) WHERE stand_in_id IS NOT NULL;
      ${protectTable({ name: 'meeting_series_member', policy: ofPractice, updatable: ['stand_in_id', 'removed_at'] })}

      ALTER TABLE care.meeting ADD COLUMN series_on date, ADD COLUMN minutes smallint NOT NULL DEFAULT 60,
        ADD COLUMN minutes_per_client smallint;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE care.meeting DROP COLUMN series_on, DROP COLUMN minutes, DROP COLUMN minutes_per_client;
      DROP TABLE care.meeting_series_member, care.meeting_series`);
  }
}
