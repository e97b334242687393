import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;

/** What follows from other columns, or only counts; of a BSN the sealed number is kept, never the index it is found by. */
const DERIVED = `'{version,sort_name,search_text,duplicate_key,bsn_bidx,created_at}'::text[]`;

/** The old and the new value of every column that changed, in one row per row that changed. */
const CHANGED = (dropped: string): string => `CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(b.key, b.value) AS before, jsonb_object_agg(b.key, a.value) AS after
    FROM jsonb_each(to_jsonb(o) - ${dropped}) b JOIN jsonb_each(to_jsonb(n)) a ON a.key = b.key
    WHERE a.value IS DISTINCT FROM b.value) d
  WHERE d.before IS NOT NULL`;

const NOTE = `INSERT INTO care.data_change (practice_id, id, client_id, owner_org_id, subject, subject_id, kind, row_version,
  changed_by, reason, before, after)`;

/**
 * Rights of the client: what identity data were before they were corrected, statements of the client, restriction, and the
 * exports made of a record. Source: `trust.md` 2.
 */
export class ClientRights1764570000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      -- Written by triggers only, so that no way of changing a client can forget it.
      CREATE TABLE care.data_change (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, subject text NOT NULL, subject_id uuid NOT NULL, kind text NOT NULL,
        row_version integer NOT NULL, changed_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid, reason text,
        before jsonb NOT NULL, after jsonb NOT NULL,
        CONSTRAINT data_change_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT data_change_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT data_change_category CHECK (category = 1),
        CONSTRAINT data_change_subject CHECK (subject IN ('CLIENT', 'CONTACT_PERSON')),
        CONSTRAINT data_change_kind CHECK (kind IN ('ADDED', 'CHANGED')));
      CREATE INDEX data_change_client_ix ON care.data_change (practice_id, client_id, changed_at);
      ${protectTable({ name: 'data_change', policy: ofClient })}
      REVOKE INSERT ON care.data_change FROM smd_app;
      -- A trigger adds a row of the same practice as the one that changed, also where nobody set a practice.
      ALTER POLICY tenant ON care.data_change TO smd_app;

      CREATE FUNCTION care.note_client_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        ${NOTE}
        SELECT n.practice_id, gen_random_uuid(), n.id, n.owner_org_id, 'CLIENT', n.id, 'CHANGED', n.version, ctx.user_id(),
          ctx.setting('change_reason'), d.before, d.after
        FROM new_rows n JOIN old_rows o ON o.practice_id = n.practice_id AND o.id = n.id
        ${CHANGED(`(${DERIVED} || CASE WHEN o.bsn_bidx IS NOT DISTINCT FROM n.bsn_bidx THEN '{bsn_cipher}'::text[] ELSE '{}' END)`)};
        RETURN NULL;
      END $$;
      CREATE FUNCTION care.note_contact_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        ${NOTE}
        SELECT n.practice_id, gen_random_uuid(), n.client_id, n.owner_org_id, 'CONTACT_PERSON', n.id, 'CHANGED', n.version,
          ctx.user_id(), ctx.setting('change_reason'), d.before, d.after
        FROM new_rows n JOIN old_rows o ON o.practice_id = n.practice_id AND o.id = n.id
        ${CHANGED(DERIVED)};
        RETURN NULL;
      END $$;
      CREATE FUNCTION care.note_new_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        ${NOTE}
        SELECT n.practice_id, gen_random_uuid(), n.client_id, n.owner_org_id, 'CONTACT_PERSON', n.id, 'ADDED', n.version,
          ctx.user_id(), ctx.setting('change_reason'), '{}', jsonb_strip_nulls(to_jsonb(n))
            - '{practice_id,id,client_id,owner_org_id,category,version}'::text[]
        FROM new_rows n;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION care.note_client_changes(), care.note_contact_changes(), care.note_new_contact() FROM PUBLIC;
      CREATE TRIGGER client_changes AFTER UPDATE ON care.client REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION care.note_client_changes();
      CREATE TRIGGER contact_changes AFTER UPDATE ON care.contact_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION care.note_contact_changes();
      CREATE TRIGGER new_contact AFTER INSERT ON care.contact_person REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION care.note_new_contact();

      CREATE TABLE care.client_statement (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL, response_id uuid, profile_assignment_id uuid, statement text NOT NULL, given_by text NOT NULL,
        given_on date NOT NULL, recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL DEFAULT ctx.now(),
        withdrawn_at timestamptz, withdrawn_by uuid, withdrawal_reason text,
        CONSTRAINT client_statement_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT client_statement_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT client_statement_response_fk FOREIGN KEY (practice_id, response_id) REFERENCES care.response (practice_id, id),
        CONSTRAINT client_statement_assignment_fk FOREIGN KEY (practice_id, profile_assignment_id)
          REFERENCES care.profile_assignment (practice_id, id),
        CONSTRAINT client_statement_length CHECK (char_length(statement) BETWEEN 1 AND 2000),
        CONSTRAINT client_statement_given_by CHECK (given_by IN ('CLIENT', 'REPRESENTATIVE')),
        CONSTRAINT client_statement_about CHECK (num_nonnulls(response_id, profile_assignment_id) <= 1),
        CONSTRAINT client_statement_category
          CHECK (category = CASE WHEN num_nonnulls(response_id, profile_assignment_id) = 1 THEN 3 ELSE 1 END),
        CONSTRAINT client_statement_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3)));
      CREATE INDEX client_statement_client_ix ON care.client_statement (practice_id, client_id, given_on);
      ${protectTable({
        name: 'client_statement',
        policy: ofClient,
        updatable: ['withdrawn_at', 'withdrawn_by', 'withdrawal_reason'],
      })}

      CREATE TABLE care.client_restriction (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, state text NOT NULL, reason text NOT NULL, asked_by text NOT NULL,
        asked_on date NOT NULL, registered_by uuid NOT NULL, registered_at timestamptz NOT NULL DEFAULT ctx.now(),
        decided_by uuid, decided_at timestamptz, decision_reason text, lifted_by uuid, lifted_at timestamptz, lift_reason text,
        CONSTRAINT client_restriction_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT client_restriction_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT client_restriction_category CHECK (category = 1),
        CONSTRAINT client_restriction_state CHECK (state IN ('REQUESTED', 'IN_FORCE', 'REFUSED', 'LIFTED')),
        CONSTRAINT client_restriction_asked_by CHECK (asked_by IN ('CLIENT', 'REPRESENTATIVE')),
        CONSTRAINT client_restriction_decided CHECK ((state = 'REQUESTED') = (decided_by IS NULL)),
        CONSTRAINT client_restriction_lifted CHECK ((state = 'LIFTED') = (lifted_by IS NOT NULL)));
      CREATE UNIQUE INDEX client_restriction_open_key ON care.client_restriction (practice_id, client_id)
        WHERE state IN ('REQUESTED', 'IN_FORCE');
      CREATE INDEX client_restriction_client_ix ON care.client_restriction (practice_id, client_id);
      ${protectTable({
        name: 'client_restriction',
        policy: ofClient,
        updatable: [
          'state', 'decided_by', 'decided_at', 'decision_reason', 'lifted_by', 'lifted_at', 'lift_reason',
        ], // prettier-ignore
      })}

      -- A restricted client is the GP's alone: every list, count, search, round and job that reads clients meets this line.
      CREATE POLICY shielded ON care.client AS RESTRICTIVE TO smd_app
        USING (NOT restricted OR (SELECT ctx.setting('role')) = 'GP') WITH CHECK (true);
      -- The line above hides the row; that it is restricted decides between 403 and 404.
      CREATE FUNCTION care.client_restricted(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT EXISTS (SELECT 1 FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id AND restricted) $$;
      -- An import must know whom it leaves alone, or it would take her for a new client.
      CREATE FUNCTION care.clients_to_leave_alone() RETURNS SETOF care.client LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT * FROM care.client WHERE practice_id = ctx.practice_id() AND restricted
             AND ctx.scope() = 'practice' AND ctx.setting('role') <> 'GP' $$;
      REVOKE ALL ON FUNCTION care.client_restricted(uuid), care.clients_to_leave_alone() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.client_restricted(uuid), care.clients_to_leave_alone() TO smd_app;

      -- Which exports were made of a record, and what sharing each rested on.
      CREATE TABLE care.client_export (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, format text NOT NULL, made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(), document_id uuid NOT NULL, content_hash text NOT NULL, row_counts jsonb NOT NULL,
        shared jsonb NOT NULL,
        CONSTRAINT client_export_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT client_export_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT client_export_category CHECK (category = 1),
        CONSTRAINT client_export_format CHECK (format IN ('PDF', 'JSON', 'FHIR')));
      CREATE INDEX client_export_client_ix ON care.client_export (practice_id, client_id, made_at);
      CREATE INDEX client_export_document_ix ON care.client_export (practice_id, document_id);
      ${protectTable({ name: 'client_export', policy: ofClient })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY shielded ON care.client;
      DROP FUNCTION care.clients_to_leave_alone(), care.client_restricted(uuid);
      DROP TRIGGER client_changes ON care.client; DROP TRIGGER contact_changes ON care.contact_person;
      DROP TRIGGER new_contact ON care.contact_person;
      DROP FUNCTION care.note_client_changes(), care.note_contact_changes(), care.note_new_contact();
      DROP TABLE care.client_export, care.client_restriction, care.client_statement, care.data_change CASCADE`);
  }
}
