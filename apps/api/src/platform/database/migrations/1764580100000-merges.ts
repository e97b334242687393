import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * Duplicates become one record, and two again (ADR 19). What belongs to a client is found by the foreign keys of the catalogue,
 * so that a table added later moves along; the record of a merge holds, per row, the columns it changed and nothing else.
 */
export class Merges1764580100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.client ADD COLUMN merged_into uuid,
        ADD CONSTRAINT client_merged_fk FOREIGN KEY (practice_id, merged_into) REFERENCES care.client (practice_id, id),
        ADD CONSTRAINT client_merged_other CHECK (merged_into <> id);
      CREATE INDEX client_merged_ix ON care.client (practice_id, merged_into) WHERE merged_into IS NOT NULL;
      -- A record that was merged away is in no list, search, round or count of anybody.
      CREATE POLICY merged_away ON care.client AS RESTRICTIVE FOR SELECT TO smd_app USING (merged_into IS NULL);

      CREATE TABLE care.merge (
        practice_id uuid NOT NULL, id uuid NOT NULL, survivor_id uuid NOT NULL, merged_id uuid NOT NULL, state text NOT NULL DEFAULT 'PROPOSED',
        reason text NOT NULL, proposed_by uuid NOT NULL, proposed_at timestamptz NOT NULL DEFAULT ctx.now(), approval_id uuid,
        merged_at timestamptz, profiles uuid[], split_reason text, split_choices jsonb, split_approval_id uuid, split_at timestamptz,
        CONSTRAINT merge_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT merge_survivor_fk FOREIGN KEY (practice_id, survivor_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT merge_merged_fk FOREIGN KEY (practice_id, merged_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT merge_two CHECK (survivor_id <> merged_id),
        CONSTRAINT merge_state CHECK (state IN ('PROPOSED', 'DECLINED', 'DONE', 'SPLIT')));
      CREATE UNIQUE INDEX merge_open_key ON care.merge (practice_id, merged_id) WHERE state IN ('PROPOSED', 'DONE');
      CREATE INDEX merge_survivor_ix ON care.merge (practice_id, survivor_id);
      ${protectTable({
        name: 'merge',
        policy: { kind: 'PRACTICE_SCOPE' },
        updatable: ['state', 'approval_id', 'split_reason', 'split_choices', 'split_approval_id'],
      })}

      -- Written and read by the functions below only.
      CREATE TABLE care.merge_row (
        practice_id uuid NOT NULL, merge_id uuid NOT NULL, table_name text NOT NULL, client_column text NOT NULL, row_key jsonb NOT NULL,
        was_client uuid NOT NULL, now_client uuid NOT NULL, before jsonb NOT NULL, after jsonb,
        CONSTRAINT merge_row_pk PRIMARY KEY (practice_id, merge_id, table_name, client_column, was_client, row_key),
        CONSTRAINT merge_row_merge_fk FOREIGN KEY (practice_id, merge_id) REFERENCES care.merge (practice_id, id));
      ${protectTable({ name: 'merge_row', policy: { kind: 'PRACTICE_SCOPE' } })}
      REVOKE ALL ON care.merge_row FROM smd_app;

      -- Every table with a column that refers to a client; row_keys: the other columns of its primary key, which the client may be in too.
      CREATE FUNCTION care.client_tables() RETURNS TABLE (tab text, col text, row_keys text[], keyed boolean) LANGUAGE sql STABLE
        SET search_path = pg_catalog AS $$
        SELECT c.relname::text, a.attname::text,
          array(SELECT ka.attname::text FROM pg_constraint p JOIN pg_attribute ka ON ka.attrelid = c.oid AND ka.attnum = ANY (p.conkey)
            WHERE p.conrelid = c.oid AND p.contype = 'p' AND ka.attname NOT IN ('practice_id', a.attname) ORDER BY ka.attname),
          EXISTS (SELECT FROM pg_constraint p WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attnum = ANY (p.conkey))
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
        WHERE k.contype = 'f' AND k.confrelid = 'care.client'::regclass AND c.relnamespace = 'care'::regnamespace AND c.relkind = 'r'
          AND a.attname <> 'practice_id' AND c.oid <> 'care.client'::regclass
        ORDER BY 1, 2 $$;
      -- Rows that keep naming the record they were about: what a decision, an import or a merge said then; and what is derived.
      CREATE FUNCTION care.stays_on_merge(p_tab text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        $$ SELECT p_tab IN ('access_basis', 'client_profile', 'approval_client', 'client_import_row', 'merge') $$;
      CREATE FUNCTION care.key_sql(p_keys text[]) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
        $$ SELECT 'jsonb_build_object(' || coalesce(string_agg(format('%L, x.%I', k, k), ', '), '') || ')' FROM unnest(p_keys) k $$;

      -- The record that goes on, for one that was merged away; of a chain the last.
      CREATE FUNCTION care.merged_into(p_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        WITH RECURSIVE later AS (
          SELECT merged_into AS id, 1 AS step FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id AND merged_into IS NOT NULL
          UNION ALL SELECT c.merged_into, step + 1 FROM later l JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = l.id
          WHERE c.merged_into IS NOT NULL AND step < 20)
        SELECT id FROM later ORDER BY step DESC LIMIT 1 $$;
      -- All records that are one client now, the one that goes on included: for overviews of the log, which is not rewritten.
      CREATE FUNCTION care.records_of(p_id uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        WITH RECURSIVE earlier AS (SELECT p_id AS id, 0 AS step UNION ALL
          SELECT c.id, step + 1 FROM earlier e JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.merged_into = e.id WHERE step < 20)
        SELECT array_agg(id) FROM earlier $$;
      CREATE OR REPLACE FUNCTION care.client_exists(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT EXISTS (SELECT 1 FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id AND merged_into IS NULL) $$;

      -- How many rows each table holds of one client: what two records hold, side by side.
      CREATE FUNCTION care.client_holdings(p_client uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE t record; n bigint; answer jsonb := '{}';
      BEGIN
        FOR t IN SELECT * FROM care.client_tables() LOOP
          EXECUTE format('SELECT count(*) FROM care.%I WHERE practice_id = ctx.practice_id() AND %I = $1', t.tab, t.col) INTO n USING p_client;
          answer := answer || jsonb_build_object(t.tab, n + coalesce((answer ->> t.tab)::bigint, 0));
        END LOOP;
        RETURN answer;
      END $$;

      -- Grants that cannot stand beside what the other record says about the same organisation and category: the stricter holds.
      CREATE FUNCTION care.grants_that_yield(p_one uuid, p_other uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT g.id FROM care.consent g WHERE g.practice_id = ctx.practice_id() AND g.kind = 'GRANT' AND g.withdrawn_at IS NULL
          AND g.client_id IN (p_one, p_other) AND EXISTS (SELECT FROM care.consent o
            WHERE o.practice_id = g.practice_id AND o.client_id IN (p_one, p_other) AND o.client_id <> g.client_id
              AND o.to_org_id = g.to_org_id AND o.categories && g.categories
              AND coalesce(o.from_org_id = g.from_org_id, true)
              AND (o.kind <> 'GRANT' AND o.withdrawn_at IS NULL
                OR o.kind = 'GRANT' AND o.withdrawn_at IS NOT NULL AND NOT EXISTS (SELECT FROM care.consent a
                  WHERE a.practice_id = o.practice_id AND a.client_id = o.client_id AND a.kind = 'GRANT' AND a.withdrawn_at IS NULL
                    AND a.to_org_id = o.to_org_id AND a.categories @> o.categories))) $$;

      CREATE FUNCTION care.note_after_merge(p_merge uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, care, ctx AS $$
      DECLARE t record;
      BEGIN
        FOR t IN SELECT * FROM care.client_tables() WHERE NOT care.stays_on_merge(tab) UNION ALL SELECT 'client', 'id', '{}', true LOOP
          EXECUTE format('UPDATE care.merge_row r SET after = to_jsonb(x) FROM care.%I x WHERE r.practice_id = ctx.practice_id()
              AND r.merge_id = $1 AND r.table_name = %L AND r.client_column = %L AND x.practice_id = r.practice_id
              AND x.%I = r.now_client AND %s = r.row_key', t.tab, t.tab, t.col, t.col, care.key_sql(t.row_keys)) USING p_merge;
        END LOOP;
        -- Only what changed is kept: no content of anybody.
        UPDATE care.merge_row r SET
          before = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(r.before) WHERE value IS DISTINCT FROM r.after -> key),
          after = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(r.after) WHERE value IS DISTINCT FROM r.before -> key)
          WHERE r.practice_id = ctx.practice_id() AND r.merge_id = p_merge;
      END $$;

      -- Where both records have what only one can have. The record that goes on keeps its own.
      CREATE FUNCTION care.settle_conflicts(m care.merge, p_reason text) RETURNS void LANGUAGE plpgsql
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        -- one form in progress: the one begun last
        UPDATE care.response r SET status = 'VOID', void_code = 'ENTERED_TWICE', void_reason = p_reason, voided_by = ctx.user_id(),
            voided_at = ctx.now(), version = version + 1
          WHERE r.practice_id = m.practice_id AND r.client_id IN (m.survivor_id, m.merged_id) AND r.status = 'IN_PROGRESS'
            AND EXISTS (SELECT FROM care.response o WHERE o.practice_id = r.practice_id AND o.status = 'IN_PROGRESS'
              AND o.client_id IN (m.survivor_id, m.merged_id) AND (o.started_at, o.id) > (r.started_at, r.id));
        -- one invitation per round: that of the record that goes on, with the answers the other one brought in
        UPDATE care.screening_invitation i SET state = o.state, response_id = o.response_id, version = i.version + 1, changed_at = ctx.now()
          FROM care.screening_invitation o WHERE i.practice_id = m.practice_id AND i.client_id = m.survivor_id AND i.response_id IS NULL
            AND o.practice_id = i.practice_id AND o.client_id = m.merged_id AND o.round_id = i.round_id AND o.response_id IS NOT NULL;
        UPDATE care.screening_invitation o SET state = 'CANCELLED', exit_reason = p_reason, version = o.version + 1, changed_at = ctx.now()
          FROM care.screening_invitation i WHERE o.practice_id = m.practice_id AND o.client_id = m.merged_id AND i.round_id = o.round_id
            AND i.practice_id = o.practice_id AND i.client_id = m.survivor_id;
        -- one first contact
        UPDATE care.contact_person p SET is_first_contact = false, version = version + 1
          WHERE p.practice_id = m.practice_id AND p.client_id = m.merged_id AND p.is_first_contact AND p.removed_at IS NULL
            AND EXISTS (SELECT FROM care.contact_person o WHERE o.practice_id = p.practice_id AND o.client_id = m.survivor_id
              AND o.is_first_contact AND o.removed_at IS NULL);
        -- one GP, one case manager, nobody twice in the team
        UPDATE care.team_member t SET active = tstzrange(lower(active), greatest(now(), lower(active) + interval '1 microsecond'))
          WHERE t.practice_id = m.practice_id AND t.client_id = m.merged_id AND upper_inf(t.active)
            AND EXISTS (SELECT FROM care.team_member o WHERE o.practice_id = t.practice_id AND o.client_id = m.survivor_id
              AND upper_inf(o.active) AND o.reason = t.reason AND (o.reason IN ('GP', 'CASE_MANAGER') OR o.user_id = t.user_id));
        -- the stricter of two consents
        UPDATE care.consent SET withdrawn_at = now(), withdrawn_by = ctx.user_id(), withdrawn_on = (now() AT TIME ZONE 'Europe/Amsterdam')::date
          WHERE practice_id = m.practice_id AND id IN (SELECT care.grants_that_yield(m.survivor_id, m.merged_id));
      END $$;

      -- Makes one record of two, and only where a second person approved just that.
      CREATE FUNCTION care.merge_clients(p_merge uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE m care.merge; t record; r record; moved boolean;
      BEGIN
        SELECT * INTO m FROM care.merge WHERE practice_id = ctx.practice_id() AND id = p_merge AND state = 'PROPOSED' FOR UPDATE;
        IF m.id IS NULL OR NOT EXISTS (SELECT FROM care.approval a WHERE a.practice_id = m.practice_id AND a.id = m.approval_id
            AND a.kind = 'MERGE' AND a.state = 'APPROVED' AND a.subject ->> 'mergeId' = m.id::text AND a.decided_by <> a.asked_by) THEN
          RAISE EXCEPTION 'no approved merge';
        END IF;
        PERFORM 1 FROM care.client WHERE practice_id = m.practice_id AND id IN (m.survivor_id, m.merged_id) ORDER BY id FOR UPDATE;
        IF (SELECT count(*) FROM care.client WHERE practice_id = m.practice_id AND id IN (m.survivor_id, m.merged_id)
            AND merged_into IS NULL) <> 2 THEN RAISE EXCEPTION 'not two records'; END IF;
        SET CONSTRAINTS ALL DEFERRED;
        PERFORM set_config('app.merging', 'on', true); -- a merge corrects nothing; it has a record of its own
        FOR t IN SELECT * FROM care.client_tables() WHERE NOT care.stays_on_merge(tab) UNION ALL SELECT 'client', 'id', '{}', true LOOP
          EXECUTE format('INSERT INTO care.merge_row (practice_id, merge_id, table_name, client_column, row_key, was_client, now_client, before)
            SELECT practice_id, $1, %L, %L, %s, x.%I, x.%I, to_jsonb(x) FROM care.%I x WHERE practice_id = ctx.practice_id() AND x.%I IN ($2, $3)',
            t.tab, t.col, care.key_sql(t.row_keys), t.col, t.col, t.tab, t.col) USING m.id, m.survivor_id, m.merged_id;
        END LOOP;
        PERFORM care.settle_conflicts(m, p_reason);
        FOR t IN SELECT * FROM care.client_tables() WHERE NOT care.stays_on_merge(tab) LOOP
          FOR r IN EXECUTE format('SELECT x.ctid AS place, %s AS row_key FROM care.%I x WHERE practice_id = ctx.practice_id() AND x.%I = $1',
              care.key_sql(t.row_keys), t.tab, t.col) USING m.merged_id LOOP
            BEGIN
              EXECUTE format('UPDATE care.%I SET %I = $1 WHERE ctid = $2', t.tab, t.col) USING m.survivor_id, r.place;
              moved := true;
            EXCEPTION WHEN unique_violation THEN moved := false; -- only one can be: it stays where it is, and is found back by a split
            END;
            IF moved THEN
              UPDATE care.merge_row SET now_client = m.survivor_id WHERE practice_id = m.practice_id AND merge_id = m.id
                AND table_name = t.tab AND client_column = t.col AND was_client = m.merged_id AND row_key = r.row_key;
            END IF;
          END LOOP;
        END LOOP;
        UPDATE care.client o SET merged_into = m.survivor_id, version = o.version + 1,
            his_number = CASE WHEN s.his_number IS NULL THEN NULL ELSE o.his_number END
          FROM care.client s WHERE o.practice_id = m.practice_id AND o.id = m.merged_id AND s.practice_id = o.practice_id AND s.id = m.survivor_id;
        UPDATE care.client s SET version = s.version + 1, gp_id = coalesce(s.gp_id, (b.before ->> 'gp_id')::uuid),
            case_manager_id = coalesce(s.case_manager_id, (b.before ->> 'case_manager_id')::uuid),
            his_number = coalesce(s.his_number, b.before ->> 'his_number'), restricted = s.restricted OR (b.before ->> 'restricted')::boolean
          FROM care.merge_row b WHERE s.practice_id = m.practice_id AND s.id = m.survivor_id AND b.practice_id = s.practice_id
            AND b.merge_id = m.id AND b.table_name = 'client' AND b.was_client = m.merged_id;
        SET CONSTRAINTS ALL IMMEDIATE;
        PERFORM set_config('app.merging', '', true);
        PERFORM care.note_after_merge(m.id);
        UPDATE care.merge SET state = 'DONE', merged_at = ctx.now(), profiles = array(SELECT client_id FROM care.client_profile
            WHERE practice_id = m.practice_id AND client_id IN (m.survivor_id, m.merged_id)) WHERE practice_id = m.practice_id AND id = m.id;
        PERFORM care.refresh_client_profile(m.survivor_id);
        PERFORM care.refresh_client_profile(m.merged_id);
      END $$;

      -- What came into the record since the merge: rows that no merge noted, with when.
      CREATE FUNCTION care.merge_additions(p_merge uuid) RETURNS TABLE (tab text, row_key jsonb, since text) LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
      DECLARE m care.merge; t record;
      BEGIN
        SELECT * INTO m FROM care.merge WHERE practice_id = ctx.practice_id() AND id = p_merge;
        FOR t IN SELECT * FROM care.client_tables() c WHERE NOT care.stays_on_merge(c.tab) LOOP
          RETURN QUERY EXECUTE format('SELECT %L::text, %s, ctx.utc(coalesce(to_jsonb(x) ->> ''started_at'', to_jsonb(x) ->> ''made_at'',
              to_jsonb(x) ->> ''recorded_at'', to_jsonb(x) ->> ''assigned_at'')::timestamptz) FROM care.%I x
            WHERE x.practice_id = ctx.practice_id() AND x.%I = $1 AND NOT EXISTS (SELECT FROM care.merge_row r
              WHERE r.practice_id = x.practice_id AND r.merge_id = $2 AND r.table_name = %L AND r.client_column = %L AND r.row_key = %s)',
            t.tab, care.key_sql(t.row_keys), t.tab, t.col, t.tab, t.col, care.key_sql(t.row_keys)) USING m.survivor_id, m.id;
        END LOOP;
      END $$;

      -- Rows added since follow what they hang on: answers their form, steps their invitation.
      CREATE FUNCTION care.follow_parents(m care.merge) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, care, ctx AS $$
      DECLARE f record;
      BEGIN
        FOR f IN SELECT c.tab AS child, c.col AS child_col, p.tab AS parent, p.col AS parent_col,
            (SELECT string_agg(format('x.%I = p.%I', ca.attname, pa.attname), ' AND ') FROM unnest(k.conkey, k.confkey) AS u (ck, pk)
              JOIN pg_attribute ca ON ca.attrelid = k.conrelid AND ca.attnum = u.ck
              JOIN pg_attribute pa ON pa.attrelid = k.confrelid AND pa.attnum = u.pk WHERE ca.attname <> c.col) AS matched, c.row_keys
          FROM pg_constraint k JOIN care.client_tables() c ON k.conrelid = format('care.%I', c.tab)::regclass
          JOIN care.client_tables() p ON k.confrelid = format('care.%I', p.tab)::regclass
          WHERE k.contype = 'f' AND NOT care.stays_on_merge(c.tab) AND NOT care.stays_on_merge(p.tab) AND c.tab <> p.tab LOOP
          EXECUTE format('UPDATE care.%I x SET %I = p.%I FROM care.%I p WHERE x.practice_id = ctx.practice_id() AND %s
              AND x.%I IN ($1, $2) AND p.%I IN ($1, $2) AND x.%I <> p.%I AND NOT EXISTS (SELECT FROM care.merge_row r
                WHERE r.practice_id = x.practice_id AND r.merge_id = $3 AND r.table_name = %L AND r.row_key = %s)',
            f.child, f.child_col, f.parent_col, f.parent, f.matched, f.child_col, f.parent_col, f.child_col, f.parent_col, f.child,
            care.key_sql(f.row_keys)) USING m.survivor_id, m.merged_id, m.id;
        END LOOP;
      END $$;

      -- Two records again: each column the merge changed goes back to what it was, unless somebody changed it since.
      CREATE FUNCTION care.split_clients(p_merge uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE m care.merge; t record; r record; sets text; place text;
      BEGIN
        SELECT * INTO m FROM care.merge WHERE practice_id = ctx.practice_id() AND id = p_merge AND state = 'DONE' FOR UPDATE;
        IF m.id IS NULL OR NOT EXISTS (SELECT FROM care.approval a WHERE a.practice_id = m.practice_id AND a.id = m.split_approval_id
            AND a.kind = 'SPLIT' AND a.state = 'APPROVED' AND a.subject ->> 'mergeId' = m.id::text AND a.decided_by <> a.asked_by) THEN
          RAISE EXCEPTION 'no approved split';
        END IF;
        SET CONSTRAINTS ALL DEFERRED;
        PERFORM set_config('app.merging', 'on', true);
        FOR t IN SELECT * FROM care.client_tables() WHERE NOT care.stays_on_merge(tab) LOOP
          EXECUTE format('UPDATE care.%I x SET %I = $1 FROM jsonb_to_recordset($2) AS c ("table" text, "key" jsonb)
            WHERE x.practice_id = ctx.practice_id() AND x.%I = $3 AND c."table" = %L AND c."key" = %s AND NOT EXISTS (SELECT FROM care.merge_row r
              WHERE r.practice_id = x.practice_id AND r.merge_id = $4 AND r.table_name = %L AND r.row_key = %s)',
            t.tab, t.col, t.col, t.tab, care.key_sql(t.row_keys), t.tab, care.key_sql(t.row_keys))
            USING m.merged_id, coalesce(m.split_choices, '[]'), m.survivor_id, m.id;
        END LOOP;
        FOR r IN SELECT b.*, coalesce(c.row_keys, '{}') AS row_keys, coalesce(c.keyed, true) AS keyed FROM care.merge_row b
            LEFT JOIN care.client_tables() c ON c.tab = b.table_name AND c.col = b.client_column
            WHERE b.practice_id = m.practice_id AND b.merge_id = m.id AND b.before <> '{}'
            ORDER BY CASE WHEN b.table_name = 'client' THEN 0 ELSE 1 END, (b.was_client = m.survivor_id) = (b.table_name = 'client') DESC,
              b.table_name, b.row_key LOOP
          SELECT string_agg(format('%1$I = CASE WHEN to_jsonb(x) -> %1$L = $2 -> %1$L THEN o.%1$I ELSE x.%1$I END', key), ', ')
            INTO sets FROM jsonb_object_keys(r.before) AS key;
          place := format('x.practice_id = ctx.practice_id() AND %s = $3 AND (NOT $4 OR x.%I = $5)', care.key_sql(r.row_keys), r.client_column);
          BEGIN
            EXECUTE format('UPDATE care.%I x SET %s FROM jsonb_populate_record(NULL::care.%I, $1) o WHERE %s', r.table_name, sets,
              r.table_name, place) USING r.before, r.after, r.row_key, r.keyed, r.now_client;
          EXCEPTION WHEN unique_violation THEN -- what came since stands in the way of what was: that stays, and the row goes back
            EXECUTE format('UPDATE care.%I x SET %I = $1 WHERE %s AND $2 IS NOT NULL', r.table_name, r.client_column, place)
              USING r.was_client, r.after, r.row_key, r.keyed, r.now_client;
          END;
        END LOOP;
        FOR step IN 1..3 LOOP PERFORM care.follow_parents(m); END LOOP;
        SET CONSTRAINTS ALL IMMEDIATE;
        PERFORM set_config('app.merging', '', true);
        UPDATE care.merge SET state = 'SPLIT', split_at = ctx.now() WHERE practice_id = m.practice_id AND id = m.id;
        PERFORM care.refresh_client_profile(m.survivor_id);
        PERFORM care.refresh_client_profile(m.merged_id);
        DELETE FROM care.client_profile WHERE practice_id = m.practice_id AND client_id IN (m.survivor_id, m.merged_id)
          AND client_id <> ALL (m.profiles) AND assigned_profile IS NULL AND proposed_profile IS NULL;
      END $$;

      -- Keys that hold the client beside another id move in two steps.
      ALTER TABLE care.consent ALTER CONSTRAINT consent_representative_fk DEFERRABLE INITIALLY IMMEDIATE;

      DROP TRIGGER client_changes ON care.client; DROP TRIGGER contact_changes ON care.contact_person;
      CREATE TRIGGER client_changes AFTER UPDATE ON care.client REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.note_client_changes();
      CREATE TRIGGER contact_changes AFTER UPDATE ON care.contact_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.note_contact_changes();

      REVOKE ALL ON FUNCTION care.client_tables(), care.stays_on_merge(text), care.key_sql(text[]), care.merged_into(uuid), care.records_of(uuid),
        care.client_holdings(uuid), care.grants_that_yield(uuid, uuid), care.note_after_merge(uuid), care.settle_conflicts(care.merge, text),
        care.merge_clients(uuid, text), care.merge_additions(uuid), care.follow_parents(care.merge), care.split_clients(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.merged_into(uuid), care.records_of(uuid), care.client_holdings(uuid), care.grants_that_yield(uuid, uuid),
        care.merge_clients(uuid, text), care.merge_additions(uuid), care.split_clients(uuid) TO smd_app;
      GRANT EXECUTE ON FUNCTION care.records_of(uuid) TO smd_audit_reader;
      RESET ROLE;

      SET LOCAL ROLE smd_auth;
      -- Who is answering online at this moment goes on, in the record that goes on.
      CREATE FUNCTION auth.move_respondents(p_from uuid, p_to uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth, ctx AS $$
        UPDATE auth.respondent_session SET client_id = p_to WHERE practice_id = ctx.practice_id() AND client_id = p_from AND ended_at IS NULL $$;
      REVOKE ALL ON FUNCTION auth.move_respondents(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.move_respondents(uuid, uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION auth.move_respondents(uuid, uuid);
      DROP FUNCTION care.split_clients, care.follow_parents, care.merge_additions, care.merge_clients, care.settle_conflicts, care.note_after_merge,
        care.grants_that_yield, care.client_holdings, care.records_of, care.merged_into, care.key_sql, care.stays_on_merge, care.client_tables;
      DROP TABLE care.merge_row, care.merge; DROP POLICY merged_away ON care.client; ALTER TABLE care.client DROP COLUMN merged_into`);
  }
}
