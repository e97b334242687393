import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** What the review of the log asks the record, and may not read itself: names in common, ties, watched records, reasons. */
const FACTS_OF_THE_RECORD = `
      -- Who shares a surname with whom; p_people: [{ userId, surnames, initial, phone }]. Ids only leave.
      CREATE FUNCTION care.review_namesakes(p_people jsonb) RETURNS TABLE (user_id uuid, client_id uuid, bearers integer,
          by_name boolean, by_phone boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        WITH person AS (SELECT (p ->> 'userId')::uuid AS user_id, s AS surname, p ->> 'initial' AS initial, p ->> 'phone' AS phone
            FROM jsonb_array_elements(p_people) p, jsonb_array_elements_text(p -> 'surnames') s),
        bearer AS (SELECT s.surname, c.id, lower(left(coalesce(c.given_name, c.initials, ''), 1)) AS initial, c.phone
            FROM (SELECT DISTINCT surname FROM person) s JOIN care.client c ON c.practice_id = ctx.practice_id()
              AND position(' ' || s.surname || ' ' IN c.search_text) > 0),
        common AS (SELECT surname, count(*)::integer AS n FROM bearer GROUP BY 1)
        SELECT p.user_id, b.id, min(n.n), bool_or(p.initial <> '' AND p.initial = b.initial),
          bool_or(coalesce(p.phone = b.phone, false))
        FROM person p JOIN bearer b USING (surname) JOIN common n USING (surname) GROUP BY 1, 2 $$;
      -- Teams, own GP and case manager: whoever is tied to a client needs no other reason.
      CREATE FUNCTION care.review_ties(p_from timestamptz, p_until timestamptz) RETURNS TABLE (client_id uuid, user_id uuid,
          span tstzrange)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT m.client_id, m.user_id, m.active FROM care.team_member m
          WHERE m.practice_id = ctx.practice_id() AND m.active && tstzrange(p_from, p_until)
        UNION ALL SELECT c.id, c.gp_id, tstzrange(NULL, NULL) FROM care.client c
          WHERE c.practice_id = ctx.practice_id() AND c.gp_id IS NOT NULL
        UNION ALL SELECT c.id, c.case_manager_id, tstzrange(NULL, NULL) FROM care.client c
          WHERE c.practice_id = ctx.practice_id() AND c.case_manager_id IS NOT NULL $$;
      CREATE FUNCTION care.review_watches(p_from timestamptz, p_until timestamptz) RETURNS TABLE (client_id uuid, span tstzrange)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT w.client_id, tstzrange(w.since, w.until) FROM care.client_watch w
        WHERE w.practice_id = ctx.practice_id() AND tstzrange(w.since, w.until) && tstzrange(p_from, p_until) $$;
      -- Days on which something of the client's own care falls, whoever wrote it and whenever.
      CREATE FUNCTION care.review_reasons(p_from date, p_until date) RETURNS TABLE (client_id uuid, on_day date)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT s.client_id, coalesce(s.step_on, s.made_at::date) FROM care.screening_step s
          WHERE s.practice_id = ctx.practice_id() AND coalesce(s.step_on, s.made_at::date) BETWEEN p_from AND p_until
        UNION SELECT r.client_id, r.completed_on FROM care.response r
          WHERE r.practice_id = ctx.practice_id() AND r.completed_on BETWEEN p_from AND p_until $$;
      REVOKE ALL ON FUNCTION care.review_namesakes(jsonb), care.review_ties(timestamptz, timestamptz),
        care.review_watches(timestamptz, timestamptz), care.review_reasons(date, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.review_namesakes(jsonb), care.review_ties(timestamptz, timestamptz),
        care.review_watches(timestamptz, timestamptz), care.review_reasons(date, date) TO smd_audit_reader;`;

/**
 * Visits (one person, one client, one day) of a period, with what is known of each; only those of which a pattern could say
 * something come out, with a few others by lot. p_people: [{ userId, surnames, initial, phone, since, from, until, weekend }].
 */
