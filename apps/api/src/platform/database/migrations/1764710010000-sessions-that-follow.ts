import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that look at how long ago somebody gave input. */
const LOOKING = ['use_session', 'own_sessions', 'live_sessions', 'standing_sessions', 'colleague_sessions'];

/**
 * A screen that follows a running meeting locks after an hour instead of a quarter. The page says so again every minute; what it said
 * holds for a minute and a half, so that a page that was left, or a meeting that closed, is soon back to the quarter. Source: trust.md 7.
 */
export class SessionsThatFollow1764710010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      ALTER TABLE auth.session ADD COLUMN follows_until timestamptz;
      CREATE FUNCTION auth.idle_limit(s auth.session, p_idle interval) RETURNS interval LANGUAGE sql STABLE
        SET search_path = pg_catalog AS $$
        SELECT CASE WHEN s.follows_until > now() THEN greatest(p_idle, interval '60 minutes') ELSE p_idle END $$;
      REVOKE ALL ON FUNCTION auth.idle_limit(auth.session, interval) FROM PUBLIC;
      -- For the holder of the secret, while her session stands; saying it is no input.
      CREATE FUNCTION auth.follow_meeting(p_token_hash bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth AS $$
        UPDATE auth.session SET follows_until = now() + interval '90 seconds' WHERE token_hash = p_token_hash AND ended_at IS NULL $$;
      REVOKE ALL ON FUNCTION auth.follow_meeting(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.follow_meeting(bytea) TO smd_app;
      DO $outer$ DECLARE fn text; was text; BEGIN
        FOREACH fn IN ARRAY '{${LOOKING.map((name) => `auth.${name}`).join(',')}}'::text[] LOOP
          was := pg_get_functiondef(fn::regproc);
          EXECUTE replace(was, 's.last_input_at + p_idle', 's.last_input_at + auth.idle_limit(s, p_idle)');
          IF pg_get_functiondef(fn::regproc) = was THEN RAISE EXCEPTION '% is not as expected', fn; END IF;
        END LOOP;
      END $outer$;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $outer$ DECLARE fn text; BEGIN
        FOREACH fn IN ARRAY '{${LOOKING.map((name) => `auth.${name}`).join(',')}}'::text[] LOOP
          EXECUTE replace(pg_get_functiondef(fn::regproc), 'auth.idle_limit(s, p_idle)', 'p_idle');
        END LOOP;
      END $outer$;
      DROP FUNCTION auth.follow_meeting(bytea), auth.idle_limit(auth.session, interval);
      ALTER TABLE auth.session DROP COLUMN follows_until`);
  }
}
