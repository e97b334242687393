import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The access log (NEN 7513): append only, gap-free per practice, read through functions that log the reading. */
export class AccessLog1763700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_audit_owner;
      CREATE TABLE audit.head (
        practice_id uuid NOT NULL, seq bigint NOT NULL, CONSTRAINT head_pk PRIMARY KEY (practice_id));
      CREATE TABLE audit.event (
        practice_id uuid NOT NULL, seq bigint NOT NULL, occurred_at timestamptz NOT NULL, event_id uuid NOT NULL,
        event_type text NOT NULL, action text NOT NULL, outcome text NOT NULL,
        user_id uuid, user_alt_id text, user_is_requestor boolean NOT NULL, responsible_user_id uuid,
        role_code text, purpose text NOT NULL, ap_type text NOT NULL, ap_id text NOT NULL,
        client_id uuid, object_type text NOT NULL, object_role text NOT NULL, object_id_type text NOT NULL, object_id text,
        lifecycle text NOT NULL, query jsonb, sensitivity smallint, policy_set text NOT NULL,
        authorisation_rule text, relation_rule text, consent_rule_id text, checks text NOT NULL,
        org_id uuid, source_id text NOT NULL, source_type text NOT NULL, request_id text NOT NULL, break_glass_id uuid,
        CONSTRAINT event_pk PRIMARY KEY (practice_id, seq, occurred_at)) PARTITION BY RANGE (occurred_at);
      CREATE INDEX event_client_ix ON audit.event (practice_id, client_id, occurred_at);
      CREATE INDEX event_user_ix ON audit.event (practice_id, user_id, occurred_at);
      CREATE TABLE audit.event_later PARTITION OF audit.event DEFAULT;
      -- Names and addresses stand apart, so that erasing one breaks no hash.
      CREATE TABLE audit.actor (
        practice_id uuid NOT NULL, user_id uuid NOT NULL, user_name text NOT NULL,
        CONSTRAINT actor_pk PRIMARY KEY (practice_id, user_id));
      CREATE TABLE audit.access_point (
        practice_id uuid NOT NULL, id uuid NOT NULL, address text NOT NULL,
        CONSTRAINT access_point_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT access_point_address_key UNIQUE (practice_id, address));
      ALTER TABLE audit.head ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.head FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.event_later ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event_later FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.actor ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.actor FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.access_point ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.access_point FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON audit.head AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.event AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.event_later AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.actor AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.access_point AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY keeper ON audit.head USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.event USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.event_later USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.actor USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.access_point USING (true) WITH CHECK (true);
      GRANT SELECT ON audit.event, audit.actor, audit.access_point TO smd_audit_reader;

      CREATE FUNCTION audit.ensure_month(p_day date) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE month date := date_trunc('month', p_day);
        name text := 'event_' || to_char(month, 'YYYY_MM');
      BEGIN
        IF to_regclass('audit.' || name) IS NULL THEN
          EXECUTE format('CREATE TABLE audit.%I PARTITION OF audit.event FOR VALUES FROM (%L) TO (%L)',
            name, month, month + interval '1 month');
          EXECUTE format('ALTER TABLE audit.%I ENABLE ROW LEVEL SECURITY', name);
          EXECUTE format('ALTER TABLE audit.%I FORCE ROW LEVEL SECURITY', name);
          EXECUTE format('CREATE POLICY tenant ON audit.%I AS RESTRICTIVE TO smd_app, smd_audit_reader
            USING (practice_id = (SELECT ctx.practice_id()))', name);
          EXECUTE format('CREATE POLICY keeper ON audit.%I USING (true) WITH CHECK (true)', name);
        END IF;
      END $$;

      -- The device or address a person works from, by an id of its own.
      CREATE FUNCTION audit.access_point_of(p_address text) RETURNS uuid LANGUAGE plpgsql AS $$
      DECLARE point uuid;
      BEGIN
        SELECT id INTO point FROM audit.access_point WHERE practice_id = ctx.practice_id() AND address = p_address;
        IF point IS NULL THEN
          INSERT INTO audit.access_point (practice_id, id, address) VALUES (ctx.practice_id(), gen_random_uuid(), p_address)
            RETURNING id INTO point;
        END IF;
        RETURN point;
      END $$;

      -- All rows of one act, once, as its last statement: no log, no data. The head row makes writers take turns.
      CREATE FUNCTION audit.append(p_rows jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, audit, ctx AS $$
      DECLARE last_seq bigint;
        acting_role text := ctx.setting('role');
        address text := coalesce(ctx.setting('address'), '-');
        point uuid;
      BEGIN
        IF ctx.practice_id() IS NULL THEN RAISE EXCEPTION 'the access log needs a practice'; END IF;
        INSERT INTO audit.head AS h (practice_id, seq) VALUES (ctx.practice_id(), jsonb_array_length(p_rows))
          ON CONFLICT (practice_id) DO UPDATE SET seq = h.seq + excluded.seq RETURNING h.seq INTO last_seq;
        INSERT INTO audit.actor AS a (practice_id, user_id, user_name)
          SELECT ctx.practice_id(), ctx.user_id(), ctx.setting('user_name')
          WHERE ctx.user_id() IS NOT NULL AND ctx.setting('user_name') IS NOT NULL
          ON CONFLICT (practice_id, user_id) DO UPDATE SET user_name = excluded.user_name
          WHERE a.user_name <> excluded.user_name;
        point := audit.access_point_of(address);
        INSERT INTO audit.event (practice_id, seq, occurred_at, event_id, event_type, action, outcome, user_id, user_alt_id,
          user_is_requestor, responsible_user_id, role_code, purpose, ap_type, ap_id, client_id, object_type, object_role,
          object_id_type, object_id, lifecycle, query, sensitivity, policy_set, authorisation_rule, relation_rule,
          consent_rule_id, checks, org_id, source_id, source_type, request_id, break_glass_id)
        SELECT ctx.practice_id(), last_seq - jsonb_array_length(p_rows) + ord, clock_timestamp(), gen_random_uuid(),
          r ->> 'type', r ->> 'action', coalesce(r ->> 'outcome', 'SUCCESS'), ctx.user_id(), ctx.setting('user_alt_id'), true,
          ctx.user_id(), acting_role,
          coalesce(r ->> 'purpose', CASE WHEN glass IS NOT NULL THEN 'EMERGENCY' WHEN acting_role = 'LOG_OFFICER' THEN 'AUDIT'
            WHEN acting_role = 'PRACTICE_MANAGER' THEN 'ADMINISTRATION' ELSE 'TREATMENT' END),
          CASE WHEN address ~ '^[0-9A-Fa-f.:]+$' THEN 'IP_ADDRESS' ELSE 'MACHINE_NAME' END, point::text,
          CASE WHEN r ? 'refusedId' THEN care.client_of((r ->> 'refusedId')::uuid) ELSE (r ->> 'clientId')::uuid END,
          r ->> 'objectType',
          coalesce(r ->> 'objectRole', CASE WHEN r ->> 'objectType' = 'CLIENT' THEN 'PATIENT'
            WHEN r ->> 'objectType' IN ('SESSION', 'USERS', 'ACCESS_LOG', 'OWN_ACCOUNT') THEN 'SECURITY_RESOURCE'
            WHEN r ->> 'objectType' IN ('INSTRUMENT', 'PRACTICE_SETTINGS', 'ORGANISATION') THEN 'MASTER_FILE'
            WHEN r #> '{query,ids}' IS NOT NULL THEN 'QUERY' ELSE 'PATIENT_DATA' END),
          CASE WHEN r ->> 'objectId' IS NOT NULL THEN 'UUID' WHEN r ? 'query' THEN 'SEARCH_CRITERIA' ELSE 'NONE' END,
          r ->> 'objectId',
          coalesce(r ->> 'lifecycle', CASE WHEN r ->> 'type' LIKE 'VOID%' THEN 'LOGICAL_DELETION'
            WHEN r ->> 'type' LIKE 'FINALISE%' THEN 'VERIFICATION' WHEN r ->> 'type' LIKE 'EXPORT%' THEN 'EXPORT'
            WHEN r ->> 'action' = 'C' THEN 'CREATION' WHEN r ->> 'action' = 'U' THEN 'AMENDMENT'
            WHEN r ->> 'action' = 'D' THEN 'PERMANENT_ERASURE' ELSE 'ACCESS' END),
          r -> 'query', (r ->> 'category')::smallint, 'samenoud-matrix-1', r ->> 'rule', r ->> 'relation', r ->> 'basis',
          coalesce(r ->> 'checks', 'F,T,R,C,S'), ctx.org_id(), 'samenoud', 'APPLICATION_SERVER',
          coalesce(ctx.setting('request_id'), '-'), glass
        FROM jsonb_array_elements(p_rows) WITH ORDINALITY AS t (r, ord),
          LATERAL (SELECT coalesce((r ->> 'breakGlassId')::uuid, ctx.setting('break_glass_id')::uuid)) AS b (glass);
      END $$;

      -- What the worker seals: new rows as text, oldest first, of one practice. Empty columns are left out, so that a column
      -- added later changes nothing that was sealed before.
      CREATE FUNCTION audit.heads() RETURNS TABLE (practice_id uuid, seq bigint) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, audit AS $$ SELECT h.practice_id, h.seq FROM audit.head h ORDER BY 1 $$;
      CREATE FUNCTION audit.rows_of(p_practice uuid, p_after bigint, p_until bigint) RETURNS TABLE (seq bigint, content text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, audit SET timezone = 'UTC' AS
        $$ SELECT e.seq, jsonb_strip_nulls(to_jsonb(e))::text FROM audit.event e
           WHERE e.practice_id = p_practice AND e.seq > p_after AND e.seq <= p_until ORDER BY e.seq $$;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.append(jsonb) TO smd_app, smd_audit_reader;
      GRANT EXECUTE ON FUNCTION audit.heads(), audit.rows_of(uuid, bigint, bigint) TO smd_worker;
      RESET ROLE;
      GRANT CREATE ON SCHEMA audit TO smd_audit_reader;
      SET LOCAL ROLE smd_audit_reader;
      -- One page of an overview, newest first; the reading is logged in the same breath. p_why: view, rule, relation.
      CREATE FUNCTION audit.read_events(p_client uuid, p_user uuid, p_from timestamptz, p_until timestamptz,
          p_before bigint, p_limit integer, p_why jsonb)
        RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx AS $$
      DECLARE answer jsonb;
      BEGIN
        WITH matching AS NOT MATERIALIZED (
          SELECT e.* FROM audit.event e
          WHERE e.practice_id = ctx.practice_id() AND (p_client IS NULL OR e.client_id = p_client)
            AND (p_user IS NULL OR e.user_id = p_user) AND (p_from IS NULL OR e.occurred_at >= p_from)
            AND (p_until IS NULL OR e.occurred_at < p_until)),
        page AS (SELECT * FROM matching m WHERE p_before IS NULL OR m.seq < p_before ORDER BY m.seq DESC LIMIT p_limit)
        SELECT jsonb_build_object('total', (SELECT count(*) FROM matching), 'events', coalesce((
          SELECT jsonb_agg(to_jsonb(g) || jsonb_build_object('occurred_at', ctx.utc(g.occurred_at), 'user_name', a.user_name,
            'address', p.address) ORDER BY g.seq DESC)
          FROM page g LEFT JOIN audit.actor a ON a.practice_id = g.practice_id AND a.user_id = g.user_id
          LEFT JOIN audit.access_point p ON p.practice_id = g.practice_id AND p.id::text = g.ap_id), '[]')) INTO answer;
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('type', 'READ_ACCESS_LOG', 'action', 'R',
          'purpose', 'AUDIT', 'objectType', 'ACCESS_LOG', 'clientId', p_client, 'objectId', coalesce(p_client, p_user),
          'rule', p_why ->> 'rule', 'relation', p_why ->> 'relation', 'basis', 'NOT_NEEDED',
          'query', jsonb_build_object('view', p_why ->> 'view', 'from', ctx.utc(p_from), 'until', ctx.utc(p_until),
            'before', p_before, 'count', jsonb_array_length(answer -> 'events')))));
        RETURN answer;
      END $$;
      REVOKE ALL ON FUNCTION audit.read_events(uuid, uuid, timestamptz, timestamptz, bigint, integer, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.read_events(uuid, uuid, timestamptz, timestamptz, bigint, integer, jsonb) TO smd_app;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA audit FROM smd_audit_reader;

      SET LOCAL ROLE smd_owner;
      -- The log officer sees no record; she finds the client who asks, by name and birth date, and sees no more than these.
      CREATE FUNCTION care.clients_born_on(p_birth_date date, p_word text) RETURNS TABLE (id uuid, initials text,
          given_name text, name_prefix text, family_name text, partner_prefix text, partner_family_name text, name_use text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS
        $$ SELECT c.id, c.initials, c.given_name, c.name_prefix, c.family_name, c.partner_prefix, c.partner_family_name,
             c.name_use FROM care.client c
           WHERE c.practice_id = ctx.practice_id() AND ctx.setting('role') = 'LOG_OFFICER' AND c.birth_date = p_birth_date
             AND position(' ' || p_word || ' ' IN c.search_text) > 0
           ORDER BY c.sort_name, c.id LIMIT 50 $$;
      REVOKE ALL ON FUNCTION care.clients_born_on(date, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.clients_born_on(date, text) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.clients_born_on(date, text)');
    await runner.query('DROP TABLE audit.event, audit.head, audit.actor, audit.access_point CASCADE');
  }
}
