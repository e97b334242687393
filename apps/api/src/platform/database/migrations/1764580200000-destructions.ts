import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * Destroying the record of a client (ADR 20): the request with its decision, the ledger that outlives it, and the function that
 * removes every row that hangs on the client by the foreign keys of the catalogue. It acts only on whom the ledger names.
 */
export class Destructions1764580200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.destruction_request (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, client_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'RECEIVED', requested_by text NOT NULL, requested_on date NOT NULL, due_on date NOT NULL, note text,
        registered_by uuid NOT NULL, registered_at timestamptz NOT NULL DEFAULT ctx.now(), reason_code text, decision_note text,
        decided_by uuid, decided_at timestamptz,
        CONSTRAINT destruction_request_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT destruction_request_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT destruction_request_by CHECK (requested_by IN ('CLIENT', 'REPRESENTATIVE')),
        CONSTRAINT destruction_request_state CHECK (state IN ('RECEIVED', 'GRANTED', 'REFUSED')),
        CONSTRAINT destruction_request_reason CHECK (reason_code IN ('OTHERS_INTEREST', 'LAW_KEEPS')),
        CONSTRAINT destruction_request_refused CHECK ((state = 'REFUSED') = (reason_code IS NOT NULL)));
      CREATE UNIQUE INDEX destruction_request_open_key ON care.destruction_request (practice_id, client_id) WHERE state IN ('RECEIVED', 'GRANTED');
      CREATE INDEX destruction_request_client_ix ON care.destruction_request (practice_id, client_id);
      ${protectTable({
        name: 'destruction_request',
        policy: { kind: 'PRACTICE' },
        updatable: ['version', 'state', 'reason_code', 'decision_note', 'decided_by', 'decided_at'],
      })}

      -- Ids, day and rule, and nothing about the person; no foreign key, since what it names is gone. Never changed.
      CREATE TABLE care.destruction (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, rule text NOT NULL, decided_by uuid NOT NULL,
        decided_on date NOT NULL,
        CONSTRAINT destruction_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT destruction_client_key UNIQUE (practice_id, client_id),
        CONSTRAINT destruction_rule CHECK (rule IN ('REQUEST', 'RETENTION')));
      ${protectTable({ name: 'destruction', policy: { kind: 'PRACTICE' } })}

      -- Rows of a table by a condition, and before them all rows that refer to these, whatever table they are in.
      CREATE FUNCTION care.remove_rows(p_tab regclass, p_where text, p_depth integer) RETURNS bigint LANGUAGE plpgsql
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE f record; n bigint := 0; own bigint; rows_here text := format('SELECT %%s FROM %s x WHERE %s', p_tab, p_where);
      BEGIN
        IF p_depth > 12 THEN RAISE EXCEPTION 'tables refer to each other in a ring'; END IF;
        FOR f IN SELECT k.conrelid::regclass AS child, k.conrelid = k.confrelid AS is_self,
            string_agg(format('%I', ca.attname), ', ' ORDER BY u.place) AS child_cols,
            string_agg(format('x.%I', pa.attname), ', ' ORDER BY u.place) AS parent_cols,
            string_agg(format('%I = NULL', ca.attname), ', ') FILTER (WHERE NOT ca.attnotnull) AS emptied
          FROM pg_constraint k CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u (ck, pk, place)
          JOIN pg_attribute ca ON ca.attrelid = k.conrelid AND ca.attnum = u.ck JOIN pg_attribute pa ON pa.attrelid = k.confrelid AND pa.attnum = u.pk
          WHERE k.contype = 'f' AND k.confrelid = p_tab GROUP BY k.oid, k.conrelid, k.confrelid LOOP
          IF f.is_self THEN -- another row of this table may say where it came from: that it does no more
            EXECUTE format('UPDATE %s SET %s WHERE (%s) IN (%s)', f.child, f.emptied, f.child_cols, format(rows_here, f.parent_cols));
          ELSE
            n := n + care.remove_rows(f.child, format('(%s) IN (%s)', f.child_cols, format(rows_here, f.parent_cols)), p_depth + 1);
          END IF;
        END LOOP;
        EXECUTE format('DELETE FROM %s x WHERE %s', p_tab, p_where);
        GET DIAGNOSTICS own = ROW_COUNT;
        RETURN n + own;
      END $$;

      -- Removes a client, with all records that were merged into hers. Tells how many rows went; 0 where there was nothing left.
      CREATE FUNCTION care.destroy_client(p_client uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE ids uuid[]; named text; n bigint;
      BEGIN
        IF NOT EXISTS (SELECT FROM care.destruction WHERE practice_id = ctx.practice_id() AND client_id = p_client) THEN
          RAISE EXCEPTION 'nobody decided to destroy this';
        END IF;
        ids := care.records_of(p_client);
        IF NOT EXISTS (SELECT FROM care.client WHERE practice_id = ctx.practice_id() AND id = ANY (ids)) THEN RETURN 0; END IF;
        SELECT string_agg(id::text, '|') INTO named FROM unnest(ids) AS id;
        PERFORM set_config('app.merging', 'on', true); -- what is removed leaves no history of changes
        PERFORM auth.forget_respondents(ids, array(SELECT id FROM care.screening_invitation
          WHERE practice_id = ctx.practice_id() AND client_id = ANY (ids)));
        -- What names the client without a foreign key: answers and work of a day, papers of many people, files under review.
        DELETE FROM care.idempotency WHERE practice_id = ctx.practice_id() AND (client_id = ANY (ids) OR answer::text ~ named);
        UPDATE care.log_review_line SET client_id = NULL WHERE practice_id = ctx.practice_id() AND client_id = ANY (ids);
        DELETE FROM care.document WHERE practice_id = ctx.practice_id();
        DELETE FROM care.job WHERE practice_id = ctx.practice_id() AND params::text ~ named AND kind <> 'DESTRUCTION';
        UPDATE care.client_import i SET status = 'EXPIRED', sealed_table = NULL, sealed_columns = NULL, version = version + 1
          WHERE practice_id = ctx.practice_id() AND status IN ('REVIEW', 'COMMITTING') AND EXISTS (SELECT FROM care.client_import_row r
            WHERE r.practice_id = i.practice_id AND r.import_id = i.id
              AND (r.client_id = ANY (ids) OR r.target_id = ANY (ids) OR r.without_client_id = ANY (ids)));
        n := care.remove_rows('care.approval', format('practice_id = %L AND subject::text ~ %L', ctx.practice_id(), named), 0);
        n := n + care.remove_rows('care.client', format('practice_id = %L AND id = ANY (%L)', ctx.practice_id(), ids), 0);
        PERFORM set_config('app.merging', '', true);
        RETURN n;
      END $$;
      REVOKE ALL ON FUNCTION care.remove_rows(regclass, text, integer), care.destroy_client(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.destroy_client(uuid) TO smd_app;
      RESET ROLE;

      SET LOCAL ROLE smd_auth;
      CREATE FUNCTION auth.forget_respondents(p_clients uuid[], p_invitations uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth, ctx AS $$
        DELETE FROM auth.access_code WHERE practice_id = ctx.practice_id() AND invitation_id = ANY (p_invitations);
        DELETE FROM auth.respondent_session WHERE practice_id = ctx.practice_id()
          AND (client_id = ANY (p_clients) OR invitation_id = ANY (p_invitations)) $$;
      REVOKE ALL ON FUNCTION auth.forget_respondents(uuid[], uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.forget_respondents(uuid[], uuid[]) TO smd_owner;
      GRANT USAGE ON SCHEMA auth TO smd_owner;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.destroy_client(uuid), care.remove_rows(regclass, text, integer),
        auth.forget_respondents(uuid[], uuid[]);
      DROP TABLE care.destruction, care.destruction_request`);
  }
}
