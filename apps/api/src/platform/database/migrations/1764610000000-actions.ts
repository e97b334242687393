import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;

/**
 * Actions of plans and meetings, and tasks: one table, so that one list says what somebody has to do. Category is that of what an
 * action hangs on; a task of its own is of category 1. Source: domain.md 8, 9 and 13.8.
 */
export class Actions1764610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.action (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL, kind text NOT NULL, text text NOT NULL, owner_kind text NOT NULL,
        owner_user_id uuid, owner_name text, due_on date NOT NULL, state text NOT NULL DEFAULT 'OPEN', done_on date, reason text,
        postponed_count integer NOT NULL DEFAULT 0, signal_id uuid, by_rule text, made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid NOT NULL, changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT action_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT action_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT action_owner_fk FOREIGN KEY (practice_id, owner_user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT action_category CHECK (category BETWEEN 1 AND 6),
        CONSTRAINT action_kind CHECK (kind IN ('PLAN', 'MEETING', 'TASK')),
        CONSTRAINT action_text CHECK (char_length(text) BETWEEN 1 AND 300),
        CONSTRAINT action_owner_kind CHECK (owner_kind IN ('CLIENT', 'INFORMAL_CARER', 'USER', 'OTHER')),
        CONSTRAINT action_owner_user CHECK ((owner_kind = 'USER') = (owner_user_id IS NOT NULL)),
        CONSTRAINT action_owner_name CHECK (owner_kind NOT IN ('CLIENT', 'USER') OR owner_name IS NULL),
        CONSTRAINT action_other_named CHECK (owner_kind <> 'OTHER' OR owner_name IS NOT NULL),
        CONSTRAINT action_state CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
        CONSTRAINT action_done CHECK ((state = 'DONE') = (done_on IS NOT NULL)),
        CONSTRAINT action_cancelled CHECK (state <> 'CANCELLED' OR reason IS NOT NULL),
        CONSTRAINT action_postponed CHECK (postponed_count >= 0));
      CREATE INDEX action_client_ix ON care.action (practice_id, client_id, state, due_on);
      CREATE INDEX action_owner_ix ON care.action (practice_id, owner_user_id, state, due_on) WHERE owner_user_id IS NOT NULL;
      ${protectTable({
        name: 'action',
        policy: ofClient,
        updatable: [
          'version', 'text', 'owner_kind', 'owner_user_id', 'owner_name', 'due_on', 'state', 'done_on', 'reason', 'postponed_count',
          'changed_by', 'changed_at',
        ], // prettier-ignore
      })}

      -- What was changed of an action: each postponement, each owner, each state, with what it was before. Never changed itself.
      CREATE TABLE care.action_step (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL, category smallint NOT NULL,
        action_id uuid NOT NULL, before jsonb NOT NULL, after jsonb NOT NULL, reason text, postponed boolean NOT NULL,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT action_step_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT action_step_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT action_step_action_fk FOREIGN KEY (practice_id, action_id) REFERENCES care.action (practice_id, id));
      CREATE INDEX action_step_action_ix ON care.action_step (practice_id, action_id, made_at);
      CREATE INDEX action_step_client_ix ON care.action_step (practice_id, client_id, made_at);
      ${protectTable({ name: 'action_step', policy: ofClient })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE care.action_step, care.action CASCADE`);
  }
}
