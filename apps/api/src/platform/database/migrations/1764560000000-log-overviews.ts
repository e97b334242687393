import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOverview, JOINED, readLog, ROWS_TWICE } from '../log-functions.ts';

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
      ${readLog(ROWS_TWICE)}

      -- The overview for the client: what one person did on one day on one ground is one line with a count, and the kinds of
      -- data she read stand in it. Nothing is left out. p_upto holds still what is shown while somebody turns pages.
      ${clientOverview(JOINED)}
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
