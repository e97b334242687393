import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Views of the caseload that somebody keeps under a name: her own, and nobody else's. */
export class SavedViews1764663020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.saved_view (
        practice_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, name text NOT NULL, address text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(), removed_at timestamptz,
        CONSTRAINT saved_view_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT saved_view_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id));
      CREATE UNIQUE INDEX saved_view_name_key ON care.saved_view (practice_id, user_id, lower(name)) WHERE removed_at IS NULL;
      ${protectTable({ name: 'saved_view', policy: { kind: 'OWN' }, updatable: ['name', 'address', 'removed_at'] })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.saved_view');
  }
}
