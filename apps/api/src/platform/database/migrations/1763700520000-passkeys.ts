import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, and the challenges their owners answer. What a code alone decided until now also looks at passkeys. */
export class Passkeys1763700520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      ${TABLES}
      ${CHALLENGES}
      ${PASSKEYS}
      ${OTHER_FACTOR}
      REVOKE ALL ON FUNCTION auth.has_passkey(uuid), auth.is_enrolled(uuid), ${FOR_THE_APP} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FOR_THE_APP} TO smd_app;
      RESET ROLE;`);
  }

  /** The steps of signing in stay as they are here; without passkeys they do what they did. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      CREATE OR REPLACE FUNCTION auth.has_passkey(p_account uuid) RETURNS boolean LANGUAGE sql STABLE
        SET search_path = pg_catalog, auth AS $$ SELECT false $$;
      DROP FUNCTION ${FOR_THE_APP};
      DROP TABLE auth.passkey, auth.challenge;
      RESET ROLE;`);
  }
}

const FOR_THE_APP = `auth.offer_challenge(bytea, text, bytea, interval), auth.take_challenge(bytea, text, bytea),
  auth.own_passkeys(bytea), auth.add_passkey(bytea, uuid, text, bytea, bigint, text[], text),
  auth.remove_own_passkey(bytea, uuid), auth.find_passkey(text),
  auth.use_passkey(text, bigint, bigint), auth.pass_passkey(bytea, bytea, text, bigint, bigint)`;

const TABLES = `
  CREATE TABLE auth.passkey (
    id uuid NOT NULL, account_id uuid NOT NULL, credential_id text NOT NULL, public_key bytea NOT NULL,
    counter bigint NOT NULL, transports text[] NOT NULL, name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), last_used_at timestamptz,
    CONSTRAINT passkey_pk PRIMARY KEY (id), CONSTRAINT passkey_credential_key UNIQUE (credential_id),
    CONSTRAINT passkey_account_fk FOREIGN KEY (account_id) REFERENCES auth.account (id));
  CREATE INDEX passkey_account_ix ON auth.passkey (account_id);
  -- Belongs to a session, but for signing in, which has none yet: there the challenge itself is the secret.
  CREATE TABLE auth.challenge (
    challenge_hash bytea NOT NULL, purpose text NOT NULL, session_id uuid, expires_at timestamptz NOT NULL,
    CONSTRAINT challenge_pk PRIMARY KEY (challenge_hash),
    CONSTRAINT challenge_session_fk FOREIGN KEY (session_id) REFERENCES auth.session (id),
    CONSTRAINT challenge_purpose CHECK (purpose IN ('ADD', 'SIGN_IN', 'STEP_UP')),
    CONSTRAINT challenge_whose CHECK ((purpose = 'SIGN_IN') = (session_id IS NULL)));
  CREATE INDEX challenge_expires_ix ON auth.challenge (expires_at);`;

const CHALLENGES = `
  CREATE FUNCTION auth.offer_challenge(p_challenge_hash bytea, p_purpose text, p_token_hash bytea, p_valid interval)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  BEGIN
    DELETE FROM auth.challenge WHERE challenge_hash IN (SELECT challenge_hash FROM auth.challenge
      WHERE expires_at < now() ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED);
    INSERT INTO auth.challenge (challenge_hash, purpose, session_id, expires_at)
      VALUES (p_challenge_hash, p_purpose, (auth.live_session(p_token_hash)).id, now() + p_valid);
  END $$;
  -- True once for each challenge, to the session it was made for.
  CREATE FUNCTION auth.take_challenge(p_challenge_hash bytea, p_purpose text, p_token_hash bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    WITH taken AS (DELETE FROM auth.challenge WHERE challenge_hash = p_challenge_hash AND purpose = p_purpose
      AND expires_at > now() AND session_id IS NOT DISTINCT FROM (SELECT id FROM auth.session
        WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > now())
      RETURNING 1) SELECT EXISTS (SELECT FROM taken) $$;`;

