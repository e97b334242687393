import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody collects the password and the second factor of another's account one after the other, however long she waits, and
 * a provider of one organisation gives no key to what is outside it.
 */
export class KeysToAccounts1764520200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      ${COLUMNS}
      ${HELPERS}
      ${LINKS}
      ${USING_LINKS}
      ${ENROLLING}
      REVOKE ALL ON FUNCTION ${HELPER_NAMES}, auth.offer_totp(bytea, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.offer_totp(bytea, bytea) TO smd_app;
      RESET ROLE;`);
  }

  /** What is here only refuses more; it stays, with its columns. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const HELPER_NAMES = `auth.waits_for_factor(uuid), auth.relies_on_provider(uuid), auth.may_enrol(auth.session)`;

const COLUMNS = `
  -- The manager by whose link the password was set, until its owner gave it together with a second factor; and whether
  -- she came from a provider, which a manager does not undo by taking her off it.
  ALTER TABLE auth.account ADD COLUMN password_link_by uuid, ADD COLUMN via_provider boolean NOT NULL DEFAULT false;
  UPDATE auth.account a SET password_link_by = (SELECT made_by FROM auth.one_time_link
      WHERE account_id = a.id AND purpose = 'PASSWORD' AND used_at IS NOT NULL ORDER BY used_at DESC LIMIT 1),
    via_provider = EXISTS (SELECT FROM auth.provider_identity WHERE account_id = a.id);`;

const HELPERS = `
  -- Whether the factors were taken away and not set again.
  CREATE FUNCTION auth.waits_for_factor(p_account uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, auth AS $$
    SELECT NOT auth.is_enrolled(p_account)
      AND EXISTS (SELECT FROM auth.re_enrolment WHERE account_id = p_account AND done_at IS NOT NULL) $$;
  -- Whether her provider is all that stands beside her password: she has no factor here, and none was asked for anew.
  CREATE FUNCTION auth.relies_on_provider(p_account uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, auth AS $$
    SELECT NOT auth.is_enrolled(p_account) AND EXISTS (SELECT FROM auth.account WHERE id = p_account AND via_provider) $$;
  /* Whether a session may give its account a first factor, which opens all that the account opens: by a provider only where
     that is nothing outside the organisation of the provider, by a password only where no provider was relied on. */
  CREATE FUNCTION auth.may_enrol(s auth.session) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, auth, care AS $$
    SELECT NOT auth.is_enrolled(s.account_id) AND CASE WHEN s.provider_id IS NULL THEN NOT auth.relies_on_provider(s.account_id)
      ELSE NOT EXISTS (SELECT FROM auth.account WHERE id = s.account_id AND password_hash IS NOT NULL)
        AND NOT EXISTS (SELECT FROM care.membership m WHERE m.account_id = s.account_id
          AND (upper_inf(m.valid) OR upper(m.valid) > now())
          AND (m.practice_id, m.organisation_id) <> (s.provider_practice_id, s.provider_org_id))
        AND NOT EXISTS (SELECT FROM care.user_invitation i WHERE i.account_id = s.account_id AND i.withdrawn_at IS NULL
          AND (i.practice_id, i.organisation_id) <> (s.provider_practice_id, s.provider_org_id)
          AND NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = i.practice_id AND m.id = i.id)) END $$;`;

const LINKS = `
  /* A one-time link for a colleague: of an open invitation, else for a new password, which keeps the second factor. Earlier
     links of hers end. Answers which it is, or why not: a link and a re-enrolment together would be the whole account, so
     one manager never does both within 72 hours, and nobody gives a link to an account whose factors were taken away and
     not set again, whatever the hours, or that has none because a provider signs its person in. */
  CREATE OR REPLACE FUNCTION auth.offer_user_link(p_token_hash bytea, p_user uuid, p_link_hash bytea, p_valid interval) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE me auth.session := auth.acting_manager(p_token_hash); target uuid;
  BEGIN
    IF me.id IS NULL THEN RETURN 'ROLE'; END IF;
    target := auth.colleague_account(me.practice_id, p_user);
    IF target IS NULL AND NOT EXISTS (SELECT FROM care.user_invitation WHERE practice_id = me.practice_id AND id = p_user
      AND accepted_at IS NULL AND withdrawn_at IS NULL) THEN RETURN 'NOT_FOUND'; END IF;
    IF target IS NOT NULL THEN
      PERFORM FROM auth.account WHERE id = target FOR UPDATE;
      IF target = me.account_id THEN RETURN 'NOT_ONESELF'; END IF;
      IF auth.waits_for_factor(target) OR EXISTS (SELECT FROM auth.re_enrolment WHERE account_id = target
        AND asked_at > now() - interval '72 hours' AND asked_by = me.account_id) THEN RETURN 'LINK_AFTER_RE_ENROL'; END IF;
      IF auth.relies_on_provider(target) THEN RETURN 'LINK_WITHOUT_FACTOR'; END IF;
      IF NOT auth.is_enrolled(target) AND EXISTS (SELECT FROM care.membership WHERE account_id = target
        AND practice_id <> me.practice_id AND (upper_inf(valid) OR upper(valid) > now())) THEN RETURN 'LINK_AFTER_RE_ENROL'; END IF;
    END IF;
    UPDATE auth.one_time_link SET expires_at = now() WHERE practice_id = me.practice_id AND user_id = p_user
      AND purpose IN ('INVITATION', 'PASSWORD') AND expires_at > now();
    INSERT INTO auth.one_time_link (token_hash, purpose, account_id, practice_id, user_id, made_by, expires_at)
      VALUES (p_link_hash, CASE WHEN target IS NULL THEN 'INVITATION' ELSE 'PASSWORD' END, target, me.practice_id, p_user,
        me.account_id, now() + p_valid);
    RETURN CASE WHEN target IS NULL THEN 'INVITATION' ELSE 'PASSWORD' END;
  END $$;
  /* Takes the factors of a colleague away, so that she enrols anew after her password. DONE; WAITS while another practice
     that relies on the same account has not asked for it too, within 72 hours; or why not: never by the manager who may
     know the password, since it was set by her link and not yet given together with a second factor. */
  CREATE OR REPLACE FUNCTION auth.re_enrol(p_token_hash bytea, p_user uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, auth, care AS $$
  DECLARE me auth.session := auth.acting_manager(p_token_hash); target uuid;
  BEGIN
    IF me.id IS NULL THEN RETURN 'ROLE'; END IF;
    target := auth.colleague_account(me.practice_id, p_user);
    IF target IS NULL THEN RETURN 'NOT_FOUND'; END IF;
    PERFORM FROM auth.account WHERE id = target FOR UPDATE;
    IF target = me.account_id THEN RETURN 'NOT_ONESELF'; END IF;
    IF EXISTS (SELECT FROM auth.account WHERE id = target AND password_link_by = me.account_id)
      OR EXISTS (SELECT FROM auth.one_time_link WHERE account_id = target AND purpose = 'PASSWORD' AND made_by = me.account_id
        AND greatest(made_at, used_at) > now() - interval '72 hours') THEN RETURN 'RE_ENROL_AFTER_LINK'; END IF;
    INSERT INTO auth.re_enrolment (account_id, practice_id, asked_by) VALUES (target, me.practice_id, me.account_id);
    IF EXISTS (SELECT FROM care.membership m WHERE m.account_id = target AND (upper_inf(m.valid) OR upper(m.valid) > now())
      AND NOT EXISTS (SELECT FROM auth.re_enrolment r WHERE r.account_id = target AND r.practice_id = m.practice_id
        AND r.done_at IS NULL AND r.asked_at > now() - interval '72 hours')) THEN RETURN 'WAITS'; END IF;
    PERFORM auth.forget_factors(target);
    UPDATE auth.account SET via_provider = false WHERE id = target;
    UPDATE auth.one_time_link SET expires_at = now() WHERE account_id = target AND purpose = 'PASSWORD' AND expires_at > now();
    UPDATE auth.re_enrolment SET done_at = now() WHERE account_id = target AND done_at IS NULL;
    RETURN 'DONE';
  END $$;`;

const USING_LINKS = `
  CREATE OR REPLACE FUNCTION auth.accept_invitation(p_link_hash bytea, p_new_id uuid, p_password_hash text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE l auth.one_time_link; i care.user_invitation; known uuid;
  BEGIN
    SELECT * INTO l FROM auth.one_time_link WHERE token_hash = p_link_hash AND purpose = 'INVITATION' AND used_at IS NULL
      AND expires_at > now() FOR UPDATE;
    IF l.user_id IS NULL THEN RETURN NULL; END IF;
    UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_link_hash;
    SELECT * INTO i FROM care.user_invitation WHERE practice_id = l.practice_id AND id = l.user_id;
    INSERT INTO auth.account (id, email, display_name, password_hash, password_link_by)
      VALUES (p_new_id, i.email, i.display_name, p_password_hash, l.made_by) ON CONFLICT (email) DO NOTHING;
    IF FOUND THEN RETURN jsonb_build_object('accountId', p_new_id); END IF;
    SELECT id INTO known FROM auth.account WHERE email = i.email FOR UPDATE;
    IF auth.is_in_use(known) THEN RETURN jsonb_build_object('accountId', NULL); END IF;
    PERFORM auth.forget_factors(known);
    DELETE FROM auth.re_enrolment WHERE account_id = known;
    UPDATE auth.account SET display_name = i.display_name, password_hash = p_password_hash, disabled_at = NULL,
      password_link_by = l.made_by, via_provider = false WHERE id = known;
    RETURN jsonb_build_object('accountId', known);
  END $$;
  CREATE OR REPLACE FUNCTION auth.use_password_link(p_link_hash bytea, p_password_hash text) RETURNS uuid LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE l auth.one_time_link;
  BEGIN
    SELECT * INTO l FROM auth.one_time_link WHERE token_hash = p_link_hash AND purpose = 'PASSWORD' AND used_at IS NULL
      AND expires_at > now() FOR UPDATE;
    IF l.account_id IS NULL OR auth.colleague_account(l.practice_id, l.user_id) IS DISTINCT FROM l.account_id THEN RETURN NULL; END IF;
    UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_link_hash;
    UPDATE auth.account SET password_hash = p_password_hash, password_link_by = l.made_by WHERE id = l.account_id;
    UPDATE auth.session SET ended_at = now() WHERE account_id = l.account_id AND ended_at IS NULL;
    RETURN l.account_id;
  END $$;`;

const ENROLLING = `
  CREATE OR REPLACE FUNCTION auth.link_provider(s auth.session) RETURNS void LANGUAGE sql SET search_path = pg_catalog, auth AS $$
    WITH linked AS (INSERT INTO auth.provider_identity (practice_id, provider_id, issuer, subject, account_id)
      SELECT s.provider_practice_id, s.provider_id, s.provider_issuer, s.provider_subject, s.account_id
      WHERE s.provider_id IS NOT NULL ON CONFLICT DO NOTHING RETURNING account_id)
    UPDATE auth.account SET via_provider = true WHERE id IN (SELECT account_id FROM linked) $$;
  CREATE OR REPLACE FUNCTION auth.find_account(p_email text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT jsonb_build_object('id', id, 'email', email, 'displayName', display_name, 'passwordHash', password_hash,
      'isEnrolled', auth.is_enrolled(id), 'hasPasskey', auth.has_passkey(id), 'reliesOnProvider', auth.relies_on_provider(id),
      'memberships', auth.memberships_of(id))
    FROM auth.account WHERE email = lower(p_email) AND disabled_at IS NULL $$;
  -- A fresh secret for a session that may set a first factor; false for every other.
  DROP FUNCTION auth.offer_totp(bytea, bytea);
  CREATE FUNCTION auth.offer_totp(p_token_hash bytea, p_sealed bytea) RETURNS boolean LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    WITH offered AS (UPDATE auth.account a SET totp_secret = p_sealed FROM auth.session s WHERE s.token_hash = p_token_hash
      AND s.ended_at IS NULL AND a.id = s.account_id AND auth.may_enrol(s) RETURNING 1) SELECT EXISTS (SELECT FROM offered) $$;
  CREATE OR REPLACE FUNCTION auth.pass_factor(p_token_hash bytea, p_next_hash bytea, p_step bigint, p_code_hash bytea,
      p_recovery_hashes bytea[], p_lifetime interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash); first_time boolean;
  BEGIN
    IF s.id IS NULL THEN RETURN false; END IF;
    first_time := NOT auth.is_enrolled(s.account_id);
    IF first_time AND NOT auth.may_enrol(s) THEN RETURN false; END IF;
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
    IF s.second_factor_at IS NULL AND s.provider_id IS NULL THEN -- it began with the password: only that leads to one factor
      UPDATE auth.account SET password_link_by = NULL WHERE id = s.account_id AND password_link_by IS NOT NULL;
    END IF;
    PERFORM auth.link_provider(s);
    IF s.membership_id IS NULL THEN
      SELECT (array_agg(m.practice_id))[1], (array_agg(m.id))[1] INTO s.practice_id, s.membership_id
        FROM care.membership m WHERE m.account_id = s.account_id AND m.valid @> now()
          AND (s.provider_id IS NULL OR m.practice_id = s.provider_practice_id AND m.organisation_id = s.provider_org_id)
        HAVING count(*) = 1;
    END IF;
    UPDATE auth.session SET token_hash = p_next_hash, second_factor_at = now(), factor_attempts = 0, last_input_at = now(),
      practice_id = s.practice_id, membership_id = s.membership_id,
      expires_at = CASE WHEN s.second_factor_at IS NULL THEN now() + p_lifetime ELSE s.expires_at END WHERE id = s.id;
    RETURN true;
  END $$;`;