const REVIEW = `
      CREATE FUNCTION audit.review(p_from timestamptz, p_until timestamptz, p_people jsonb, p_limits jsonb, p_why jsonb)
        RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, audit, ctx
        SET plan_cache_mode = force_custom_plan SET work_mem = '128MB' AS $$
      DECLARE answer jsonb; f audit.log_filter;
        near interval := make_interval(days => (p_limits ->> 'reasonDays')::integer);
        back timestamptz := p_from - make_interval(days => (p_limits ->> 'habitWindowDays')::integer);
      BEGIN
        WITH person AS MATERIALIZED (
          SELECT * FROM jsonb_to_recordset(p_people) AS p ("userId" uuid, since timestamptz, "from" time, "until" time, weekend boolean)),
        -- what people did in records; reading the log itself, and whoever answers her own questionnaire, are no visits
        act AS MATERIALIZED (
          SELECT e.user_id, e.role_code, e.client_id, e.seq, e.occurred_at, e.action, e.break_glass_id,
            e.occurred_at AT TIME ZONE 'Europe/Amsterdam' AS local
          FROM audit.event e WHERE e.practice_id = ctx.practice_id() AND e.occurred_at >= back AND e.occurred_at < p_until + near
            AND e.client_id IS NOT NULL AND e.outcome = 'SUCCESS' AND e.purpose <> 'AUDIT' AND e.role_code <> 'RESPONDENT'),
        visit AS MATERIALIZED (
          SELECT a.user_id, a.role_code, a.client_id, a.local::date AS day, count(*)::integer AS acts,
            bool_or(a.action IN ('C', 'U', 'D')) AS wrote, min(a.occurred_at) AS first_at, max(a.occurred_at) AS last_at,
            min(a.seq) AS first_seq, min(a.local::time) AS first_time, max(a.local::time) AS last_time,
            bool_or(a.break_glass_id IS NOT NULL) AS emergency
          FROM act a WHERE a.occurred_at >= p_from AND a.occurred_at < p_until GROUP BY 1, 2, 3, 4),
        trace AS MATERIALIZED (
          SELECT t.client_id, array_agg(DISTINCT t.on_day) AS days FROM (
            SELECT a.client_id, a.local::date AS on_day FROM act a
              WHERE a.action IN ('C', 'U', 'D') AND a.occurred_at >= p_from - near
            UNION ALL
            SELECT i.id::uuid, (e.occurred_at AT TIME ZONE 'Europe/Amsterdam')::date FROM audit.event e,
                jsonb_array_elements_text(e.query -> 'ids') AS i (id)
              WHERE e.practice_id = ctx.practice_id() AND e.client_id IS NULL AND e.query ? 'ids' AND e.outcome = 'SUCCESS'
                AND e.occurred_at >= p_from - near AND e.occurred_at < p_until + near
                AND (e.action IN ('C', 'U') OR e.event_type LIKE 'PRINT_%')
            UNION ALL
            SELECT r.client_id, r.on_day FROM care.review_reasons((p_from - near)::date, (p_until + near)::date) r) t GROUP BY 1),
        tie AS MATERIALIZED (SELECT t.client_id, t.user_id, range_agg(t.span) AS spans FROM care.review_ties(p_from, p_until) t GROUP BY 1, 2),
        watched AS MATERIALIZED (SELECT w.client_id, range_agg(w.span) AS spans FROM care.review_watches(p_from, p_until) w GROUP BY 1),
        namesake AS MATERIALIZED (SELECT * FROM care.review_namesakes(p_people)),
        -- a client with name or telephone of somebody who works here; whoever looks, not only that person
        colleague AS MATERIALIZED (
          SELECT n.client_id, bool_or(n.by_phone) AS by_phone, min(n.bearers) AS bearers
          FROM namesake n WHERE n.by_name OR n.by_phone GROUP BY 1),
        -- when each person was at work: how many earlier days, and how many of these outside hours
        work_day AS (
          SELECT a.user_id, a.local::date AS day,
            bool_or(a.local::time < p."from" OR a.local::time >= p."until" OR NOT p.weekend AND extract(isodow FROM a.local) > 5) AS outside
          FROM act a JOIN person p ON p."userId" = a.user_id WHERE a.occurred_at < p_until GROUP BY 1, 2),
        habit AS MATERIALIZED (
          SELECT w.user_id, w.day, count(*) OVER earlier AS active_days, count(*) FILTER (WHERE w.outside) OVER earlier AS outside_days
          FROM work_day w WINDOW earlier AS (PARTITION BY w.user_id ORDER BY w.day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
        known AS MATERIALIZED (
          SELECT v.*, p.since, n.bearers AS namesakes, c.by_phone, c.bearers AS colleague_namesakes,
            coalesce(t.spans && tstzrange(v.first_at, v.last_at, '[]'), false) AS tied,
            coalesce(w.spans && tstzrange(v.first_at, v.last_at, '[]'), false) AS watched,
            coalesce((SELECT bool_or(d BETWEEN v.day - (p_limits ->> 'reasonDays')::integer AND v.day + (p_limits ->> 'reasonDays')::integer)
              FROM unnest(x.days) d), false) AS traced,
            v.first_time < p."from" OR v.last_time >= p."until" OR NOT p.weekend AND extract(isodow FROM v.day) > 5 AS outside
          FROM visit v JOIN person p ON p."userId" = v.user_id
          LEFT JOIN trace x ON x.client_id = v.client_id
          LEFT JOIN tie t ON t.client_id = v.client_id AND t.user_id = v.user_id
          LEFT JOIN watched w ON w.client_id = v.client_id
          LEFT JOIN namesake n ON n.user_id = v.user_id AND n.client_id = v.client_id
          LEFT JOIN colleague c ON c.client_id = v.client_id),
        told AS MATERIALIZED (
          SELECT k.*, NOT (k.tied OR k.wrote OR k.traced) AS reasonless,
            count(*) FILTER (WHERE NOT (k.tied OR k.wrote OR k.traced)) OVER (PARTITION BY k.user_id, k.client_id)::integer AS reasonless_days,
            extract(epoch FROM k.first_at - k.since) / 86400 AS role_days
          FROM known k),
        candidate AS MATERIALIZED (
          SELECT t.* FROM told t
          WHERE t.namesakes IS NOT NULL OR t.by_phone IS NOT NULL OR t.watched OR t.emergency OR t.outside AND NOT t.wrote
            OR t.reasonless AND (t.reasonless_days >= (p_limits ->> 'daysWithoutReason')::integer
              OR t.role_days < (p_limits ->> 'newRoleDays')::integer)),
        -- records opened within an hour, from every whole and every half hour on
        half_hour AS (
          SELECT a.user_id, a.client_id, s.slot, min(a.occurred_at) AS first_at, max(a.occurred_at) AS last_at, min(a.seq) AS first_seq,
            count(*) AS acts, min(a.role_code) AS role_code
          FROM act a JOIN told t ON t.user_id = a.user_id AND t.client_id = a.client_id AND t.day = a.local::date
            CROSS JOIN LATERAL (SELECT floor(extract(epoch FROM a.occurred_at) / 1800)::bigint - g AS slot FROM generate_series(0, 1) g) s
          WHERE a.occurred_at >= p_from AND a.occurred_at < p_until AND NOT t.wrote AND NOT t.tied GROUP BY 1, 2, 3),
        crowded AS (
          SELECT h.user_id, min(h.role_code) AS role_code, h.slot, count(*)::integer AS clients, min(h.first_at) AS first_at,
            max(h.last_at) AS last_at, min(h.first_seq) AS first_seq, sum(h.acts)::integer AS acts
          FROM half_hour h GROUP BY h.user_id, h.slot HAVING count(*) >= (p_limits ->> 'recordsAnHour')::integer),
        -- one line per person and day: the fullest hour
        crowd AS (
          SELECT DISTINCT ON (c.user_id, (c.first_at AT TIME ZONE 'Europe/Amsterdam')::date) c.* FROM crowded c
          ORDER BY c.user_id, (c.first_at AT TIME ZONE 'Europe/Amsterdam')::date, c.clients DESC, c.slot)
        SELECT jsonb_build_object('acts', (SELECT coalesce(sum(v.acts), 0) FROM visit v), 'visits', (SELECT count(*) FROM visit),
          'candidates', coalesce((SELECT jsonb_agg(jsonb_build_object('userId', c.user_id, 'role', c.role_code, 'clientId', c.client_id,
              'firstAt', ctx.utc(c.first_at), 'lastAt', ctx.utc(c.last_at), 'firstSeq', c.first_seq, 'acts', c.acts, 'clients', 1,
              'facts', jsonb_build_object('tied', c.tied, 'wrote', c.wrote, 'traced', c.traced,
                'daysWithoutReason', CASE WHEN c.reasonless THEN c.reasonless_days ELSE 0 END, 'namesakes', c.namesakes,
                'colleague', CASE WHEN c.by_phone THEN 'PHONE' WHEN c.by_phone IS NOT NULL THEN 'NAME' END,
                'colleagueNamesakes', coalesce(c.colleague_namesakes, 0), 'watched', c.watched, 'outsideHours', c.outside,
                'activeDays', coalesce(h.active_days, 0), 'outsideDays', coalesce(h.outside_days, 0), 'emergency', c.emergency,
                'roleDays', c.role_days)) ORDER BY c.first_seq)
            FROM candidate c LEFT JOIN habit h ON h.user_id = c.user_id AND h.day = c.day), '[]'),
          'crowds', coalesce((SELECT jsonb_agg(jsonb_build_object('userId', c.user_id, 'role', c.role_code, 'clientId', NULL,
              'firstAt', ctx.utc(c.first_at), 'lastAt', ctx.utc(c.last_at), 'firstSeq', c.first_seq, 'acts', c.acts,
              'clients', c.clients) ORDER BY c.first_seq) FROM crowd c), '[]'),
          'ordinary', coalesce((SELECT jsonb_agg(jsonb_build_object('userId', o.user_id, 'role', o.role_code, 'clientId', o.client_id,
              'firstAt', ctx.utc(o.first_at), 'lastAt', ctx.utc(o.last_at), 'firstSeq', o.first_seq, 'acts', o.acts, 'clients', 1)
              ORDER BY o.first_seq)
            FROM (SELECT v.* FROM visit v WHERE NOT EXISTS (SELECT FROM candidate c WHERE c.first_seq = v.first_seq)
              ORDER BY md5((p_limits ->> 'seed') || v.first_seq) LIMIT (p_limits ->> 'ordinary')::integer) o), '[]')) INTO answer;
        f.from_at := p_from; f.until_at := p_until;
        PERFORM audit.note_reading(f, p_why, jsonb_build_object('acts', answer -> 'acts', 'visits', answer -> 'visits',
          'candidates', jsonb_array_length(answer -> 'candidates')));
        RETURN answer;
      END $$;
      REVOKE ALL ON FUNCTION audit.review(timestamptz, timestamptz, jsonb, jsonb, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.review(timestamptz, timestamptz, jsonb, jsonb, jsonb) TO smd_app;`;

