import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows about clients or about whatever else is asked: acts on one client also where she was only one of a list. */
const MATCHING = `matching AS NOT MATERIALIZED (
          SELECT e.* FROM audit.event e
          WHERE e.practice_id = ctx.practice_id() AND (f.clients IS NULL OR e.client_id = ANY (f.clients)) AND CONDITIONS
          UNION ALL
          SELECT e.* FROM audit.shown_in(f.clients) s
          JOIN audit.event e ON e.practice_id = ctx.practice_id() AND e.seq = s.seq AND e.occurred_at = s.occurred_at
          WHERE CONDITIONS)`.replaceAll(
  'CONDITIONS',
  `(f.user_id IS NULL OR e.user_id = f.user_id) AND (f.from_at IS NULL OR e.occurred_at >= f.from_at)
            AND (f.until_at IS NULL OR e.occurred_at < f.until_at) AND (f.role IS NULL OR e.role_code = f.role)
            AND (f.action IS NULL OR e.action = f.action) AND (f.refused IS NOT TRUE OR e.outcome <> 'SUCCESS')
            AND (f.emergency IS NOT TRUE OR e.break_glass_id IS NOT NULL)`,
);

/** The overviews of the access log with filters and lists, and the overview for the client, a line per person, day and ground. */
export class LogOverviews1764560000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_audit_owner;
      CREATE INDEX event_shown_ix ON audit.event USING gin ((query -> 'ids') jsonb_path_ops)
        WHERE client_id IS NULL AND query ? 'ids';
      CREATE TYPE audit.log_filter AS (clients uuid[], user_id uuid, from_at timestamptz, until_at timestamptz, role text,
        action text, refused boolean, emergency boolean);
      -- Lists, letters and imports that clients were part of. The owner's, so that the index on ids can be used: behind
      -- row-level security an operator that might leak is not asked first. The practice is its first condition.
      CREATE FUNCTION audit.shown_in(p_clients uuid[]) RETURNS TABLE (seq bigint, occurred_at timestamptz) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, audit, ctx AS
        $$ SELECT DISTINCT e.seq, e.occurred_at FROM unnest(p_clients) AS c (id)
           CROSS JOIN LATERAL (SELECT x.seq, x.occurred_at FROM audit.event x
             WHERE x.practice_id = ctx.practice_id() AND x.client_id IS NULL AND x.query ? 'ids'
               AND x.query -> 'ids' @> jsonb_build_array(c.id::text)) e $$;
      REVOKE ALL ON FUNCTION audit.shown_in(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.shown_in(uuid[]) TO smd_audit_reader;
      RESET ROLE;

      GRANT CREATE ON SCHEMA audit TO smd_audit_reader;
      SET LOCAL ROLE smd_audit_reader;
      DROP FUNCTION audit.read_events(uuid, uuid, timestamptz, timestamptz, bigint, integer, jsonb);
      CREATE FUNCTION audit.note_reading(f audit.log_filter, p_why jsonb, p_query jsonb) RETURNS void LANGUAGE sql
        SET search_path = pg_catalog, audit, ctx AS
        $$ SELECT audit.append(jsonb_build_array(jsonb_build_object('type', p_why ->> 'type', 'action', p_why ->> 'action',
             'purpose', 'AUDIT', 'objectType', 'ACCESS_LOG', 'clientId', f.clients[1], 'objectId', coalesce(f.clients[1], f.user_id),
             'rule', p_why ->> 'rule', 'relation', p_why ->> 'relation', 'basis', 'NOT_NEEDED',
             'query', jsonb_strip_nulls(jsonb_build_object('view', p_why ->> 'view', 'from', ctx.utc(f.from_at),
               'until', ctx.utc(f.until_at), 'role', f.role, 'action', f.action, 'refused', f.refused,
               'emergency', f.emergency)) || p_query))) $$;
      REVOKE ALL ON FUNCTION audit.note_reading(audit.log_filter, jsonb, jsonb) FROM PUBLIC;

      -- One page of an overview, newest first; the reading is logged in the same breath. p_why: view, type, action, rule, relation.
      CREATE FUNCTION audit.read_log(p_filter jsonb, p_before bigint, p_limit integer, p_why jsonb) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx SET plan_cache_mode = force_custom_plan AS $$
      DECLARE answer jsonb; f audit.log_filter := jsonb_populate_record(NULL::audit.log_filter, p_filter);
      BEGIN
        WITH ${MATCHING},
        page AS (SELECT * FROM matching m WHERE p_before IS NULL OR m.seq < p_before ORDER BY m.seq DESC LIMIT p_limit)
        SELECT jsonb_build_object('total', (SELECT count(*) FROM matching), 'events', coalesce((
          SELECT jsonb_agg(to_jsonb(g) || jsonb_build_object('occurred_at', ctx.utc(g.occurred_at), 'user_name', a.user_name,
            'address', p.address) ORDER BY g.seq DESC)
          FROM page g LEFT JOIN audit.actor a ON a.practice_id = g.practice_id AND a.user_id = g.user_id
          LEFT JOIN audit.access_point p ON p.practice_id = g.practice_id AND p.id::text = g.ap_id), '[]')) INTO answer;
        PERFORM audit.note_reading(f, p_why,
          jsonb_build_object('before', p_before, 'count', jsonb_array_length(answer -> 'events')));
        RETURN answer;
      END $$;

      -- The overview for the client: what one person did on one day on one ground is one line with a count, and the kinds of
      -- data she read stand in it. Nothing is left out. p_upto holds still what is shown while somebody turns pages.
      CREATE FUNCTION audit.client_overview(p_filter jsonb, p_upto bigint, p_before bigint, p_limit integer, p_why jsonb)
        RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx
        SET plan_cache_mode = force_custom_plan AS $$
      DECLARE answer jsonb; f audit.log_filter := jsonb_populate_record(NULL::audit.log_filter, p_filter);
      BEGIN
        WITH ${MATCHING},
        act AS (
          SELECT (m.occurred_at AT TIME ZONE 'Europe/Amsterdam')::date AS on_day, m.user_id, m.responsible_user_id, m.role_code,
            m.org_id, m.outcome, m.query ->> 'code' AS refusal, m.relation_rule, m.consent_rule_id, m.break_glass_id,
            m.client_id IS NULL AS listed, m.action, m.object_type,
            CASE WHEN m.outcome = 'SUCCESS' AND m.action = 'R' AND m.client_id IS NOT NULL AND m.object_type <> 'ACCESS_LOG'
              THEN 'READ' ELSE m.event_type END AS kind,
            m.authorisation_rule, count(*) AS times, min(m.occurred_at) AS first_at, max(m.occurred_at) AS last_at,
            max(m.seq) AS last_seq
          FROM matching m WHERE p_upto IS NULL OR m.seq <= p_upto GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
        line AS (
          SELECT on_day, user_id, responsible_user_id, role_code, org_id, outcome, refusal, relation_rule, consent_rule_id,
            break_glass_id, listed, action, kind, sum(times)::integer AS times, min(first_at) AS first_at, max(last_at) AS last_at,
            max(last_seq) AS last_seq, jsonb_agg(DISTINCT object_type) AS objects,
            jsonb_agg(DISTINCT authorisation_rule) FILTER (WHERE authorisation_rule IS NOT NULL) AS rules
          FROM act GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
        page AS (SELECT * FROM line l WHERE p_before IS NULL OR l.last_seq < p_before ORDER BY l.last_seq DESC LIMIT p_limit)
        SELECT jsonb_build_object('total', (SELECT count(*) FROM line), 'acts', (SELECT coalesce(sum(times), 0) FROM line),
          'upto', coalesce(p_upto, (SELECT max(last_seq) FROM line), 0), 'lines', coalesce((
            SELECT jsonb_agg(to_jsonb(g) || jsonb_build_object('first_at', ctx.utc(g.first_at), 'last_at', ctx.utc(g.last_at),
              'user_name', a.user_name, 'responsible_name', r.user_name) ORDER BY g.last_seq DESC)
            FROM page g LEFT JOIN audit.actor a ON a.practice_id = ctx.practice_id() AND a.user_id = g.user_id
            LEFT JOIN audit.actor r ON r.practice_id = ctx.practice_id() AND r.user_id = g.responsible_user_id
              AND r.user_id <> g.user_id), '[]')) INTO answer;
        PERFORM audit.note_reading(f, p_why,
          jsonb_build_object('before', p_before, 'count', jsonb_array_length(answer -> 'lines')));
        RETURN answer;
      END $$;
      REVOKE ALL ON FUNCTION audit.read_log(jsonb, bigint, integer, jsonb),
        audit.client_overview(jsonb, bigint, bigint, integer, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.read_log(jsonb, bigint, integer, jsonb),
        audit.client_overview(jsonb, bigint, bigint, integer, jsonb) TO smd_app;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA audit FROM smd_audit_reader;

      SET LOCAL ROLE smd_owner;
      -- Whose overview it is, for the paper that the log officer makes for a client she found by name and birth date.
      CREATE FUNCTION care.client_of_overview(p_id uuid) RETURNS TABLE (initials text, given_name text, name_prefix text,
          family_name text, partner_prefix text, partner_family_name text, name_use text, birth_date date)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS
        $$ SELECT c.initials, c.given_name, c.name_prefix, c.family_name, c.partner_prefix, c.partner_family_name, c.name_use,
             c.birth_date FROM care.client c
           WHERE c.practice_id = ctx.practice_id() AND ctx.setting('role') = 'LOG_OFFICER' AND c.id = p_id $$;
      REVOKE ALL ON FUNCTION care.client_of_overview(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.client_of_overview(uuid) TO smd_app;
      ALTER TABLE care.practice ADD COLUMN log_names boolean NOT NULL DEFAULT true;
      GRANT UPDATE (log_names) ON care.practice TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION care.client_of_overview(uuid);
      ALTER TABLE care.practice DROP COLUMN log_names;
      DROP FUNCTION audit.client_overview(jsonb, bigint, bigint, integer, jsonb), audit.read_log(jsonb, bigint, integer, jsonb),
        audit.note_reading(audit.log_filter, jsonb, jsonb), audit.shown_in(uuid[]);
      DROP TYPE audit.log_filter;
      DROP INDEX audit.event_shown_ix;`);
  }
}
