import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Why a gap of the safety net is left as it is; and the round that a response answers. */
export class GapExplanations1763800400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.gap_explanation (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 4, gap text NOT NULL, reason text NOT NULL, until_on date NOT NULL, made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT gap_explanation_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT gap_explanation_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT gap_explanation_category CHECK (category = 4),
        CONSTRAINT gap_explanation_reason CHECK (char_length(reason) BETWEEN 3 AND 200));
      CREATE INDEX gap_explanation_client_ix ON care.gap_explanation (practice_id, client_id, gap, made_at);
      ${protectTable({ name: 'gap_explanation', policy: { kind: 'CLIENT', clientColumn: 'client_id' } })}

      ALTER TABLE care.response ADD CONSTRAINT response_round_fk FOREIGN KEY (practice_id, round_id)
        REFERENCES care.screening_round (practice_id, id);
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE care.response DROP CONSTRAINT response_round_fk; DROP TABLE care.gap_explanation CASCADE`,
    );
  }
}