/** The monthly review of the log: its sample, what the reviewer finds, and the mark on a client that asks for extra watch. */
export class LogReviews1764560100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.client_watch (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, version integer NOT NULL DEFAULT 1, since timestamptz NOT NULL DEFAULT now(),
        set_by uuid NOT NULL, until timestamptz, ended_by uuid,
        CONSTRAINT client_watch_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT client_watch_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT client_watch_category CHECK (category = 1),
        CONSTRAINT client_watch_end CHECK ((until IS NULL) = (ended_by IS NULL)));
      CREATE UNIQUE INDEX client_watch_open_key ON care.client_watch (practice_id, client_id) WHERE until IS NULL;
      ${protectTable({
        name: 'client_watch',
        policy: { kind: 'CLIENT', clientColumn: 'client_id' },
        updatable: ['until', 'ended_by', 'version'],
      })}

      CREATE TABLE care.log_review (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, month date NOT NULL, seed text NOT NULL,
        acts integer NOT NULL, visits integer NOT NULL, made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        signed_by uuid, signed_at timestamptz,
        CONSTRAINT log_review_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT log_review_month_key UNIQUE (practice_id, month),
        CONSTRAINT log_review_month CHECK (extract(day FROM month) = 1),
        CONSTRAINT log_review_signed CHECK ((signed_by IS NULL) = (signed_at IS NULL)));
      ${protectTable({
        name: 'log_review',
        policy: { kind: 'PRACTICE' },
        updatable: ['version', 'signed_by', 'signed_at'],
      })}
      -- Ids, codes and counts; what was seen stands nowhere but in the record.
      CREATE TABLE care.log_review_line (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, review_id uuid NOT NULL,
        position integer NOT NULL, patterns text[] NOT NULL, user_id uuid NOT NULL, role_code text NOT NULL, client_id uuid,
        first_at timestamptz NOT NULL, last_at timestamptz NOT NULL, first_seq bigint NOT NULL, acts integer NOT NULL,
        clients integer NOT NULL, verdict text,
        CONSTRAINT log_review_line_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT log_review_line_position_key UNIQUE (practice_id, review_id, position),
        CONSTRAINT log_review_line_review_fk FOREIGN KEY (practice_id, review_id) REFERENCES care.log_review (practice_id, id),
        CONSTRAINT log_review_line_verdict CHECK (verdict IN ('IN_ORDER', 'NOT_IN_ORDER', 'LOOK_FURTHER')));
      ${protectTable({ name: 'log_review_line', policy: { kind: 'PRACTICE' }, updatable: ['version', 'verdict'] })}
      -- Every verdict stays, also one that was changed later.
      CREATE TABLE care.log_review_outcome (
        practice_id uuid NOT NULL, id uuid NOT NULL, line_id uuid NOT NULL, verdict text NOT NULL, note text,
        decided_by uuid NOT NULL, decided_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT log_review_outcome_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT log_review_outcome_line_fk FOREIGN KEY (practice_id, line_id)
          REFERENCES care.log_review_line (practice_id, id),
        CONSTRAINT log_review_outcome_note CHECK (verdict = 'IN_ORDER' OR char_length(note) > 0));
      CREATE INDEX log_review_outcome_line_ix ON care.log_review_outcome (practice_id, line_id, decided_at);
      ${protectTable({ name: 'log_review_outcome', policy: { kind: 'PRACTICE' } })}
      ${FACTS_OF_THE_RECORD}
      RESET ROLE;

      GRANT CREATE ON SCHEMA audit TO smd_audit_reader;
      SET LOCAL ROLE smd_audit_reader;
      ${REVIEW}
      RESET ROLE;
      REVOKE CREATE ON SCHEMA audit FROM smd_audit_reader;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION audit.review(timestamptz, timestamptz, jsonb, jsonb, jsonb);
      DROP FUNCTION care.review_namesakes(jsonb), care.review_ties(timestamptz, timestamptz),
        care.review_watches(timestamptz, timestamptz), care.review_reasons(date, date);
      DROP TABLE care.log_review_outcome, care.log_review_line, care.log_review, care.client_watch;`);
  }
}
