import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the app look, for everyone who listens at once, whose session and membership still stand. */
export class LiveEvents1764530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      -- For the holder of each secret; looking is no input.
      CREATE FUNCTION auth.live_sessions(p_token_hashes bytea[], p_idle interval) RETURNS jsonb LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('hash', encode(s.token_hash, 'hex'), 'userId', m.id, 'role', m.role)), '[]')
        FROM auth.session s
        JOIN auth.account a ON a.id = s.account_id AND a.disabled_at IS NULL
        JOIN care.membership m ON m.practice_id = s.practice_id AND m.id = s.membership_id AND m.valid @> now()
        WHERE s.token_hash = ANY (p_token_hashes) AND s.ended_at IS NULL AND s.expires_at > now()
          AND s.last_input_at + p_idle > now() AND s.second_factor_at IS NOT NULL $$;
      REVOKE ALL ON FUNCTION auth.live_sessions(bytea[], interval) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.live_sessions(bytea[], interval) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION auth.live_sessions(bytea[], interval)');
  }
}
