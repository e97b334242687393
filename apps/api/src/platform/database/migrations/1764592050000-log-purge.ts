import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years that the access log is kept. Source: Begz, at least 5; `docs/retention.md`. */
const KEPT = '5 years';

/**
 * The access log is kept for five years after the month it is of, and then goes by whole months. Every practice keeps a row that
 * says so: how many rows went, up to which number, and before which day. Rows of a practice are numbered in the order of time, so
 * what goes is always the beginning. By the database's own clock.
 */
export class LogPurge1764592050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ DECLARE part text; BEGIN
        FOR part IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'audit.event'::regclass
        LOOP EXECUTE format('ALTER TABLE audit.%I OWNER TO smd_audit_owner', part); END LOOP;
      END $$;
      ALTER FUNCTION audit.ensure_month(date) OWNER TO smd_audit_owner;
      SET LOCAL ROLE smd_audit_owner;
      -- A month belongs to who owns the log, whoever asks for it; the worker asks every hour, so none goes without.
      ALTER FUNCTION audit.ensure_month(date) SECURITY DEFINER SET search_path = pg_catalog, audit, ctx;
      GRANT EXECUTE ON FUNCTION audit.ensure_month(date) TO smd_worker;
      CREATE FUNCTION audit.purge_expired() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, audit, ctx SET timezone = 'UTC' AS $$
      DECLARE part text; month date; before date; gone record; months integer := 0;
        practice text := current_setting('app.practice_id', true);
      BEGIN
        FOR part IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
          WHERE i.inhparent = 'audit.event'::regclass AND c.relname ~ '^event_[0-9]{4}_[0-9]{2}$' ORDER BY c.relname
        LOOP
          month := to_date(substr(part, 7), 'YYYY_MM');
          before := month + interval '1 month';
          EXIT WHEN before > now() - interval '${KEPT}';
          FOR gone IN EXECUTE format('SELECT practice_id, count(*) AS rows, max(seq) AS until FROM audit.%I GROUP BY 1 ORDER BY 1', part)
          LOOP
            PERFORM set_config('app.practice_id', gone.practice_id::text, true);
            PERFORM audit.append(jsonb_build_array(jsonb_build_object('type', 'PURGE_ACCESS_LOG', 'action', 'D',
              'objectType', 'ACCESS_LOG', 'purpose', 'ADMINISTRATION', 'rule', 'BEGZ', 'query', jsonb_build_object(
                'month', to_char(month, 'YYYY-MM'), 'before', before, 'rows', gone.rows, 'untilSeq', gone.until))));
          END LOOP;
          EXECUTE format('DROP TABLE audit.%I', part);
          months := months + 1;
        END LOOP;
        PERFORM set_config('app.practice_id', coalesce(practice, ''), true);
        RETURN months;
      END $$;
      REVOKE ALL ON FUNCTION audit.purge_expired() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit.purge_expired() TO smd_worker;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION audit.purge_expired();
      REVOKE EXECUTE ON FUNCTION audit.ensure_month(date) FROM smd_worker;
      ALTER FUNCTION audit.ensure_month(date) SECURITY INVOKER RESET search_path`);
  }
}
