import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * The review of profiles before a meeting: what people noted of each, one row per time, and which practice nurse was asked to prepare
 * it. What was confirmed needs no row: it is the assignment. Source: domain.md 10, GP review; trust.md 3.
 */
export class ProfileReview1764720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.review_mark (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 3, meeting_id uuid NOT NULL, response_id uuid NOT NULL, mark text NOT NULL,
        marked_by uuid NOT NULL, marked_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT review_mark_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT review_mark_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT review_mark_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id),
        CONSTRAINT review_mark_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT review_mark_category CHECK (category = 3),
        CONSTRAINT review_mark_mark CHECK (mark IN ('OPEN', 'READY', 'DISCUSS')));
      CREATE INDEX review_mark_meeting_ix ON care.review_mark (practice_id, meeting_id, response_id, marked_at);
      CREATE INDEX review_mark_client_ix ON care.review_mark (practice_id, client_id);
      CREATE INDEX review_mark_response_ix ON care.review_mark (practice_id, response_id);
      ${protectTable({ name: 'review_mark', policy: { kind: 'CLIENT', clientColumn: 'client_id' } })}

      ALTER TABLE care.meeting ADD COLUMN review_delegate_id uuid, ADD COLUMN review_delegated_by uuid,
        ADD COLUMN review_delegated_at timestamptz,
        ADD CONSTRAINT meeting_review_delegate_fk FOREIGN KEY (practice_id, review_delegate_id) REFERENCES care.membership (practice_id, id),
        ADD CONSTRAINT meeting_review_delegate CHECK (num_nonnulls(review_delegate_id, review_delegated_by, review_delegated_at) IN (0, 3));
      GRANT UPDATE (review_delegate_id, review_delegated_by, review_delegated_at) ON care.meeting TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE care.review_mark;
      ALTER TABLE care.meeting DROP COLUMN review_delegate_id, DROP COLUMN review_delegated_by, DROP COLUMN review_delegated_at`);
  }
}