const PASSKEYS = `
  CREATE FUNCTION auth.own_passkeys(p_token_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth, ctx AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'credentialId', k.credential_id,
      'transports', k.transports, 'createdAt', ctx.utc(k.created_at), 'lastUsedAt', ctx.utc(k.last_used_at))
      ORDER BY k.created_at, k.id), '[]')
    FROM auth.session s JOIN auth.passkey k ON k.account_id = s.account_id
    WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL $$;
  CREATE FUNCTION auth.add_passkey(p_token_hash bytea, p_id uuid, p_credential_id text, p_public_key bytea,
      p_counter bigint, p_transports text[], p_name text) RETURNS boolean LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    WITH added AS (INSERT INTO auth.passkey (id, account_id, credential_id, public_key, counter, transports, name)
      SELECT p_id, s.account_id, p_credential_id, p_public_key, p_counter, p_transports, p_name FROM auth.session s
      WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.second_factor_at IS NOT NULL
      ON CONFLICT (credential_id) DO NOTHING RETURNING 1) SELECT EXISTS (SELECT FROM added) $$;
  -- REMOVED, UNKNOWN, or LAST: who signs in with a password keeps a second factor. The lock lets two removals take turns.
  CREATE FUNCTION auth.remove_own_passkey(p_token_hash bytea, p_id uuid) RETURNS text LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  DECLARE a auth.account;
  BEGIN
    SELECT * INTO a FROM auth.account WHERE id = (auth.live_session(p_token_hash)).account_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM auth.passkey WHERE id = p_id AND account_id = a.id) THEN RETURN 'UNKNOWN'; END IF;
    IF a.totp_confirmed_at IS NULL AND a.password_hash IS NOT NULL
      AND NOT EXISTS (SELECT FROM auth.passkey WHERE id <> p_id AND account_id = a.id) THEN RETURN 'LAST'; END IF;
    DELETE FROM auth.passkey WHERE id = p_id;
    RETURN 'REMOVED';
  END $$;
  CREATE FUNCTION auth.find_passkey(p_credential_id text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT jsonb_build_object('accountId', a.id, 'credentialId', k.credential_id, 'counter', k.counter,
      'publicKey', encode(k.public_key, 'base64'), 'memberships', auth.memberships_of(a.id))
    FROM auth.passkey k JOIN auth.account a ON a.id = k.account_id
    WHERE k.credential_id = p_credential_id AND a.disabled_at IS NULL $$;
  -- Of two uses judged against the same counter one wins.
  CREATE FUNCTION auth.use_passkey(p_credential_id text, p_before bigint, p_after bigint) RETURNS boolean LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    WITH used AS (UPDATE auth.passkey SET counter = p_after, last_used_at = now()
      WHERE credential_id = p_credential_id AND counter = p_before RETURNING 1) SELECT EXISTS (SELECT FROM used) $$;
  -- A fresh second factor for a session that had one, by a passkey of its own person.
  CREATE FUNCTION auth.pass_passkey(p_token_hash bytea, p_next_hash bytea, p_credential_id text, p_before bigint,
      p_after bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash);
  BEGIN
    IF s.second_factor_at IS NULL
      OR NOT EXISTS (SELECT FROM auth.passkey WHERE credential_id = p_credential_id AND account_id = s.account_id)
      OR NOT auth.use_passkey(p_credential_id, p_before, p_after) THEN RETURN false; END IF;
    UPDATE auth.session SET token_hash = p_next_hash, second_factor_at = now(), factor_attempts = 0,
      last_input_at = now() WHERE id = s.id;
    RETURN true;
  END $$;`;

/** Who has a passkey is enrolled: the password alone no longer gives a secret for codes, nor confirms an earlier one. */
const OTHER_FACTOR = `
  CREATE OR REPLACE FUNCTION auth.has_passkey(p_account uuid) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth AS $$ SELECT EXISTS (SELECT FROM auth.passkey WHERE account_id = p_account) $$;
  CREATE OR REPLACE FUNCTION auth.is_enrolled(p_account uuid) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth AS $$
    SELECT EXISTS (SELECT FROM auth.account WHERE id = p_account AND totp_confirmed_at IS NOT NULL)
      OR auth.has_passkey(p_account) $$;
  CREATE OR REPLACE FUNCTION auth.find_account(p_email text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT jsonb_build_object('id', id, 'email', email, 'displayName', display_name, 'passwordHash', password_hash,
      'isEnrolled', auth.is_enrolled(id), 'hasPasskey', auth.has_passkey(id), 'memberships', auth.memberships_of(id))
    FROM auth.account WHERE email = lower(p_email) AND disabled_at IS NULL $$;
  CREATE OR REPLACE FUNCTION auth.offer_totp(p_token_hash bytea, p_sealed bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    UPDATE auth.account SET totp_secret = p_sealed WHERE NOT auth.is_enrolled(id)
      AND id = (SELECT account_id FROM auth.session WHERE token_hash = p_token_hash AND ended_at IS NULL) $$;
  CREATE OR REPLACE FUNCTION auth.begin_factor(p_token_hash bytea, p_most integer) RETURNS jsonb LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    WITH tried AS (UPDATE auth.session SET factor_attempts = factor_attempts + 1
      WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > now() AND factor_attempts < p_most
      RETURNING account_id, factor_attempts)
    SELECT jsonb_build_object('attempts', t.factor_attempts, 'sealedSecret', encode(a.totp_secret, 'base64'),
      'isEnrolled', auth.is_enrolled(a.id), 'email', a.email, 'memberships', auth.memberships_of(a.id))
    FROM tried t JOIN auth.account a ON a.id = t.account_id WHERE a.disabled_at IS NULL $$;
  CREATE OR REPLACE FUNCTION auth.pass_factor(p_token_hash bytea, p_next_hash bytea, p_step bigint, p_code_hash bytea,
      p_recovery_hashes bytea[], p_lifetime interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash); first_time boolean;
  BEGIN
    IF s.id IS NULL THEN RETURN false; END IF;
    first_time := NOT auth.is_enrolled(s.account_id);
    IF p_step IS NOT NULL THEN
      UPDATE auth.account SET totp_last_step = p_step, totp_confirmed_at = coalesce(totp_confirmed_at, now())
        WHERE id = s.account_id AND totp_last_step < p_step AND (first_time OR totp_confirmed_at IS NOT NULL);
    ELSE
      UPDATE auth.recovery_code SET used_at = now()
        WHERE account_id = s.account_id AND code_hash = p_code_hash AND used_at IS NULL AND NOT first_time;
    END IF;
    IF NOT FOUND THEN RETURN false; END IF;
    IF first_time THEN
      INSERT INTO auth.recovery_code (account_id, code_hash) SELECT s.account_id, unnest(p_recovery_hashes);
    END IF;
    IF s.membership_id IS NULL THEN
      SELECT (array_agg(m.practice_id))[1], (array_agg(m.id))[1] INTO s.practice_id, s.membership_id
        FROM care.membership m WHERE m.account_id = s.account_id AND m.valid @> now() HAVING count(*) = 1;
    END IF;
    UPDATE auth.session SET token_hash = p_next_hash, second_factor_at = now(), factor_attempts = 0, last_input_at = now(),
      practice_id = s.practice_id, membership_id = s.membership_id,
      expires_at = CASE WHEN s.second_factor_at IS NULL THEN now() + p_lifetime ELSE s.expires_at END WHERE id = s.id;
    RETURN true;
  END $$;`;
