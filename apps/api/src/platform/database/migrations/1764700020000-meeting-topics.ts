import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * What a team talks about besides its clients. Rows of the practice: nothing in them is about one client, which the screen asks who types
 * them. What was not discussed is copied to a next meeting; minutes keep them as they stood. Source: domain.md 10.
 */
export class MeetingTopics1764700020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.meeting_topic (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, meeting_id uuid NOT NULL, place integer NOT NULL,
        text text NOT NULL, note text, discussed boolean NOT NULL DEFAULT false, brought_by uuid NOT NULL,
        brought_at timestamptz NOT NULL DEFAULT ctx.now(), carried_from uuid, withdrawn_at timestamptz, changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_topic_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT meeting_topic_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id),
        CONSTRAINT meeting_topic_carried_fk FOREIGN KEY (practice_id, carried_from) REFERENCES care.meeting_topic (practice_id, id),
        CONSTRAINT meeting_topic_carried_key UNIQUE (practice_id, carried_from),
        CONSTRAINT meeting_topic_text CHECK (char_length(text) BETWEEN 1 AND 200),
        CONSTRAINT meeting_topic_note CHECK (char_length(note) BETWEEN 1 AND 1000));
      CREATE INDEX meeting_topic_meeting_ix ON care.meeting_topic (practice_id, meeting_id, place);
      ${protectTable({
        name: 'meeting_topic',
        policy: { kind: 'PRACTICE' },
        updatable: ['version', 'place', 'text', 'note', 'discussed', 'withdrawn_at', 'changed_by', 'changed_at'],
      })}
      ALTER TABLE care.meeting_minutes ADD COLUMN topics jsonb NOT NULL DEFAULT '[]';
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE care.meeting_minutes DROP COLUMN topics; DROP TABLE care.meeting_topic`);
  }
}
