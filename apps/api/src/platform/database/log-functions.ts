// The functions that read the access log, as migrations make them: what is changed here changes those of the past.

/** The row of a place in the log, asked for each place: joined to all rows at once, the planner read a practice's whole log for it. */
export const rowAt = (place: string): string => `CROSS JOIN LATERAL (SELECT x.* FROM audit.event x
            WHERE x.practice_id = ctx.practice_id() AND x.seq = ${place}.seq AND x.occurred_at = ${place}.occurred_at OFFSET 0) e`;
export const JOINED = `JOIN audit.event e ON e.practice_id = ctx.practice_id() AND e.seq = s.seq AND e.occurred_at = s.occurred_at`;

const CONDITIONS = `(f.user_id IS NULL OR e.user_id = f.user_id) AND (f.from_at IS NULL OR e.occurred_at >= f.from_at)
            AND (f.until_at IS NULL OR e.occurred_at < f.until_at) AND (f.role IS NULL OR e.role_code = f.role)
            AND (f.action IS NULL OR e.action = f.action) AND (f.refused IS NOT TRUE OR e.outcome <> 'SUCCESS')
            AND (f.emergency IS NOT TRUE OR e.break_glass_id IS NOT NULL)`;

/** Rows about clients or about whatever else is asked: acts on one client also where she was only one of a list. */
const matching = (columns: string, listed: string): string => `
          SELECT ${columns} FROM audit.event e
          WHERE e.practice_id = ctx.practice_id() AND (f.clients IS NULL OR e.client_id = ANY (f.clients)) AND ${CONDITIONS}
          UNION ALL
          SELECT ${columns} FROM audit.shown_in(f.clients) s
          ${listed}
          WHERE ${CONDITIONS}`;

const pageOf = (rows: string): string =>
  `SELECT * FROM ${rows} m WHERE p_before IS NULL OR m.seq < p_before ORDER BY m.seq DESC LIMIT p_limit`;

/** Places first, and only of one page the whole rows. */
export const PLACES_FIRST = `matching AS MATERIALIZED (${matching('e.seq, e.occurred_at', rowAt('s'))}),
        place AS (${pageOf('matching')}),
        page AS (SELECT e.* FROM place p ${rowAt('p')})`;
export const ROWS_TWICE = `matching AS NOT MATERIALIZED (${matching('e.*', JOINED)}),
        page AS (${pageOf('matching')})`;

export const readLog = (rows: string): string => `
      CREATE OR REPLACE FUNCTION audit.read_log(p_filter jsonb, p_before bigint, p_limit integer, p_why jsonb) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx SET plan_cache_mode = force_custom_plan AS $$
      DECLARE answer jsonb; f audit.log_filter := jsonb_populate_record(NULL::audit.log_filter, p_filter);
      BEGIN
        WITH ${rows}
        SELECT jsonb_build_object('total', (SELECT count(*) FROM matching), 'events', coalesce((
          SELECT jsonb_agg(to_jsonb(g) || jsonb_build_object('occurred_at', ctx.utc(g.occurred_at), 'user_name', a.user_name,
            'address', p.address) ORDER BY g.seq DESC)
          FROM page g LEFT JOIN audit.actor a ON a.practice_id = g.practice_id AND a.user_id = g.user_id
          LEFT JOIN audit.access_point p ON p.practice_id = g.practice_id AND p.id::text = g.ap_id), '[]')) INTO answer;
        PERFORM audit.note_reading(f, p_why,
          jsonb_build_object('before', p_before, 'count', jsonb_array_length(answer -> 'events')));
        RETURN answer;
      END $$;`;

export const clientOverview = (listed: string): string => `
      CREATE OR REPLACE FUNCTION audit.client_overview(p_filter jsonb, p_upto bigint, p_before bigint, p_limit integer, p_why jsonb)
        RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx
        SET plan_cache_mode = force_custom_plan AS $$
      DECLARE answer jsonb; f audit.log_filter := jsonb_populate_record(NULL::audit.log_filter, p_filter);
      BEGIN
        WITH matching AS NOT MATERIALIZED (${matching('e.*', listed)}),
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
      END $$;`;
