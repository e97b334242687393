import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Lists of clients that were asked for as a file: what and why, for the asker alone. Who decided is in `care.approval`. */
export class BulkExports1764580400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.bulk_export (
        practice_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, approval_id uuid NOT NULL, purpose text NOT NULL,
        columns text[] NOT NULL, clients text NOT NULL, client_count integer NOT NULL, asked_at timestamptz NOT NULL DEFAULT ctx.now(),
        started_at timestamptz, job_id uuid,
        CONSTRAINT bulk_export_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT bulk_export_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT bulk_export_approval_fk FOREIGN KEY (practice_id, approval_id) REFERENCES care.approval (practice_id, id),
        CONSTRAINT bulk_export_approval_key UNIQUE (practice_id, approval_id),
        CONSTRAINT bulk_export_purpose CHECK (char_length(purpose) BETWEEN 10 AND 300),
        CONSTRAINT bulk_export_columns CHECK (cardinality(columns) > 0),
        CONSTRAINT bulk_export_clients CHECK (clients IN ('ACTIVE', 'ALL')),
        CONSTRAINT bulk_export_started CHECK ((started_at IS NULL) = (job_id IS NULL)));
      CREATE INDEX bulk_export_user_ix ON care.bulk_export (practice_id, user_id, asked_at);
      ${protectTable({ name: 'bulk_export', policy: { kind: 'OWN' }, updatable: ['started_at', 'job_id'] })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.bulk_export');
  }
}
