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
      ALTER TABLE audit.head ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.head FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.event_later ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event_later FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit.actor ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.actor FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON audit.head AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.event AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.event_later AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY tenant ON audit.actor AS RESTRICTIVE TO smd_app, smd_audit_reader
        USING (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY keeper ON audit.head USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.event USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.event_later USING (true) WITH CHECK (true);
      CREATE POLICY keeper ON audit.actor USING (true) WITH CHECK (true);
      GRANT SELECT ON audit.event, audit.actor TO smd_audit_reader;

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

      -- All rows of one act, once, as its last statement: no log, no data.
      CREATE FUNCTION audit.append(p_rows jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, audit, ctx AS $$
      DECLARE last_seq bigint;
      BEGIN
        IF ctx.practice_id() IS NULL THEN RAISE EXCEPTION 'the access log needs a practice'; END IF;
        INSERT INTO audit.head AS h (practice_id, seq) VALUES (ctx.practice_id(), jsonb_array_length(p_rows))
          ON CONFLICT (practice_id) DO UPDATE SET seq = h.seq + excluded.seq RETURNING h.seq INTO last_seq;
        INSERT INTO audit.actor (practice_id, user_id, user_name)
          SELECT ctx.practice_id(), ctx.user_id(), ctx.setting('user_name')
          WHERE ctx.user_id() IS NOT NULL AND ctx.setting('user_name') IS NOT NULL ON CONFLICT DO NOTHING;
        INSERT INTO audit.event (practice_id, seq, occurred_at, event_id, event_type, action, outcome, user_id, user_alt_id,
          user_is_requestor, responsible_user_id, role_code, purpose, ap_type, ap_id, client_id, object_type, object_role,
          object_id_type, object_id, lifecycle, query, sensitivity, policy_set, authorisation_rule, relation_rule,
          consent_rule_id, checks, org_id, source_id, source_type, request_id, break_glass_id)
        SELECT ctx.practice_id(), last_seq - jsonb_array_length(p_rows) + ord, clock_timestamp(), gen_random_uuid(),
          r ->> 'type', r ->> 'action', coalesce(r ->> 'outcome', 'SUCCESS'), ctx.user_id(), ctx.setting('user_alt_id'), true,
          ctx.user_id(), ctx.setting('role'), coalesce(r ->> 'purpose', 'TREATMENT'), 'IP_ADDRESS',
          coalesce(ctx.setting('address'), '-'),
          CASE WHEN r ? 'refusedId' THEN care.client_of((r ->> 'refusedId')::uuid) ELSE (r ->> 'clientId')::uuid END,
          r ->> 'objectType', coalesce(r ->> 'objectRole', 'PATIENT_DATA'), 'UUID', r ->> 'objectId',
          coalesce(r ->> 'lifecycle', CASE r ->> 'action' WHEN 'C' THEN 'CREATION' WHEN 'U' THEN 'AMENDMENT' ELSE 'ACCESS' END),
          r -> 'query', (r ->> 'category')::smallint, 'samenoud-matrix-1', r ->> 'rule', r ->> 'relation', r ->> 'basis',
          coalesce(r ->> 'checks', 'F,T,R,C,S'), ctx.org_id(), 'samenoud', 'APPLICATION_SERVER',
          coalesce(ctx.setting('request_id'), '-'), (r ->> 'breakGlassId')::uuid
        FROM jsonb_array_elements(p_rows) WITH ORDINALITY AS t (r, ord);
      END $$;

      -- What the worker seals: new rows as text, oldest first, of one practice.
      CREATE FUNCTION audit.heads() RETURNS TABLE (practice_id uuid, seq bigint) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, audit AS $$ SELECT h.practice_id, h.seq FROM audit.head h ORDER BY 1 $$;
      CREATE FUNCTION audit.rows_of(p_practice uuid, p_after bigint, p_until bigint) RETURNS TABLE (seq bigint, content text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, audit SET timezone = 'UTC' AS
        $$ SELECT e.seq, to_jsonb(e)::text FROM audit.event e
           WHERE e.practice_id = p_practice AND e.seq > p_after AND e.seq <= p_until ORDER BY e.seq $$;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.append(jsonb) TO smd_app, smd_audit_reader;
      GRANT EXECUTE ON FUNCTION audit.heads(), audit.rows_of(uuid, bigint, bigint) TO smd_worker;
      RESET ROLE;
      GRANT CREATE ON SCHEMA audit TO smd_audit_reader;
      SET LOCAL ROLE smd_audit_reader;
      CREATE FUNCTION audit.read_events(p_client uuid, p_user uuid, p_from timestamptz, p_until timestamptz,
          p_before bigint, p_limit integer, p_view text)
        RETURNS TABLE (event jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx AS $$
      BEGIN
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('type', 'READ_ACCESS_LOG', 'action', 'R',
          'purpose', 'AUDIT', 'objectType', 'ACCESS_LOG', 'objectRole', 'SECURITY_RESOURCE', 'clientId', p_client,
          'objectId', p_user, 'query', jsonb_build_object('view', p_view, 'from', p_from, 'until', p_until))));
        RETURN QUERY SELECT to_jsonb(e) || jsonb_build_object('user_name', a.user_name)
          FROM audit.event e LEFT JOIN audit.actor a ON a.practice_id = e.practice_id AND a.user_id = e.user_id
          WHERE e.practice_id = ctx.practice_id() AND (p_client IS NULL OR e.client_id = p_client)
            AND (p_user IS NULL OR e.user_id = p_user) AND (p_from IS NULL OR e.occurred_at >= p_from)
            AND (p_until IS NULL OR e.occurred_at < p_until) AND (p_before IS NULL OR e.seq < p_before)
          ORDER BY e.seq DESC LIMIT p_limit;
      END $$;
      REVOKE ALL ON FUNCTION audit.read_events(uuid, uuid, timestamptz, timestamptz, bigint, integer, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.read_events(uuid, uuid, timestamptz, timestamptz, bigint, integer, text) TO smd_app;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA audit FROM smd_audit_reader;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit.event, audit.head, audit.actor CASCADE');
  }
}
