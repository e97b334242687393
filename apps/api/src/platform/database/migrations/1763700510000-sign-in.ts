import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The steps of signing in. Each function works for the holder of a secret (its hash is the first argument) or a known e-mail. */
export class SignIn1763700510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      ${PASSWORD}
      ${SECOND_FACTOR}
      ${OWN_SESSIONS}
      ${THROTTLE}
      ${SET_UP}
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA auth FROM PUBLIC;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA auth TO smd_app;
      REVOKE EXECUTE ON FUNCTION auth.memberships_of(uuid), auth.live_session(bytea), auth.count_attempt(bytea, integer, interval),
        auth.offer_set_up(bytea, interval) FROM smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION auth.find_account, auth.replace_password, auth.live_session, auth.offer_totp,
      auth.begin_factor, auth.pass_factor, auth.pass_demo_step_up, auth.choose_membership, auth.session_memberships,
      auth.replace_recovery_codes, auth.own_sessions, auth.end_own_session, auth.end_other_sessions, auth.count_attempt,
      auth.begin_sign_in, auth.clear_sign_in, auth.offer_set_up, auth.set_up_is_open, auth.use_set_up`);
  }
}

const PASSWORD = `
  CREATE FUNCTION auth.find_account(p_email text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT jsonb_build_object('id', id, 'email', email, 'displayName', display_name, 'passwordHash', password_hash,
      'totpConfirmed', totp_confirmed_at IS NOT NULL, 'memberships', auth.memberships_of(id))
    FROM auth.account WHERE email = lower(p_email) AND disabled_at IS NULL $$;
  CREATE FUNCTION auth.replace_password(p_old_hash text, p_new_hash text, p_account uuid) RETURNS boolean LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    WITH changed AS (UPDATE auth.account SET password_hash = p_new_hash
      WHERE id = p_account AND password_hash = p_old_hash RETURNING 1) SELECT EXISTS (SELECT FROM changed) $$;`;

const SECOND_FACTOR = `
  CREATE FUNCTION auth.live_session(p_token_hash bytea) RETURNS auth.session LANGUAGE sql
    SET search_path = pg_catalog, auth AS $$
    SELECT s FROM auth.session s WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > now() FOR UPDATE $$;
  -- A fresh secret for an account that has confirmed none.
  CREATE FUNCTION auth.offer_totp(p_token_hash bytea, p_sealed bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    UPDATE auth.account SET totp_secret = p_sealed WHERE totp_confirmed_at IS NULL
      AND id = (SELECT account_id FROM auth.session WHERE token_hash = p_token_hash AND ended_at IS NULL) $$;
  -- Counts a try before it is judged, so that many at once are not more than the limit.
  CREATE FUNCTION auth.begin_factor(p_token_hash bytea, p_most integer) RETURNS jsonb LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    WITH tried AS (UPDATE auth.session SET factor_attempts = factor_attempts + 1
      WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > now() AND factor_attempts < p_most
      RETURNING account_id, factor_attempts)
    SELECT jsonb_build_object('attempts', t.factor_attempts, 'sealedSecret', encode(a.totp_secret, 'base64'),
      'totpConfirmed', a.totp_confirmed_at IS NOT NULL, 'email', a.email, 'memberships', auth.memberships_of(a.id))
    FROM tried t JOIN auth.account a ON a.id = t.account_id WHERE a.disabled_at IS NULL $$;
  -- Takes a factor once and gives the session its new token; a first confirmation stores the recovery codes, and an only
  -- membership is chosen by itself.
  CREATE FUNCTION auth.pass_factor(p_token_hash bytea, p_next_hash bytea, p_step bigint, p_code_hash bytea,
      p_recovery_hashes bytea[], p_lifetime interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash); first_time boolean;
  BEGIN
    IF s.id IS NULL THEN RETURN false; END IF;
    SELECT totp_confirmed_at IS NULL INTO first_time FROM auth.account WHERE id = s.account_id;
    IF p_step IS NOT NULL THEN
      UPDATE auth.account SET totp_last_step = p_step, totp_confirmed_at = coalesce(totp_confirmed_at, now())
        WHERE id = s.account_id AND totp_last_step < p_step;
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
  END $$;
  -- One button, for made-up people who have no factor of their own.
  CREATE FUNCTION auth.pass_demo_step_up(p_token_hash bytea, p_next_hash bytea) RETURNS boolean LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth, ctx AS $$
    WITH passed AS (UPDATE auth.session s SET token_hash = p_next_hash, second_factor_at = now(), last_input_at = now()
      FROM auth.account a WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.second_factor_at IS NOT NULL
        AND a.id = s.account_id AND a.totp_confirmed_at IS NULL AND (SELECT mark FROM ctx.installation) = 'DEMO'
      RETURNING 1) SELECT EXISTS (SELECT FROM passed) $$;
  CREATE FUNCTION auth.replace_recovery_codes(p_token_hash bytea, p_hashes bytea[]) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash);
  BEGIN
    DELETE FROM auth.recovery_code WHERE account_id = s.account_id;
    INSERT INTO auth.recovery_code (account_id, code_hash)
      SELECT s.account_id, unnest(p_hashes) WHERE s.second_factor_at IS NOT NULL;
  END $$;`;

const OWN_SESSIONS = `
  CREATE FUNCTION auth.session_memberships(p_token_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT auth.memberships_of(account_id) FROM auth.session WHERE token_hash = p_token_hash AND ended_at IS NULL $$;
  CREATE FUNCTION auth.choose_membership(p_token_hash bytea, p_next_hash bytea, p_membership uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
    WITH chosen AS (UPDATE auth.session s SET token_hash = p_next_hash, practice_id = m.practice_id, membership_id = m.id
      FROM care.membership m WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.second_factor_at IS NOT NULL
        AND m.id = p_membership AND m.account_id = s.account_id AND m.valid @> now()
      RETURNING 1) SELECT EXISTS (SELECT FROM chosen) $$;
  CREATE FUNCTION auth.own_sessions(p_token_hash bytea, p_idle interval) RETURNS jsonb LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, auth, ctx AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'device', coalesce(s.device, ''), 'startedAt', ctx.utc(s.started_at),
        'lastInputAt', ctx.utc(s.last_input_at), 'current', s.id = mine.id) ORDER BY s.last_input_at DESC, s.id), '[]')
    FROM auth.session mine JOIN auth.session s ON s.account_id = mine.account_id
    WHERE mine.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > now()
      AND s.last_input_at + p_idle > now() $$;
  CREATE FUNCTION auth.end_own_session(p_token_hash bytea, p_session uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    WITH ended AS (UPDATE auth.session SET ended_at = now() WHERE id = p_session AND ended_at IS NULL
      AND account_id = (SELECT account_id FROM auth.session WHERE token_hash = p_token_hash) RETURNING 1)
    SELECT EXISTS (SELECT FROM ended) $$;
  CREATE FUNCTION auth.end_other_sessions(p_token_hash bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    UPDATE auth.session SET ended_at = now() WHERE ended_at IS NULL AND token_hash <> p_token_hash
      AND account_id = (SELECT account_id FROM auth.session WHERE token_hash = p_token_hash) $$;`;

const THROTTLE = `
  -- One more failure, and from when the next try is taken: 1 s after the first that is not free, then twice as long each time.
  CREATE FUNCTION auth.count_attempt(p_key bytea, p_free integer, p_longest interval) RETURNS void LANGUAGE sql
    SET search_path = pg_catalog, auth AS $$
    UPDATE auth.throttle SET failures = failures + 1, last_attempt_at = now(), next_attempt_at = now() + CASE
      WHEN failures < p_free THEN interval '0'
      ELSE least(interval '1 second' * 2 ^ least(failures - p_free, 20), p_longest) END WHERE key = p_key $$;
  /* Seconds to wait before a password is looked at; 0 takes the try and counts it as failed until both factors were right.
     An address from which this person signed in before waits for its own failures only: others cannot lock her out. */
  CREATE FUNCTION auth.begin_sign_in(p_pair bytea, p_account bytea, p_address bytea) RETURNS integer LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  DECLARE wait interval; trusted boolean;
  BEGIN
    DELETE FROM auth.throttle WHERE key IN (SELECT key FROM auth.throttle
      WHERE last_attempt_at < now() - interval '1 day' AND trusted_until < now() ORDER BY last_attempt_at LIMIT 10
      FOR UPDATE SKIP LOCKED);
    INSERT INTO auth.throttle (key) SELECT k FROM unnest(ARRAY[p_pair, p_account, p_address]) AS k ORDER BY k
      ON CONFLICT (key) DO UPDATE SET failures = CASE
        WHEN throttle.last_attempt_at < now() - interval '1 day' THEN 0 ELSE throttle.failures END;
    SELECT trusted_until > now() INTO trusted FROM auth.throttle WHERE key = p_pair;
    SELECT max(next_attempt_at) - now() INTO wait FROM auth.throttle
      WHERE key = p_pair OR NOT trusted AND key IN (p_account, p_address);
    IF wait > interval '0' THEN RETURN ceil(extract(epoch FROM wait)); END IF;
    PERFORM auth.count_attempt(p_pair, 0, interval '15 minutes');
    PERFORM auth.count_attempt(p_account, 20, interval '1 minute');
    PERFORM auth.count_attempt(p_address, 50, interval '1 minute');
    RETURN 0;
  END $$;
  CREATE FUNCTION auth.clear_sign_in(p_pair bytea, p_account bytea, p_address bytea) RETURNS void LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    UPDATE auth.throttle SET failures = CASE WHEN key = p_address THEN greatest(failures - 1, 0) ELSE 0 END,
      next_attempt_at = now(),
      trusted_until = CASE WHEN key = p_pair THEN now() + interval '90 days' ELSE trusted_until END
    WHERE key IN (p_pair, p_account, p_address) $$;`;

const SET_UP = `
  -- Only for the login that owns the database: a link with which the first manager makes the practice.
  CREATE FUNCTION auth.offer_set_up(p_token_hash bytea, p_valid interval) RETURNS boolean LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    WITH offered AS (INSERT INTO auth.one_time_link (token_hash, purpose, expires_at)
      SELECT p_token_hash, 'SET_UP', now() + p_valid WHERE NOT EXISTS (SELECT FROM auth.account) RETURNING 1)
    SELECT EXISTS (SELECT FROM offered) $$;
  CREATE FUNCTION auth.set_up_is_open(p_token_hash bytea) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT EXISTS (SELECT FROM auth.one_time_link WHERE token_hash = p_token_hash AND purpose = 'SET_UP'
      AND used_at IS NULL AND expires_at > now()) AND NOT EXISTS (SELECT FROM auth.account) $$;
  -- The lock lets one of several links win.
  CREATE FUNCTION auth.use_set_up(p_token_hash bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
  BEGIN
    LOCK TABLE auth.one_time_link IN SHARE ROW EXCLUSIVE MODE;
    UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_token_hash AND auth.set_up_is_open(p_token_hash);
    RETURN FOUND;
  END $$;`;
