import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, factors and sessions: reached through functions only, each of which wants a secret's hash or a known name. */
export class Accounts1763700500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT CREATE ON SCHEMA auth TO smd_auth;
      SET LOCAL ROLE smd_auth;
      CREATE TABLE auth.account (
        id uuid NOT NULL, email text NOT NULL, display_name text NOT NULL, password_hash text,
        totp_secret bytea, totp_confirmed_at timestamptz, totp_last_step bigint NOT NULL DEFAULT 0,
        disabled_at timestamptz, created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_pk PRIMARY KEY (id), CONSTRAINT account_email_key UNIQUE (email),
        CONSTRAINT account_email CHECK (email = lower(email)));
      CREATE TABLE auth.recovery_code (
        account_id uuid NOT NULL, code_hash bytea NOT NULL, used_at timestamptz,
        CONSTRAINT recovery_code_pk PRIMARY KEY (account_id, code_hash),
        CONSTRAINT recovery_code_account_fk FOREIGN KEY (account_id) REFERENCES auth.account (id));
      CREATE TABLE auth.session (
        id uuid NOT NULL, token_hash bytea NOT NULL, account_id uuid NOT NULL, practice_id uuid, membership_id uuid,
        second_factor_at timestamptz, factor_attempts integer NOT NULL DEFAULT 0, device text,
        started_at timestamptz NOT NULL DEFAULT now(), last_input_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL, ended_at timestamptz,
        CONSTRAINT session_pk PRIMARY KEY (id), CONSTRAINT session_token_key UNIQUE (token_hash),
        CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES auth.account (id));
      CREATE INDEX session_account_ix ON auth.session (account_id);
      CREATE TABLE auth.one_time_link (
        token_hash bytea NOT NULL, purpose text NOT NULL, account_id uuid, expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT one_time_link_pk PRIMARY KEY (token_hash),
        CONSTRAINT one_time_link_account_fk FOREIGN KEY (account_id) REFERENCES auth.account (id),
        CONSTRAINT one_time_link_purpose CHECK (purpose IN ('SET_UP', 'PASSWORD')),
        CONSTRAINT one_time_link_whose CHECK ((purpose = 'SET_UP') = (account_id IS NULL)));
      -- Keys are hashes of who was tried and from where: neither stands here in the clear.
      CREATE TABLE auth.throttle (
        key bytea NOT NULL, failures integer NOT NULL DEFAULT 0, last_attempt_at timestamptz NOT NULL DEFAULT now(),
        next_attempt_at timestamptz NOT NULL DEFAULT now(), trusted_until timestamptz NOT NULL DEFAULT '-infinity',
        CONSTRAINT throttle_pk PRIMARY KEY (key));
      CREATE INDEX throttle_last_attempt_ix ON auth.throttle (last_attempt_at);

      CREATE FUNCTION auth.memberships_of(p_account uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth, care AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'practiceId', m.practice_id, 'practiceName', p.name,
            'role', m.role, 'displayName', m.display_name, 'organisationId', o.id, 'organisation', o.name,
            'organisationKind', o.kind) ORDER BY p.name, m.role, m.id), '[]')
        FROM care.membership m JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
        JOIN care.practice p ON p.id = m.practice_id
        WHERE m.account_id = p_account AND m.valid @> now() $$;

      -- The session of a cookie, when it may still be used; real input moves its idle clock at most twice a minute.
      CREATE FUNCTION auth.use_session(p_token_hash bytea, p_idle interval, p_is_input boolean) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
      DECLARE s auth.session; answer jsonb;
      BEGIN
        SELECT * INTO s FROM auth.session WHERE token_hash = p_token_hash;
        IF s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= now() OR s.last_input_at + p_idle <= now() THEN
          RETURN NULL;
        END IF;
        IF p_is_input AND s.last_input_at < now() - interval '30 seconds' THEN
          UPDATE auth.session SET last_input_at = now() WHERE id = s.id;
        END IF;
        SELECT jsonb_build_object('id', s.id, 'accountId', a.id, 'email', a.email, 'accountName', a.display_name,
          'totpConfirmed', a.totp_confirmed_at IS NOT NULL,
          'secondFactorAt', ctx.utc(s.second_factor_at), 'expiresAt', ctx.utc(s.expires_at), 'practiceId', m.practice_id, 'userId', m.id,
          'displayName', m.display_name, 'role', m.role, 'bigNumber', m.big_number, 'organisationId', o.id,
          'organisationName', o.name, 'organisationKind', o.kind, 'practiceName', p.name)
        INTO answer FROM auth.account a
        LEFT JOIN care.membership m ON m.practice_id = s.practice_id AND m.id = s.membership_id AND m.valid @> now()
        LEFT JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
        LEFT JOIN care.practice p ON p.id = m.practice_id
        WHERE a.id = s.account_id AND a.disabled_at IS NULL;
        RETURN answer;
      END $$;

      CREATE FUNCTION auth.start_session(p_id uuid, p_token_hash bytea, p_account uuid, p_practice uuid, p_membership uuid,
          p_second_factor boolean, p_lifetime interval, p_device text) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth AS $$
        INSERT INTO auth.session (id, token_hash, account_id, practice_id, membership_id, second_factor_at, expires_at, device)
        VALUES (p_id, p_token_hash, p_account, p_practice, p_membership, CASE WHEN p_second_factor THEN now() END,
          now() + p_lifetime, p_device) $$;
      CREATE FUNCTION auth.end_session(p_token_hash bytea, p_everywhere boolean) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth AS $$
        UPDATE auth.session SET ended_at = now() WHERE ended_at IS NULL AND (token_hash = p_token_hash OR p_everywhere
          AND account_id = (SELECT account_id FROM auth.session WHERE token_hash = p_token_hash)) $$;
      -- Works only where the database carries the demo mark.
      CREATE FUNCTION auth.demo_membership(p_practice text, p_role text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth, care, ctx AS $$
        SELECT jsonb_build_object('accountId', m.account_id, 'practiceId', m.practice_id, 'userId', m.id)
        FROM care.membership m JOIN care.practice p ON p.id = m.practice_id
        WHERE (SELECT mark FROM ctx.installation) = 'DEMO' AND p.short_name = p_practice AND m.role = p_role
          AND m.valid @> now() ORDER BY m.display_name, m.id LIMIT 1 $$;
      CREATE FUNCTION auth.create_account(p_id uuid, p_email text, p_name text, p_password_hash text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth AS
        $$ INSERT INTO auth.account (id, email, display_name, password_hash) VALUES (p_id, lower(p_email), p_name, p_password_hash) $$;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA auth FROM PUBLIC;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA auth TO smd_app;
      REVOKE EXECUTE ON FUNCTION auth.memberships_of(uuid) FROM smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE auth.throttle, auth.one_time_link, auth.session, auth.recovery_code, auth.account CASCADE',
    );
  }
}
