import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const PARTS = `ARRAY['FORMS', 'CARE_PLANS', 'TREATMENT', 'SURROUNDINGS', 'CONTACTS', 'MEETINGS']`;

/**
 * Destroying a part of a record (ADR 20): the ledger names the rows themselves, so that a replay after a restore takes away these
 * and nothing that was written since.
 */
export class PartialDestructions1764730100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE care.destruction_request ADD COLUMN parts text[],
        DROP CONSTRAINT destruction_request_state, DROP CONSTRAINT destruction_request_refused,
        ADD CONSTRAINT destruction_request_state CHECK (state IN ('RECEIVED', 'GRANTED', 'PARTLY', 'REFUSED')),
        ADD CONSTRAINT destruction_request_kept CHECK ((state IN ('PARTLY', 'REFUSED')) = (reason_code IS NOT NULL)),
        ADD CONSTRAINT destruction_request_parts CHECK ((state = 'PARTLY') = (parts IS NOT NULL) AND parts <@ ${PARTS} AND parts <> '{}');
      GRANT UPDATE (parts) ON care.destruction_request TO smd_app;
      SET LOCAL ROLE smd_owner;

      -- Ids, day and part, and nothing about the person; no foreign key, since what it names is gone. Never changed.
      CREATE TABLE care.partial_destruction (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, part text NOT NULL, row_ids uuid[] NOT NULL,
        decided_by uuid NOT NULL, decided_on date NOT NULL,
        CONSTRAINT partial_destruction_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT partial_destruction_part CHECK (part = ANY (${PARTS})),
        CONSTRAINT partial_destruction_rows CHECK (row_ids <> '{}'));
      ${protectTable({ name: 'partial_destruction', policy: { kind: 'PRACTICE' } })}

      -- The tables that a part begins with; what refers to their rows goes with them.
      CREATE FUNCTION care.tables_of_part(p_part text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
        SELECT CASE p_part
          WHEN 'FORMS' THEN ARRAY['profile_assignment', 'response']
          WHEN 'CARE_PLANS' THEN ARRAY['care_plan']
          WHEN 'TREATMENT' THEN ARRAY['treatment_plan', 'directive', 'care_planning_talk']
          WHEN 'SURROUNDINGS' THEN ARRAY['network', 'surroundings_plan']
          WHEN 'CONTACTS' THEN ARRAY['signal', 'contact_moment', 'referral']
          WHEN 'MEETINGS' THEN ARRAY['agenda_item', 'agenda_topic'] END $$;

      -- What a part of a record holds now, also what is not shared with who decides: it is the client who asks.
      CREATE FUNCTION care.rows_of_part(p_client uuid, p_part text) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE tab text; here uuid[]; found uuid[] := '{}';
      BEGIN
        FOREACH tab IN ARRAY care.tables_of_part(p_part) LOOP
          EXECUTE format('SELECT array_agg(id ORDER BY id) FROM care.%I WHERE practice_id = $1 AND client_id = ANY ($2)', tab)
            INTO here USING ctx.practice_id(), care.records_of(p_client);
          found := found || here;
        END LOOP;
        RETURN found;
      END $$;

      -- Removes the rows that a line of the ledger names, and what is left of them elsewhere. Tells how many rows went; 0 where
      -- there was nothing left.
      CREATE FUNCTION care.destroy_part(p_ledger uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE d care.partial_destruction; tab text; named text; clients uuid[]; here boolean; left_over boolean := false; n bigint := 0;
      BEGIN
        SELECT * INTO d FROM care.partial_destruction WHERE practice_id = ctx.practice_id() AND id = p_ledger;
        IF d.id IS NULL THEN RAISE EXCEPTION 'nobody decided to destroy this'; END IF;
        FOREACH tab IN ARRAY care.tables_of_part(d.part) LOOP
          EXECUTE format('SELECT EXISTS (SELECT FROM care.%I WHERE practice_id = $1 AND id = ANY ($2))', tab)
            INTO here USING d.practice_id, d.row_ids;
          left_over := left_over OR here;
        END LOOP;
        IF NOT left_over THEN RETURN 0; END IF;
        SELECT string_agg(id::text, '|') INTO named FROM unnest(d.row_ids) AS id;
        clients := care.records_of(d.client_id);
        PERFORM set_config('app.merging', 'on', true); -- what is removed leaves no history of changes
        -- Copies that live for a day, and what was written together from more than one part.
        DELETE FROM care.idempotency WHERE practice_id = d.practice_id AND (client_id = ANY (clients) OR answer::text ~ named);
        DELETE FROM care.document WHERE practice_id = d.practice_id;
        DELETE FROM care.handover_summary WHERE practice_id = d.practice_id AND client_id = ANY (clients);
        -- What tells of a row without a foreign key: its versions and changes, why it was on an agenda, a notice, a merge.
        DELETE FROM care.record_version WHERE practice_id = d.practice_id AND subject_id = ANY (d.row_ids);
        DELETE FROM care.agenda_reason WHERE practice_id = d.practice_id AND row_id = ANY (d.row_ids);
        DELETE FROM care.notice WHERE practice_id = d.practice_id AND object_id = ANY (d.row_ids);
        DELETE FROM care.merge_row WHERE practice_id = d.practice_id
          AND (row_key::text ~ named OR before::text ~ named OR after::text ~ named);
        -- An invitation of a round stays, and that it was answered; the answers do not.
        UPDATE care.screening_invitation SET response_id = NULL WHERE practice_id = d.practice_id AND response_id = ANY (d.row_ids);
        FOREACH tab IN ARRAY care.tables_of_part(d.part) LOOP
          n := n + care.remove_rows(format('care.%I', tab)::regclass,
            format('practice_id = %L AND id = ANY (%L)', d.practice_id, d.row_ids), 0);
        END LOOP;
        IF d.part = 'FORMS' THEN
          DELETE FROM care.client_profile WHERE practice_id = d.practice_id AND client_id = ANY (clients);
          PERFORM care.refresh_client_profile(id) FROM care.client WHERE practice_id = d.practice_id AND id = ANY (clients);
          DELETE FROM care.client_profile WHERE practice_id = d.practice_id AND client_id = ANY (clients)
            AND assigned_profile IS NULL AND proposed_profile IS NULL;
        END IF;
        PERFORM set_config('app.merging', '', true);
        RETURN n;
      END $$;
      REVOKE ALL ON FUNCTION care.tables_of_part(text), care.rows_of_part(uuid, text), care.destroy_part(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.rows_of_part(uuid, text), care.destroy_part(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.destroy_part(uuid), care.rows_of_part(uuid, text), care.tables_of_part(text);
      DROP TABLE care.partial_destruction;
      ALTER TABLE care.destruction_request DROP CONSTRAINT destruction_request_parts, DROP CONSTRAINT destruction_request_kept,
        DROP CONSTRAINT destruction_request_state, DROP COLUMN parts,
        ADD CONSTRAINT destruction_request_state CHECK (state IN ('RECEIVED', 'GRANTED', 'REFUSED')),
        ADD CONSTRAINT destruction_request_refused CHECK ((state = 'REFUSED') = (reason_code IS NOT NULL))`);
  }
}
