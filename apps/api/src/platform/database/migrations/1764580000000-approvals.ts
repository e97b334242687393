import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Acts that wait for a second person, and which clients each of them is about. */
export class Approvals1764580000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.approval (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, kind text NOT NULL,
        subject jsonb NOT NULL, about_account_id uuid, asked_by uuid NOT NULL, asked_at timestamptz NOT NULL DEFAULT ctx.now(),
        reason text, state text NOT NULL DEFAULT 'OPEN', decided_by uuid, decided_at timestamptz, note text,
        CONSTRAINT approval_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT approval_asked_fk FOREIGN KEY (practice_id, asked_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT approval_decided_fk FOREIGN KEY (practice_id, decided_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT approval_second_person CHECK (state NOT IN ('APPROVED', 'REFUSED') OR decided_by <> asked_by),
        CONSTRAINT approval_decided CHECK ((state = 'OPEN') = (decided_at IS NULL) AND (state = 'OPEN') = (decided_by IS NULL)),
        CONSTRAINT approval_state CHECK (state IN ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')));
      CREATE INDEX approval_state_ix ON care.approval (practice_id, state, asked_at);
      ${protectTable({
        name: 'approval',
        policy: { kind: 'PRACTICE' },
        updatable: ['version', 'state', 'decided_by', 'decided_at', 'note'],
      })}

      CREATE TABLE care.approval_client (
        practice_id uuid NOT NULL, approval_id uuid NOT NULL, client_id uuid NOT NULL,
        CONSTRAINT approval_client_pk PRIMARY KEY (practice_id, approval_id, client_id),
        CONSTRAINT approval_client_approval_fk FOREIGN KEY (practice_id, approval_id) REFERENCES care.approval (practice_id, id),
        CONSTRAINT approval_client_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id));
      CREATE INDEX approval_client_client_ix ON care.approval_client (practice_id, client_id);
      ${protectTable({ name: 'approval_client', policy: { kind: 'PRACTICE' } })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.approval_client, care.approval');
  }
}
