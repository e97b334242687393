import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A set-up link may also be of a further practice, which its host made and where nobody works yet. */
export class FurtherPractices1764510200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE care.user_invitation ALTER COLUMN invited_by DROP NOT NULL; -- the first manager is asked in by nobody
      SET LOCAL ROLE smd_auth;
      CREATE OR REPLACE FUNCTION auth.set_up_is_open(p_token_hash bytea) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth, care AS $$
        SELECT EXISTS (SELECT FROM auth.one_time_link l WHERE token_hash = p_token_hash AND purpose = 'SET_UP'
          AND used_at IS NULL AND expires_at > now() AND CASE WHEN practice_id IS NULL THEN NOT EXISTS (SELECT FROM auth.account)
            ELSE NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = l.practice_id) END) $$;
      -- The practice of a link to a further one; none for the first of an installation.
      CREATE FUNCTION auth.set_up_practice(p_token_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth, care AS $$
        SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM auth.one_time_link l JOIN care.practice p ON p.id = l.practice_id
        WHERE l.token_hash = p_token_hash AND l.purpose = 'SET_UP' AND auth.set_up_is_open(p_token_hash) $$;
      -- Uses such a link up and opens that of the manager's invitation. The lock lets one of several links win.
      CREATE FUNCTION auth.use_practice_set_up(p_token_hash bytea, p_user uuid, p_link_hash bytea, p_valid interval) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
      DECLARE place uuid;
      BEGIN
        LOCK TABLE auth.one_time_link IN SHARE ROW EXCLUSIVE MODE;
        UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_token_hash AND practice_id IS NOT NULL
          AND auth.set_up_is_open(p_token_hash) RETURNING practice_id INTO place;
        IF place IS NULL THEN RETURN false; END IF;
        INSERT INTO auth.one_time_link (token_hash, purpose, practice_id, user_id, expires_at)
          VALUES (p_link_hash, 'INVITATION', place, p_user, now() + p_valid);
        RETURN true;
      END $$;
      -- The two below: only for the login that owns the database.
      CREATE FUNCTION auth.place_for_practice(p_short_name text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth, care AS $$
        SELECT jsonb_build_object('hasAccounts', EXISTS (SELECT FROM auth.account), 'id', (SELECT id FROM care.practice WHERE short_name = p_short_name),
          'hasPeople', EXISTS (SELECT FROM care.membership m JOIN care.practice p ON p.id = m.practice_id
            WHERE p.short_name = p_short_name)) $$;
      CREATE FUNCTION auth.offer_practice_link(p_practice uuid, p_token_hash bytea, p_valid interval) RETURNS void LANGUAGE sql
        SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
        UPDATE auth.one_time_link SET expires_at = now() WHERE practice_id = p_practice AND expires_at > now();
        INSERT INTO auth.one_time_link (token_hash, purpose, practice_id, expires_at)
          VALUES (p_token_hash, 'SET_UP', p_practice, now() + p_valid) $$;
      REVOKE ALL ON FUNCTION auth.set_up_practice(bytea), auth.use_practice_set_up(bytea, uuid, bytea, interval),
        auth.place_for_practice(text), auth.offer_practice_link(uuid, bytea, interval) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.set_up_practice(bytea), auth.use_practice_set_up(bytea, uuid, bytea, interval) TO smd_app;
      RESET ROLE;`);
  }

  /** The way a set-up link is judged stays: without links of further practices it is what it was. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      DROP FUNCTION auth.set_up_practice(bytea), auth.use_practice_set_up(bytea, uuid, bytea, interval),
        auth.place_for_practice(text), auth.offer_practice_link(uuid, bytea, interval);
      RESET ROLE;`);
  }
}
