import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What both functions decide alike: a manager's own session, and a colleague's sessions in the same practice. */
const OF_COLLEAGUE = `auth.session me
  JOIN care.membership mine ON mine.practice_id = me.practice_id AND mine.id = me.membership_id AND mine.valid @> now()
    AND mine.role = 'PRACTICE_MANAGER'
  JOIN auth.session s ON s.practice_id = me.practice_id AND s.membership_id = p_user AND s.account_id <> me.account_id
    AND s.ended_at IS NULL
  WHERE me.token_hash = p_token_hash AND me.ended_at IS NULL AND me.expires_at > now() AND me.second_factor_at IS NOT NULL`;

/**
 * A manager sees where a colleague is signed in to this practice, and ends it: a lost telephone, a screen that was left open.
 * Where the same person works in another practice is not told, and stays.
 */
export class SessionsOfColleagues1764592030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      CREATE FUNCTION auth.colleague_sessions(p_token_hash bytea, p_user uuid, p_idle interval) RETURNS jsonb LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, auth, care, ctx AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'device', coalesce(s.device, ''), 'startedAt', ctx.utc(s.started_at),
          'lastInputAt', ctx.utc(s.last_input_at)) ORDER BY s.last_input_at DESC, s.id), '[]')
        FROM ${OF_COLLEAGUE} AND s.expires_at > now() AND s.last_input_at + p_idle > now() $$;
      CREATE FUNCTION auth.end_colleague_session(p_token_hash bytea, p_user uuid, p_session uuid) RETURNS boolean LANGUAGE sql
        SECURITY DEFINER SET search_path = pg_catalog, auth, care, ctx AS $$
        WITH ended AS (UPDATE auth.session SET ended_at = now()
          WHERE id = (SELECT s.id FROM ${OF_COLLEAGUE} AND s.id = p_session) RETURNING 1)
        SELECT EXISTS (SELECT FROM ended) $$;
      REVOKE ALL ON FUNCTION auth.colleague_sessions(bytea, uuid, interval), auth.end_colleague_session(bytea, uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.colleague_sessions(bytea, uuid, interval), auth.end_colleague_session(bytea, uuid, uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION auth.colleague_sessions(bytea, uuid, interval), auth.end_colleague_session(bytea, uuid, uuid)',
    );
  }
}
