import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;

const STATES = `'PLANNED', 'SENT', 'REMINDED', 'UNDELIVERABLE', 'RECEIVED_COMPLETE', 'RECEIVED_INCOMPLETE', 'SCORED', 'DISCUSSED',
  'PROFILE_ASSIGNED', 'NOT_RETURNED', 'REFUSED', 'NOT_REACHED', 'ADMITTED', 'MOVED', 'DECEASED', 'CANCELLED'`;

/** The yearly round: rounds, invitations with every step they took, second entry, letterhead and access codes. */
export class ScreeningRounds1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.practice
        ADD COLUMN second_entry_borders boolean NOT NULL DEFAULT true,
        ADD COLUMN second_entry_share smallint NOT NULL DEFAULT 0,
        ADD COLUMN reminder_days smallint[] NOT NULL DEFAULT '{21,42}',
        ADD COLUMN rescreen_interval_months smallint NOT NULL DEFAULT 12,
        ADD COLUMN letter_order text NOT NULL DEFAULT 'NAME',
        ADD CONSTRAINT practice_second_entry_share CHECK (second_entry_share BETWEEN 0 AND 100),
        ADD CONSTRAINT practice_reminder_days CHECK (cardinality(reminder_days) = 2),
        ADD CONSTRAINT practice_letter_order CHECK (letter_order IN ('NAME', 'POSTCODE'));
      GRANT UPDATE (second_entry_borders, second_entry_share, reminder_days, rescreen_interval_months, letter_order)
        ON care.practice TO smd_app;

      CREATE TABLE care.letterhead (
        practice_id uuid NOT NULL, version integer NOT NULL, name text, street text, postcode text, city text, phone text,
        opening_hours text, sender_name text, sender_role text, emergency_text text, logo bytea, logo_type text,
        CONSTRAINT letterhead_pk PRIMARY KEY (practice_id),
        CONSTRAINT letterhead_practice_fk FOREIGN KEY (practice_id) REFERENCES care.practice (id),
        CONSTRAINT letterhead_logo CHECK (logo_type IN ('image/png', 'image/jpeg')));
      ${protectTable({
        name: 'letterhead',
        policy: { kind: 'PRACTICE' },
        updatable: [
          'version', 'name', 'street', 'postcode', 'city', 'phone', 'opening_hours', 'sender_name', 'sender_role',
          'emergency_text', 'logo', 'logo_type',
        ], // prettier-ignore
      })}

      CREATE TABLE care.screening_round (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL, name text NOT NULL, state text NOT NULL,
        reference_date date NOT NULL, return_by date NOT NULL, invitation_on date, reminder_1_on date, reminder_2_on date,
        left_out jsonb, made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), opened_at timestamptz,
        closed_at timestamptz, closed_by uuid, cancelled_at timestamptz, cancelled_by uuid, cancel_reason text,
        CONSTRAINT screening_round_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT screening_round_state CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'CANCELLED')));
      ${protectTable({
        name: 'screening_round',
        policy: { kind: 'PRACTICE' },
        updatable: [
          'version', 'name', 'state', 'reference_date', 'return_by', 'invitation_on', 'reminder_1_on', 'reminder_2_on', 'left_out',
          'opened_at', 'closed_at', 'closed_by', 'cancelled_at', 'cancelled_by', 'cancel_reason',
        ], // prettier-ignore
      })}

      CREATE TABLE care.screening_invitation (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, round_id uuid NOT NULL, state text NOT NULL, form_code text NOT NULL,
        gfi_version text NOT NULL, imesa_version text NOT NULL, route text, sent_on date, reminded_1_on date, reminded_2_on date,
        undeliverable_on date, response_id uuid, before_response text, exit_reason text, refuses_later boolean,
        phoned_on date, asking_closed_at timestamptz, asking_closed_by uuid, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT screening_invitation_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT screening_invitation_form_code_key UNIQUE (practice_id, form_code),
        CONSTRAINT screening_invitation_client_key UNIQUE (practice_id, round_id, client_id),
        CONSTRAINT screening_invitation_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT screening_invitation_round_fk FOREIGN KEY (practice_id, round_id) REFERENCES care.screening_round (practice_id, id),
        CONSTRAINT screening_invitation_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT screening_invitation_category CHECK (category = 1),
        CONSTRAINT screening_invitation_route CHECK (route IN ('MAIL', 'HANDED_OVER', 'HOME_VISIT')),
        CONSTRAINT screening_invitation_state CHECK (state IN (${STATES})));
      CREATE INDEX screening_invitation_client_ix ON care.screening_invitation (practice_id, client_id);
      CREATE INDEX screening_invitation_response_ix ON care.screening_invitation (practice_id, response_id);
      ${protectTable({
        name: 'screening_invitation',
        policy: { ...ofClient },
        updatable: [
          'version', 'state', 'route', 'sent_on', 'reminded_1_on', 'reminded_2_on', 'undeliverable_on', 'response_id',
          'before_response', 'exit_reason', 'refuses_later', 'phoned_on', 'asking_closed_at', 'asking_closed_by', 'changed_at',
        ], // prettier-ignore
      })}

      -- Every step with who, when and why; nothing is overwritten.
      CREATE TABLE care.screening_step (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, invitation_id uuid NOT NULL, from_state text, to_state text NOT NULL, step text NOT NULL,
        step_on date, reason text, made_by uuid, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT screening_step_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT screening_step_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT screening_step_invitation_fk FOREIGN KEY (practice_id, invitation_id)
          REFERENCES care.screening_invitation (practice_id, id));
      CREATE INDEX screening_step_invitation_ix ON care.screening_step (practice_id, invitation_id);
      ${protectTable({ name: 'screening_step', policy: { ...ofClient } })}

      CREATE TABLE care.second_entry (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 3, response_id uuid NOT NULL, cause text NOT NULL, state text NOT NULL, due_on date NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(), entered_by uuid, compared_at timestamptz, items_compared smallint,
        items_different smallint, items_changed smallint, closed_by uuid, closed_at timestamptz, waive_reason text,
        CONSTRAINT second_entry_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT second_entry_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT second_entry_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT second_entry_category CHECK (category = 3),
        CONSTRAINT second_entry_cause CHECK (cause IN ('BORDER', 'RANDOM')),
        CONSTRAINT second_entry_state CHECK (state IN ('PENDING', 'DIFFERENT', 'EQUAL', 'RESOLVED', 'WAIVED', 'DROPPED')));
      CREATE UNIQUE INDEX second_entry_open_key ON care.second_entry (practice_id, response_id) WHERE state IN ('PENDING', 'DIFFERENT');
      CREATE INDEX second_entry_client_ix ON care.second_entry (practice_id, client_id);
      ${protectTable({
        name: 'second_entry',
        policy: { ...ofClient },
        updatable: [
          'version', 'state', 'entered_by', 'compared_at', 'items_compared', 'items_different', 'items_changed', 'closed_by',
          'closed_at', 'waive_reason',
        ], // prettier-ignore
      })}
      CREATE TABLE care.second_entry_sheet (
        practice_id uuid NOT NULL, second_entry_id uuid NOT NULL, category smallint NOT NULL, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, answers jsonb NOT NULL,
        CONSTRAINT second_entry_sheet_pk PRIMARY KEY (practice_id, second_entry_id, category),
        CONSTRAINT second_entry_sheet_entry_fk FOREIGN KEY (practice_id, second_entry_id) REFERENCES care.second_entry (practice_id, id),
        CONSTRAINT second_entry_sheet_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT second_entry_sheet_category CHECK (category IN (2, 3)));
      CREATE INDEX second_entry_sheet_client_ix ON care.second_entry_sheet (practice_id, client_id, category);
      ${protectTable({ name: 'second_entry_sheet', policy: { ...ofClient }, updatable: ['answers'] })}

      -- The person who answers online sees and changes the head of her own form only.
      CREATE POLICY seen_by_respondent ON care.response FOR SELECT TO smd_app
        USING ((SELECT ctx.scope()) = 'form' AND id = (SELECT ctx.response_id()));
      CREATE POLICY edit_by_respondent ON care.response FOR UPDATE TO smd_app
        USING ((SELECT ctx.scope()) = 'form' AND id = (SELECT ctx.response_id())) WITH CHECK (true);
      CREATE POLICY add_by_respondent ON care.response AS RESTRICTIVE FOR INSERT TO smd_app
        WITH CHECK ((SELECT ctx.scope()) <> 'form' OR id = (SELECT ctx.response_id()));
      CREATE POLICY add_by_respondent ON care.assessment AS RESTRICTIVE FOR INSERT TO smd_app
        WITH CHECK ((SELECT ctx.scope()) <> 'form' OR response_id = (SELECT ctx.response_id()));

      -- The client an address names, for the log of refusals: seen or not.
      CREATE OR REPLACE FUNCTION care.client_of(p_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.response WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.contact_person WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.consent WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.screening_invitation WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.second_entry WHERE practice_id = ctx.practice_id() AND id = p_id LIMIT 1 $$;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE care.second_entry_sheet, care.second_entry, care.screening_step, care.screening_invitation,
      care.screening_round, care.letterhead CASCADE;
      DROP POLICY seen_by_respondent ON care.response; DROP POLICY edit_by_respondent ON care.response;
      DROP POLICY add_by_respondent ON care.response; DROP POLICY add_by_respondent ON care.assessment`);
  }
}
