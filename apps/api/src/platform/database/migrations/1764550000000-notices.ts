import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * What somebody is told in the app: kind and ids, no content. Whoever acts writes the row, for anybody of the practice (the
 * foreign key holds that), and cannot read it back: a notice says that something happened, and to whom that is told is
 * nobody else's business. The person it is for reads it, and can only say that she has read it.
 */
export class Notices1764550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.notice (
        practice_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, kind text NOT NULL, client_id uuid, object_id uuid,
        made_at timestamptz NOT NULL DEFAULT ctx.now(), read_at timestamptz,
        CONSTRAINT notice_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT notice_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT notice_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT notice_kind CHECK (kind ~ '^[A-Z_]{3,60}$'));
      CREATE INDEX notice_user_ix ON care.notice (practice_id, user_id, made_at DESC, id DESC);
      CREATE INDEX notice_unread_ix ON care.notice (practice_id, user_id) WHERE read_at IS NULL;
      CREATE INDEX notice_client_ix ON care.notice (practice_id, client_id);
      ${protectTable({ name: 'notice', policy: { kind: 'ADDRESSED' }, updatable: ['read_at'] })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.notice');
  }
}
