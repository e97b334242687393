import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;

/** Instruments, responses with their answers per consent category, assessments, and profiles. */
export class Questionnaires1763700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.instrument_version (
        practice_id uuid NOT NULL, id uuid NOT NULL, instrument text NOT NULL, instrument_version text NOT NULL,
        pack jsonb NOT NULL, checksum text NOT NULL, loaded_at timestamptz NOT NULL DEFAULT ctx.now(), loaded_by uuid,
        licence_confirmed_at timestamptz, licence_confirmed_by uuid, active boolean NOT NULL, version integer NOT NULL DEFAULT 1,
        CONSTRAINT instrument_version_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT instrument_version_key UNIQUE (practice_id, instrument, instrument_version));
      CREATE UNIQUE INDEX instrument_version_active_key ON care.instrument_version (practice_id, instrument) WHERE active;
      ${protectTable({
        name: 'instrument_version',
        policy: { kind: 'PRACTICE' },
        updatable: ['licence_confirmed_at', 'licence_confirmed_by', 'active', 'version'],
      })}

      CREATE TABLE care.response (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, version integer NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT 1, status text NOT NULL, entry_mode text NOT NULL,
        channel text, completed_on date, completed_by text, completed_with_help_of text, completed_at timestamptz,
        entered_by uuid NOT NULL, started_at timestamptz NOT NULL DEFAULT ctx.now(), round_id uuid,
        gfi_version text NOT NULL, imesa_version text NOT NULL, source text, source_text text,
        missing_pages smallint[] NOT NULL DEFAULT '{}', supersedes_id uuid, amendment_reason text, amendment_code text,
        moved_from_id uuid, void_code text, void_reason text, voided_by uuid, voided_at timestamptz,
        CONSTRAINT response_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT response_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT response_supersedes_fk FOREIGN KEY (practice_id, supersedes_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT response_moved_fk FOREIGN KEY (practice_id, moved_from_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT response_category CHECK (category = 1),
        CONSTRAINT response_status CHECK (status IN ('IN_PROGRESS', 'COMPLETED', 'SUPERSEDED', 'VOID')),
        CONSTRAINT response_entry_mode CHECK (entry_mode IN ('ITEMS', 'SCORE_ONLY')),
        CONSTRAINT response_channel CHECK (channel IN ('PAPER', 'ONLINE', 'INTERVIEW', 'PHONE')),
        CONSTRAINT response_completed_by CHECK (completed_by IN ('SELF', 'WITH_HELP', 'PROXY')),
        CONSTRAINT response_completed CHECK (status IN ('IN_PROGRESS', 'VOID')
          OR completed_on IS NOT NULL AND completed_at IS NOT NULL));
      CREATE UNIQUE INDEX response_in_progress_key ON care.response (practice_id, client_id) WHERE status = 'IN_PROGRESS';
      CREATE INDEX response_client_ix ON care.response (practice_id, client_id, completed_on);
      CREATE INDEX response_supersedes_ix ON care.response (practice_id, supersedes_id) WHERE supersedes_id IS NOT NULL;
      ${protectTable({
        name: 'response',
        policy: { ...ofClient },
        updatable: [
          'version', 'status', 'channel', 'completed_on', 'completed_by', 'completed_with_help_of', 'completed_at',
          'missing_pages', 'void_code', 'void_reason', 'voided_by', 'voided_at',
        ], // prettier-ignore
      })}

      -- One row per consent category: the category is a property of the item, not of the form.
      CREATE TABLE care.answer_sheet (
        practice_id uuid NOT NULL, response_id uuid NOT NULL, category smallint NOT NULL, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, answers jsonb NOT NULL,
        CONSTRAINT answer_sheet_pk PRIMARY KEY (practice_id, response_id, category),
        CONSTRAINT answer_sheet_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT answer_sheet_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT answer_sheet_category CHECK (category IN (2, 3)));
      CREATE INDEX answer_sheet_client_ix ON care.answer_sheet (practice_id, client_id, category);
      ${protectTable({ name: 'answer_sheet', policy: { ...ofClient, ofForm: true }, updatable: ['answers'] })}

      CREATE TABLE care.response_remark (
        practice_id uuid NOT NULL, response_id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 3, remark text NOT NULL, urgent_call_to text, urgent_call_at timestamptz,
        CONSTRAINT response_remark_pk PRIMARY KEY (practice_id, response_id),
        CONSTRAINT response_remark_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT response_remark_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id));
      ${protectTable({
        name: 'response_remark',
        policy: { ...ofClient, ofForm: true },
        updatable: ['remark', 'urgent_call_to', 'urgent_call_at'],
      })}

      CREATE TABLE care.assessment (
        practice_id uuid NOT NULL, response_id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 3, result jsonb NOT NULL, totals jsonb, gfi_lower smallint NOT NULL,
        gfi_upper smallint NOT NULL, imesa_lower smallint NOT NULL, imesa_upper smallint NOT NULL,
        proposed_profile text NOT NULL, empty_form boolean NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT assessment_pk PRIMARY KEY (practice_id, response_id),
        CONSTRAINT assessment_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT assessment_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT assessment_category CHECK (category = 3),
        CONSTRAINT assessment_profile CHECK (proposed_profile IN ('ROBUST', 'FRAIL', 'COMPLEX', 'UNDETERMINED')));
      CREATE INDEX assessment_client_ix ON care.assessment (practice_id, client_id);
      ${protectTable({ name: 'assessment', policy: { ...ofClient } })}

      CREATE TABLE care.profile_assignment (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 3, profile text NOT NULL, assigned_on date NOT NULL,
        assigned_at timestamptz NOT NULL, assigned_by uuid NOT NULL, meeting_id uuid, response_id uuid,
        rule_id text NOT NULL, rule_version text NOT NULL, labels jsonb NOT NULL, basis jsonb, proposed_profile text, reason text, reason_code text,
        CONSTRAINT profile_assignment_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT profile_assignment_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT profile_assignment_response_fk FOREIGN KEY (practice_id, response_id)
          REFERENCES care.response (practice_id, id),
        CONSTRAINT profile_assignment_profile CHECK (profile IN ('ROBUST', 'FRAIL', 'COMPLEX')),
        CONSTRAINT profile_assignment_reason CHECK (char_length(reason) <= 300));
      CREATE INDEX profile_assignment_client_ix ON care.profile_assignment (practice_id, client_id, assigned_at);
      ${protectTable({ name: 'profile_assignment', policy: { ...ofClient } })}

      -- What the lists need of a client's profile: derived, rewritten by refresh_client_profile and nothing else.
      CREATE TABLE care.client_profile (
        practice_id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT 3,
        assigned_profile text, assigned_on date, assigned_by uuid, proposed_profile text, possible_profiles text[],
        proposed_on date, response_id uuid, gfi_lower smallint, gfi_upper smallint, imesa_lower smallint, imesa_upper smallint,
        CONSTRAINT client_profile_pk PRIMARY KEY (practice_id, client_id),
        CONSTRAINT client_profile_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id));
      ${protectTable({ name: 'client_profile', policy: { ...ofClient } })}
      REVOKE INSERT ON care.client_profile FROM smd_app;

      CREATE FUNCTION care.refresh_client_profile(p_client uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        INSERT INTO care.client_profile AS p (practice_id, client_id, owner_org_id, assigned_profile, assigned_on, assigned_by,
          proposed_profile, possible_profiles, proposed_on, response_id, gfi_lower, gfi_upper, imesa_lower, imesa_upper)
        SELECT c.practice_id, c.id, c.owner_org_id, a.profile, a.assigned_on, a.assigned_by, s.proposed_profile,
          s.possible_profiles, s.completed_on, s.response_id, s.gfi_lower, s.gfi_upper, s.imesa_lower, s.imesa_upper
        FROM care.client c
        LEFT JOIN LATERAL (SELECT * FROM care.profile_assignment a
          WHERE a.practice_id = c.practice_id AND a.client_id = c.id ORDER BY a.assigned_at DESC, a.id DESC LIMIT 1) a ON true
        LEFT JOIN LATERAL (SELECT s.*, r.completed_on,
            (SELECT array_agg(value) FROM jsonb_array_elements_text(s.result -> 'possibleProfiles')) AS possible_profiles
          FROM care.response r JOIN care.assessment s ON s.practice_id = r.practice_id AND s.response_id = r.id
          WHERE r.practice_id = c.practice_id AND r.client_id = c.id AND r.status = 'COMPLETED' AND NOT s.empty_form
          ORDER BY r.completed_on DESC, r.completed_at DESC LIMIT 1) s ON true
        WHERE c.practice_id = ctx.practice_id() AND c.id = p_client
        ON CONFLICT (practice_id, client_id) DO UPDATE SET
          assigned_profile = excluded.assigned_profile, assigned_on = excluded.assigned_on, assigned_by = excluded.assigned_by,
          proposed_profile = excluded.proposed_profile, possible_profiles = excluded.possible_profiles,
          proposed_on = excluded.proposed_on, response_id = excluded.response_id, gfi_lower = excluded.gfi_lower,
          gfi_upper = excluded.gfi_upper, imesa_lower = excluded.imesa_lower, imesa_upper = excluded.imesa_upper $$;

      -- A form that moved to the right client leaves one line without content in the wrong record; its content moved along.
      CREATE FUNCTION care.empty_moved_form(p_response uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM care.response v JOIN care.response m ON m.practice_id = v.practice_id AND m.moved_from_id = v.id
            WHERE v.practice_id = ctx.practice_id() AND v.id = p_response AND v.status = 'VOID') THEN
          RAISE EXCEPTION 'the form has not moved';
        END IF;
        UPDATE care.answer_sheet SET answers = '{}' WHERE practice_id = ctx.practice_id() AND response_id = p_response;
        DELETE FROM care.assessment WHERE practice_id = ctx.practice_id() AND response_id = p_response;
        DELETE FROM care.response_remark WHERE practice_id = ctx.practice_id() AND response_id = p_response;
      END $$;
      REVOKE ALL ON FUNCTION care.empty_moved_form(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.empty_moved_form(uuid) TO smd_app;

      -- The response that superseded this one last; itself when none did.
      CREATE FUNCTION care.newest_response(p_id uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, care, ctx AS $$
        WITH RECURSIVE later AS (SELECT p_id AS id, 0 AS step UNION ALL
          SELECT r.id, step + 1 FROM care.response r JOIN later l ON r.supersedes_id = l.id WHERE r.practice_id = ctx.practice_id())
        SELECT id FROM later ORDER BY step DESC LIMIT 1 $$;
      REVOKE ALL ON FUNCTION care.newest_response(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.newest_response(uuid) TO smd_app;

      -- The form another organisation began stands in the way of a new one, seen or not.
      CREATE FUNCTION care.response_in_progress(p_client uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT id FROM care.response
           WHERE practice_id = ctx.practice_id() AND client_id = p_client AND status = 'IN_PROGRESS' $$;
      -- The client an address names, for the log of refusals: seen or not.
      CREATE FUNCTION care.client_of(p_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.response WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.contact_person WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.consent WHERE practice_id = ctx.practice_id() AND id = p_id LIMIT 1 $$;
      REVOKE ALL ON FUNCTION care.refresh_client_profile(uuid), care.response_in_progress(uuid), care.client_of(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.refresh_client_profile(uuid), care.response_in_progress(uuid), care.client_of(uuid) TO smd_app;
      GRANT EXECUTE ON FUNCTION care.client_of(uuid) TO smd_audit_owner;

      CREATE TABLE care.idempotency (
        practice_id uuid NOT NULL, user_id uuid NOT NULL, key text NOT NULL, request_hash bytea NOT NULL,
        client_id uuid, status smallint, answer json, made_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_pk PRIMARY KEY (practice_id, user_id, key));
      ${protectTable({
        name: 'idempotency',
        policy: { kind: 'OWN' },
        updatable: ['client_id', 'status', 'answer'],
      })}
      -- Answers are kept for a day, for clients that lost the first one.
      CREATE FUNCTION care.forget_old_answers() RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ DELETE FROM care.idempotency WHERE practice_id = ctx.practice_id() AND made_at < now() - interval '24 hours' $$;
      REVOKE ALL ON FUNCTION care.forget_old_answers() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.forget_old_answers() TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE care.idempotency, care.client_profile, care.profile_assignment, care.assessment, care.response_remark,
         care.answer_sheet, care.response, care.instrument_version CASCADE`,
    );
  }
}
