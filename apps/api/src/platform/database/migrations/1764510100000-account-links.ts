import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One-time links and what managers may do to accounts. A manager is known by the hash of her session, in which she gave a
 * second factor just now; a colleague by her membership in the practice of that session; a guest by the hash of her link.
 */
export class AccountLinks1764510100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      ${TABLES}
      ${HELPERS}
      ${MANAGERS}
      ${GUESTS}
      ${HOST}
      REVOKE ALL ON FUNCTION ${HELPER_NAMES}, ${FOR_THE_HOST}, ${FOR_THE_APP} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FOR_THE_APP} TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      DROP FUNCTION ${FOR_THE_APP}, ${FOR_THE_HOST}, ${HELPER_NAMES};
      DROP TABLE auth.re_enrolment;
      DELETE FROM auth.one_time_link WHERE purpose NOT IN ('SET_UP', 'PASSWORD');
      ALTER TABLE auth.one_time_link DROP CONSTRAINT one_time_link_purpose, DROP CONSTRAINT one_time_link_whose,
        DROP COLUMN practice_id, DROP COLUMN user_id, DROP COLUMN made_by, DROP COLUMN made_at,
        ADD CONSTRAINT one_time_link_purpose CHECK (purpose IN ('SET_UP', 'PASSWORD')),
        ADD CONSTRAINT one_time_link_whose CHECK ((purpose = 'SET_UP') = (account_id IS NULL));
      RESET ROLE;`);
  }
}

const HELPER_NAMES = `auth.acting_manager(bytea), auth.is_in_use(uuid), auth.forget_factors(uuid),
  auth.colleague_account(uuid, uuid), auth.second_person_exists(uuid, uuid, text)`;

/** For the login that owns the database, never for the app. */
const FOR_THE_HOST = `auth.waiting_grants(), auth.offer_confirm_link(uuid, uuid, bytea, interval)`;

const FOR_THE_APP = `auth.offer_user_link(bytea, uuid, bytea, interval), auth.re_enrol(bytea, uuid),
  auth.member_emails(bytea), auth.own_email_is(text), auth.read_link(bytea), auth.accept_invitation(bytea, uuid, text),
  auth.join_invitation(bytea, bytea), auth.use_password_link(bytea, text),
  auth.has_second_person(text), auth.use_confirm_link(bytea)`;

const TABLES = `
  ALTER TABLE auth.one_time_link DROP CONSTRAINT one_time_link_purpose, DROP CONSTRAINT one_time_link_whose,
    ADD COLUMN practice_id uuid, ADD COLUMN user_id uuid, ADD COLUMN made_by uuid,
    ADD COLUMN made_at timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT one_time_link_purpose CHECK (purpose IN ('SET_UP', 'PASSWORD', 'INVITATION', 'CONFIRM')),
    ADD CONSTRAINT one_time_link_whose CHECK ((purpose = 'PASSWORD') = (account_id IS NOT NULL)
      AND (purpose = 'SET_UP') = (user_id IS NULL) AND (user_id IS NULL OR practice_id IS NOT NULL));
  CREATE INDEX one_time_link_user_ix ON auth.one_time_link (practice_id, user_id);
  CREATE INDEX one_time_link_account_ix ON auth.one_time_link (account_id);
  -- Who asked that the factors of an account are taken away; done once every practice that relies on it has asked.
  CREATE TABLE auth.re_enrolment (
    account_id uuid NOT NULL, practice_id uuid NOT NULL, asked_at timestamptz NOT NULL DEFAULT now(),
    asked_by uuid NOT NULL, done_at timestamptz,
    CONSTRAINT re_enrolment_pk PRIMARY KEY (account_id, practice_id, asked_at),
    CONSTRAINT re_enrolment_account_fk FOREIGN KEY (account_id) REFERENCES auth.account (id));`;

const HELPERS = `
  -- The session of a manager at work; a minute more than the app allows, so that it is the app that says no.
  CREATE FUNCTION auth.acting_manager(p_token_hash bytea) RETURNS auth.session LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth, care AS $$
    SELECT s FROM auth.session s JOIN care.membership m ON m.practice_id = s.practice_id AND m.id = s.membership_id
    WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > now() AND m.valid @> now()
      AND m.role = 'PRACTICE_MANAGER' AND s.second_factor_at > now() - interval '6 minutes' $$;
  -- Whether an account opens something somewhere, or soon will: anything but a membership that is over.
  CREATE FUNCTION auth.is_in_use(p_account uuid) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth, care AS $$
    SELECT EXISTS (SELECT FROM care.membership WHERE account_id = p_account AND (upper_inf(valid) OR upper(valid) > now()))
      OR EXISTS (SELECT FROM care.user_invitation i WHERE i.account_id = p_account AND i.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = i.practice_id AND m.id = i.id)) $$;
  CREATE FUNCTION auth.forget_factors(p_account uuid) RETURNS void LANGUAGE sql SET search_path = pg_catalog, auth AS $$
    UPDATE auth.account SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = 0 WHERE id = p_account;
    DELETE FROM auth.passkey WHERE account_id = p_account;
    DELETE FROM auth.recovery_code WHERE account_id = p_account;
    UPDATE auth.session SET ended_at = now() WHERE account_id = p_account AND ended_at IS NULL $$;
  -- The account behind a membership that is not over, or behind an accepted invitation.
  CREATE FUNCTION auth.colleague_account(p_practice uuid, p_user uuid) RETURNS uuid LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth, care AS $$
    SELECT account_id FROM care.membership WHERE practice_id = p_practice AND id = p_user
      AND (upper_inf(valid) OR upper(valid) > now())
    UNION ALL
    SELECT i.account_id FROM care.user_invitation i WHERE i.practice_id = p_practice AND i.id = p_user AND i.accepted_at IS NOT NULL
      AND i.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = i.practice_id AND m.id = i.id) $$;`;

const MANAGERS = `
  /* A one-time link for a colleague: of an open invitation, else for a new password, which keeps the second factor. Earlier
     links of hers end. Answers which it is, or why not: a link and a re-enrolment together would be the whole account, so
     one manager never does both within 72 hours, and nobody gives a link to an account whose factors were taken away and
     not set again. */
  CREATE FUNCTION auth.offer_user_link(p_token_hash bytea, p_user uuid, p_link_hash bytea, p_valid interval) RETURNS text
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
      IF EXISTS (SELECT FROM auth.re_enrolment WHERE account_id = target AND asked_at > now() - interval '72 hours'
        AND (asked_by = me.account_id OR done_at IS NOT NULL AND NOT auth.is_enrolled(target)))
        THEN RETURN 'LINK_AFTER_RE_ENROL'; END IF;
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
     that relies on the same account has not asked for it too, within 72 hours; or why not. */
  CREATE FUNCTION auth.re_enrol(p_token_hash bytea, p_user uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, auth, care AS $$
  DECLARE me auth.session := auth.acting_manager(p_token_hash); target uuid;
  BEGIN
    IF me.id IS NULL THEN RETURN 'ROLE'; END IF;
    target := auth.colleague_account(me.practice_id, p_user);
    IF target IS NULL THEN RETURN 'NOT_FOUND'; END IF;
    PERFORM FROM auth.account WHERE id = target FOR UPDATE;
    IF target = me.account_id THEN RETURN 'NOT_ONESELF'; END IF;
    IF EXISTS (SELECT FROM auth.one_time_link WHERE account_id = target AND purpose = 'PASSWORD' AND made_by = me.account_id
      AND greatest(made_at, used_at) > now() - interval '72 hours') THEN RETURN 'RE_ENROL_AFTER_LINK'; END IF;
    INSERT INTO auth.re_enrolment (account_id, practice_id, asked_by) VALUES (target, me.practice_id, me.account_id);
    IF EXISTS (SELECT FROM care.membership m WHERE m.account_id = target AND (upper_inf(m.valid) OR upper(m.valid) > now())
      AND NOT EXISTS (SELECT FROM auth.re_enrolment r WHERE r.account_id = target AND r.practice_id = m.practice_id
        AND r.done_at IS NULL AND r.asked_at > now() - interval '72 hours')) THEN RETURN 'WAITS'; END IF;
    PERFORM auth.forget_factors(target);
    UPDATE auth.one_time_link SET expires_at = now() WHERE account_id = target AND purpose = 'PASSWORD' AND expires_at > now();
    UPDATE auth.re_enrolment SET done_at = now() WHERE account_id = target AND done_at IS NULL;
    RETURN 'DONE';
  END $$;
  -- E-mail addresses by membership, for whoever keeps or checks the list of people of the practice she works in.
  CREATE FUNCTION auth.member_emails(p_token_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth, care AS $$
    SELECT coalesce(jsonb_object_agg(m.id, a.email), '{}') FROM auth.session s
      JOIN care.membership mine ON mine.practice_id = s.practice_id AND mine.id = s.membership_id AND mine.valid @> now()
        AND mine.role IN ('PRACTICE_MANAGER', 'LOG_OFFICER')
      JOIN care.membership m ON m.practice_id = s.practice_id JOIN auth.account a ON a.id = m.account_id
    WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > now() AND s.second_factor_at IS NOT NULL $$;
  -- Whether an address is that of the person at work.
  CREATE FUNCTION auth.own_email_is(p_email text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth, care, ctx AS $$
    SELECT EXISTS (SELECT FROM care.membership m JOIN auth.account a ON a.id = m.account_id
      WHERE m.practice_id = ctx.practice_id() AND m.id = ctx.user_id() AND a.email = lower(p_email)) $$;`;

const GUESTS = `
  -- What an open link is for; that of an invitation stays open for signing in with an account one had already.
  CREATE FUNCTION auth.read_link(p_link_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth, ctx AS $$
    SELECT jsonb_build_object('purpose', purpose, 'practiceId', practice_id, 'userId', user_id, 'isUsed', used_at IS NOT NULL,
      'expiresAt', ctx.utc(expires_at))
    FROM auth.one_time_link WHERE token_hash = p_link_hash AND user_id IS NOT NULL AND expires_at > now() $$;
  /* Uses the link of an invitation to choose a password. Null when it was used. Else the account that is made: none where
     the address has an account that is in use elsewhere, whose owner signs in with her own password instead. An account
     that opens nothing any more starts anew. */
  CREATE FUNCTION auth.accept_invitation(p_link_hash bytea, p_new_id uuid, p_password_hash text) RETURNS jsonb LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE l auth.one_time_link; i care.user_invitation; known uuid;
  BEGIN
    SELECT * INTO l FROM auth.one_time_link WHERE token_hash = p_link_hash AND purpose = 'INVITATION' AND used_at IS NULL
      AND expires_at > now() FOR UPDATE;
    IF l.user_id IS NULL THEN RETURN NULL; END IF;
    UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_link_hash;
    SELECT * INTO i FROM care.user_invitation WHERE practice_id = l.practice_id AND id = l.user_id;
    INSERT INTO auth.account (id, email, display_name, password_hash) VALUES (p_new_id, i.email, i.display_name, p_password_hash)
      ON CONFLICT (email) DO NOTHING;
    IF FOUND THEN RETURN jsonb_build_object('accountId', p_new_id); END IF;
    SELECT id INTO known FROM auth.account WHERE email = i.email FOR UPDATE;
    IF auth.is_in_use(known) THEN RETURN jsonb_build_object('accountId', NULL); END IF;
    PERFORM auth.forget_factors(known);
    UPDATE auth.account SET display_name = i.display_name, password_hash = p_password_hash, disabled_at = NULL WHERE id = known;
    RETURN jsonb_build_object('accountId', known);
  END $$;
  -- The account of a session with both factors, when the link invites its address. Null when the link is over.
  CREATE FUNCTION auth.join_invitation(p_link_hash bytea, p_token_hash bytea) RETURNS jsonb LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth, care AS $$
    SELECT jsonb_build_object('accountId', (SELECT a.id FROM auth.session s JOIN auth.account a ON a.id = s.account_id
      WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > now() AND s.second_factor_at IS NOT NULL
        AND a.disabled_at IS NULL AND a.email = i.email))
    FROM auth.one_time_link l JOIN care.user_invitation i ON i.practice_id = l.practice_id AND i.id = l.user_id
    WHERE l.token_hash = p_link_hash AND l.purpose = 'INVITATION' AND l.expires_at > now() $$;
  -- Another password for whoever holds a manager's link; the second factor stays, every session ends.
  CREATE FUNCTION auth.use_password_link(p_link_hash bytea, p_password_hash text) RETURNS uuid LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE l auth.one_time_link;
  BEGIN
    SELECT * INTO l FROM auth.one_time_link WHERE token_hash = p_link_hash AND purpose = 'PASSWORD' AND used_at IS NULL
      AND expires_at > now() FOR UPDATE;
    IF l.account_id IS NULL OR auth.colleague_account(l.practice_id, l.user_id) IS DISTINCT FROM l.account_id THEN RETURN NULL; END IF;
    UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_link_hash;
    UPDATE auth.account SET password_hash = p_password_hash WHERE id = l.account_id;
    UPDATE auth.session SET ended_at = now() WHERE account_id = l.account_id AND ended_at IS NULL;
    RETURN l.account_id;
  END $$;`;

const HOST = `
  /* Whether anybody can be the second person for a role that two people grant: works in the practice now as manager, GP or
     log officer, and is neither who asked nor who would get the role, whatever the hat. */
  CREATE FUNCTION auth.second_person_exists(p_practice uuid, p_asked_by uuid, p_email text) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth, care AS $$
    SELECT EXISTS (SELECT FROM care.membership m JOIN auth.account a ON a.id = m.account_id
      WHERE m.practice_id = p_practice AND m.valid @> now() AND m.role IN ('PRACTICE_MANAGER', 'GP', 'LOG_OFFICER')
        AND a.email <> lower(p_email) AND a.id <> (SELECT account_id FROM care.membership
          WHERE practice_id = p_practice AND id = p_asked_by)) $$;
  CREATE FUNCTION auth.has_second_person(p_email text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth, ctx AS
    $$ SELECT auth.second_person_exists(ctx.practice_id(), ctx.user_id(), p_email) $$;
  -- Roles that wait while nobody can be the second person: the host confirms these.
  CREATE FUNCTION auth.waiting_grants() RETURNS TABLE (practice_id uuid, user_id uuid, practice text, has_link boolean) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
    SELECT i.practice_id, i.id, p.name, EXISTS (SELECT FROM auth.one_time_link l WHERE l.practice_id = i.practice_id
      AND l.user_id = i.id AND l.purpose = 'CONFIRM' AND l.used_at IS NULL AND l.expires_at > now())
    FROM care.user_invitation i JOIN care.practice p ON p.id = i.practice_id
    WHERE i.needs_approval AND i.approved_at IS NULL AND i.withdrawn_at IS NULL
      AND NOT auth.second_person_exists(i.practice_id, i.invited_by, i.email) ORDER BY p.name, i.invited_at $$;
  CREATE FUNCTION auth.offer_confirm_link(p_practice uuid, p_user uuid, p_link_hash bytea, p_valid interval) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    UPDATE auth.one_time_link SET expires_at = now() WHERE practice_id = p_practice AND user_id = p_user AND purpose = 'CONFIRM'
      AND expires_at > now();
    INSERT INTO auth.one_time_link (token_hash, purpose, practice_id, user_id, expires_at)
      VALUES (p_link_hash, 'CONFIRM', p_practice, p_user, now() + p_valid) $$;
  -- True once, and only while nobody else can confirm.
  CREATE FUNCTION auth.use_confirm_link(p_link_hash bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, auth, care AS $$
  DECLARE l auth.one_time_link;
  BEGIN
    SELECT * INTO l FROM auth.one_time_link WHERE token_hash = p_link_hash AND purpose = 'CONFIRM' AND used_at IS NULL
      AND expires_at > now() FOR UPDATE;
    IF l.user_id IS NULL OR NOT EXISTS (SELECT FROM auth.waiting_grants() w WHERE w.practice_id = l.practice_id
      AND w.user_id = l.user_id) THEN RETURN false; END IF;
    UPDATE auth.one_time_link SET used_at = now() WHERE token_hash = p_link_hash;
    RETURN true;
  END $$;`;
