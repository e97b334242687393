import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** What is due for a client who is handed over, as the giver wrote or left it: of category 4, apart from the hand-over itself. */
export class HandoverSummaries1764630100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.handover_summary (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 4, handover_id uuid NOT NULL, text text NOT NULL, made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT handover_summary_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT handover_summary_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT handover_summary_handover_fk FOREIGN KEY (practice_id, handover_id) REFERENCES care.handover (practice_id, id),
        CONSTRAINT handover_summary_handover_key UNIQUE (practice_id, handover_id),
        CONSTRAINT handover_summary_category CHECK (category = 4));
      CREATE INDEX handover_summary_client_ix ON care.handover_summary (practice_id, client_id);
      ${protectTable({ name: 'handover_summary', policy: { kind: 'CLIENT', clientColumn: 'client_id' } })}
      -- Who is asked has no relation to the client yet: she reads it while she is asked, where category 4 is shared with her organisation.
      CREATE POLICY asked_reads ON care.handover_summary FOR SELECT TO smd_app USING (
        EXISTS (SELECT FROM care.handover h WHERE h.practice_id = handover_summary.practice_id AND h.id = handover_summary.handover_id
          AND h.state = 'PROPOSED' AND h.to_user_id = (SELECT ctx.user_id()))
        AND (owner_org_id = (SELECT ctx.org_id()) OR EXISTS (SELECT FROM care.access_basis b
          WHERE b.practice_id = handover_summary.practice_id AND b.client_id = handover_summary.client_id AND b.category = 4
            AND b.from_org_id = handover_summary.owner_org_id AND b.to_org_id = (SELECT ctx.org_id()) AND b.validity @> now())));
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.handover_summary');
  }
}
