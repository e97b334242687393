import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * Signing in at the provider of one's own organisation. What such a session may open is held here: its row cannot name a
 * membership of another organisation, whatever the functions and the app say.
 */
export class IdentityProviders1764520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ${PROVIDERS}
      RESET ROLE;
      SET LOCAL ROLE smd_auth;
      ${TABLES}
      ${SESSIONS}
      ${FLOWS}
      ${OUTCOMES}
      REVOKE ALL ON FUNCTION ${INTERNAL}, ${FOR_THE_APP} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FOR_THE_APP} TO smd_app;
      RESET ROLE;`);
  }

  /** The functions of sessions stay as they are here; without providers they do what they did. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      DROP FUNCTION ${FOR_THE_APP};
      DROP TABLE auth.provider_flow, auth.provider_identity;
      RESET ROLE;
      SET LOCAL ROLE smd_owner;
      DROP TABLE care.identity_provider;
      RESET ROLE;`);
  }
}

const INTERNAL = `auth.memberships_of_session(auth.session), auth.link_provider(auth.session), auth.provider_json(care.identity_provider)`;

const FOR_THE_APP = `auth.begin_provider_flow(bytea, bytea, text, text, text, bytea),
  auth.begin_provider_step_up(bytea, bytea, bytea), auth.take_provider_flow(bytea, bytea, bytea),
  auth.finish_provider_sign_in(bytea, bytea, text, text, text, timestamptz, uuid, bytea, interval, interval, text),
  auth.pass_provider_step_up(bytea, bytea, bytea, bytea, text, text, timestamptz), auth.end_provider_sessions(uuid),
  auth.provider_links(uuid), auth.end_provider_link(uuid, uuid)`;

const PROVIDERS = `
  CREATE TABLE care.identity_provider (
    practice_id uuid NOT NULL, id uuid NOT NULL, organisation_id uuid NOT NULL, version integer NOT NULL DEFAULT 1,
    issuer text NOT NULL, client_id text NOT NULL, client_secret bytea NOT NULL, email_domains text[] NOT NULL,
    second_factor boolean NOT NULL, enabled boolean NOT NULL DEFAULT false, approval_id uuid, code text NOT NULL,
    CONSTRAINT identity_provider_pk PRIMARY KEY (practice_id, id),
    CONSTRAINT identity_provider_organisation_key UNIQUE (practice_id, organisation_id),
    CONSTRAINT identity_provider_organisation_fk FOREIGN KEY (practice_id, organisation_id)
      REFERENCES care.organisation (practice_id, id),
    CONSTRAINT identity_provider_approval CHECK (NOT enabled OR approval_id IS NULL),
    CONSTRAINT identity_provider_code CHECK (code ~ '^[0-9A-Z]{12}$'),
    CONSTRAINT identity_provider_domains CHECK (array_position(email_domains, NULL) IS NULL AND cardinality(email_domains) <= 20));
  ${protectTable({
    name: 'identity_provider',
    policy: { kind: 'PRACTICE' },
    updatable: [
      'version',
      'issuer',
      'client_id',
      'client_secret',
      'email_domains',
      'second_factor',
      'enabled',
      'approval_id',
    ],
  })}
  -- smd_auth finds the provider of who signs in, before a practice is known
  ALTER POLICY tenant ON care.identity_provider TO smd_app, smd_owner;
  CREATE POLICY sign_in ON care.identity_provider FOR SELECT TO smd_auth USING (true);
  CREATE INDEX identity_provider_code_ix ON care.identity_provider (code);
  CREATE INDEX identity_provider_domains_ix ON care.identity_provider USING gin (email_domains);
  GRANT SELECT ON care.identity_provider TO smd_auth;
  ALTER TABLE care.membership ADD CONSTRAINT membership_organisation_key UNIQUE (practice_id, id, organisation_id);
  GRANT REFERENCES ON care.membership TO smd_auth;`;

const TABLES = `
  -- Who somebody is at a provider. An issuer that is changed makes no difference to who she was at the former one.
  CREATE TABLE auth.provider_identity (
    practice_id uuid NOT NULL, provider_id uuid NOT NULL, issuer text NOT NULL, subject text NOT NULL,
    id uuid NOT NULL DEFAULT gen_random_uuid(), account_id uuid NOT NULL, linked_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT provider_identity_pk PRIMARY KEY (practice_id, provider_id, issuer, subject),
    CONSTRAINT provider_identity_id_key UNIQUE (id),
    CONSTRAINT provider_identity_account_key UNIQUE (practice_id, provider_id, issuer, account_id),
    CONSTRAINT provider_identity_account_fk FOREIGN KEY (account_id) REFERENCES auth.account (id));
  CREATE INDEX provider_identity_account_ix ON auth.provider_identity (account_id);
  -- One way to a provider and back: for the browser with the cookie, once, and for ten minutes.
  CREATE TABLE auth.provider_flow (
    state_hash bytea NOT NULL, browser_hash bytea NOT NULL, purpose text NOT NULL, practice_id uuid NOT NULL,
    provider_id uuid NOT NULL, session_id uuid, started_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL DEFAULT now() + interval '10 minutes', taken_at timestamptz,
    CONSTRAINT provider_flow_pk PRIMARY KEY (state_hash),
    CONSTRAINT provider_flow_session_fk FOREIGN KEY (session_id) REFERENCES auth.session (id),
    CONSTRAINT provider_flow_purpose CHECK (purpose IN ('SIGN_IN', 'UNLOCK', 'STEP_UP')),
    CONSTRAINT provider_flow_whose CHECK ((purpose = 'STEP_UP') = (session_id IS NOT NULL)));
  CREATE INDEX provider_flow_expires_ix ON auth.provider_flow (expires_at);
  -- A session that began at a provider holds memberships of that provider's organisation only: the foreign key sees to it.
  ALTER TABLE auth.session
    ADD COLUMN provider_practice_id uuid, ADD COLUMN provider_id uuid, ADD COLUMN provider_org_id uuid,
    ADD COLUMN provider_issuer text, ADD COLUMN provider_subject text,
    ADD COLUMN provider_factor boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT session_provider_whole CHECK (num_nulls(provider_practice_id, provider_id, provider_org_id,
      provider_issuer, provider_subject) IN (0, 5)),
    ADD CONSTRAINT session_provider_practice CHECK (provider_id IS NULL OR practice_id IS NULL OR practice_id = provider_practice_id),
    ADD CONSTRAINT session_provider_membership_fk FOREIGN KEY (practice_id, membership_id, provider_org_id)
      REFERENCES care.membership (practice_id, id, organisation_id);
  CREATE INDEX session_provider_ix ON auth.session (provider_practice_id, provider_id) WHERE provider_id IS NOT NULL;`;

/** What was decided by the account alone until now also looks at where the session began. */
const SESSIONS = `
  CREATE FUNCTION auth.memberships_of_session(s auth.session) RETURNS jsonb LANGUAGE sql STABLE
    SET search_path = pg_catalog, auth AS $$
    SELECT coalesce(jsonb_agg(one.m ORDER BY one.place), '[]')
    FROM jsonb_array_elements(auth.memberships_of(s.account_id)) WITH ORDINALITY AS one (m, place)
    WHERE s.provider_id IS NULL OR one.m ->> 'practiceId' = s.provider_practice_id::text
      AND one.m ->> 'organisationId' = s.provider_org_id::text $$;
  -- Only with the second factor given: of the first link that is part of the proof.
  CREATE FUNCTION auth.link_provider(s auth.session) RETURNS void LANGUAGE sql SET search_path = pg_catalog, auth AS $$
    INSERT INTO auth.provider_identity (practice_id, provider_id, issuer, subject, account_id)
      SELECT s.provider_practice_id, s.provider_id, s.provider_issuer, s.provider_subject, s.account_id
      WHERE s.provider_id IS NOT NULL ON CONFLICT DO NOTHING $$;

  CREATE OR REPLACE FUNCTION auth.use_session(p_token_hash bytea, p_idle interval, p_is_input boolean) RETURNS jsonb
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
      'viaProvider', s.provider_id IS NOT NULL, 'providerFactor', s.provider_factor,
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
  CREATE OR REPLACE FUNCTION auth.session_memberships(p_token_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    SELECT auth.memberships_of_session(s) FROM auth.session s WHERE token_hash = p_token_hash AND ended_at IS NULL $$;
  CREATE OR REPLACE FUNCTION auth.choose_membership(p_token_hash bytea, p_next_hash bytea, p_membership uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
    WITH chosen AS (UPDATE auth.session s SET token_hash = p_next_hash, practice_id = m.practice_id, membership_id = m.id
      FROM care.membership m WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.second_factor_at IS NOT NULL
        AND m.id = p_membership AND m.account_id = s.account_id AND m.valid @> now()
        AND (s.provider_id IS NULL OR m.practice_id = s.provider_practice_id AND m.organisation_id = s.provider_org_id)
      RETURNING 1) SELECT EXISTS (SELECT FROM chosen) $$;
  CREATE OR REPLACE FUNCTION auth.begin_factor(p_token_hash bytea, p_most integer) RETURNS jsonb LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
    WITH tried AS (UPDATE auth.session s SET factor_attempts = factor_attempts + 1
      WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > now() AND factor_attempts < p_most
      RETURNING s AS session)
    SELECT jsonb_build_object('attempts', (t.session).factor_attempts, 'sealedSecret', encode(a.totp_secret, 'base64'),
      'isEnrolled', auth.is_enrolled(a.id), 'email', a.email, 'memberships', auth.memberships_of_session(t.session))
    FROM tried t JOIN auth.account a ON a.id = (t.session).account_id WHERE a.disabled_at IS NULL $$;
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
  END $$;
  CREATE OR REPLACE FUNCTION auth.pass_demo_step_up(p_token_hash bytea, p_next_hash bytea) RETURNS boolean LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth, ctx AS $$
    WITH passed AS (UPDATE auth.session s SET token_hash = p_next_hash, second_factor_at = now(), last_input_at = now()
      FROM auth.account a WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.second_factor_at IS NOT NULL
        AND s.provider_id IS NULL AND a.id = s.account_id AND a.totp_confirmed_at IS NULL
        AND (SELECT mark FROM ctx.installation) = 'DEMO'
      RETURNING 1) SELECT EXISTS (SELECT FROM passed) $$;
  -- The factors of an account open every practice of its person: a session of one organisation leaves them alone.
  CREATE OR REPLACE FUNCTION auth.add_passkey(p_token_hash bytea, p_id uuid, p_credential_id text, p_public_key bytea,
      p_counter bigint, p_transports text[], p_name text) RETURNS boolean LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, auth AS $$
    WITH added AS (INSERT INTO auth.passkey (id, account_id, credential_id, public_key, counter, transports, name)
      SELECT p_id, s.account_id, p_credential_id, p_public_key, p_counter, p_transports, p_name FROM auth.session s
      WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.second_factor_at IS NOT NULL AND s.provider_id IS NULL
      ON CONFLICT (credential_id) DO NOTHING RETURNING 1) SELECT EXISTS (SELECT FROM added) $$;
  CREATE OR REPLACE FUNCTION auth.remove_own_passkey(p_token_hash bytea, p_id uuid) RETURNS text LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash); a auth.account;
  BEGIN
    SELECT * INTO a FROM auth.account WHERE id = s.account_id AND s.provider_id IS NULL FOR UPDATE;
    IF NOT EXISTS (SELECT FROM auth.passkey WHERE id = p_id AND account_id = a.id) THEN RETURN 'UNKNOWN'; END IF;
    IF a.totp_confirmed_at IS NULL AND a.password_hash IS NOT NULL
      AND NOT EXISTS (SELECT FROM auth.passkey WHERE id <> p_id AND account_id = a.id) THEN RETURN 'LAST'; END IF;
    DELETE FROM auth.passkey WHERE id = p_id;
    RETURN 'REMOVED';
  END $$;
  CREATE OR REPLACE FUNCTION auth.replace_recovery_codes(p_token_hash bytea, p_hashes bytea[]) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash);
  BEGIN
    IF s.provider_id IS NOT NULL THEN RETURN; END IF;
    DELETE FROM auth.recovery_code WHERE account_id = s.account_id;
    INSERT INTO auth.recovery_code (account_id, code_hash)
      SELECT s.account_id, unnest(p_hashes) WHERE s.second_factor_at IS NOT NULL;
  END $$;`;

const FLOWS = `
  CREATE FUNCTION auth.provider_json(p care.identity_provider) RETURNS jsonb LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog AS $$
    SELECT jsonb_build_object('practiceId', p.practice_id, 'id', p.id, 'issuer', p.issuer, 'clientId', p.client_id,
      'sealedSecret', encode(p.client_secret, 'base64'), 'emailDomains', p.email_domains, 'secondFactor', p.second_factor) $$;
  /* Finds the one provider with this code or domain of e-mail: two that claim a domain have none of it, so that nobody is sent
     to a stranger's page. Whether an account exists is not looked at. Answers the seconds to wait, or the provider, or neither. */
  CREATE FUNCTION auth.begin_provider_flow(p_state_hash bytea, p_browser_hash bytea, p_purpose text, p_code text, p_domain text,
      p_address bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE wait interval; found_ones care.identity_provider[];
  BEGIN
    DELETE FROM auth.provider_flow WHERE state_hash IN (SELECT state_hash FROM auth.provider_flow
      WHERE expires_at < now() ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED);
    INSERT INTO auth.throttle (key) VALUES (p_address) ON CONFLICT (key) DO UPDATE SET failures = CASE
      WHEN throttle.last_attempt_at < now() - interval '1 day' THEN 0 ELSE throttle.failures END;
    SELECT next_attempt_at - now() INTO wait FROM auth.throttle WHERE key = p_address;
    IF wait > interval '0' THEN RETURN jsonb_build_object('waitSeconds', ceil(extract(epoch FROM wait))); END IF;
    PERFORM auth.count_attempt(p_address, 50, interval '1 minute');
    SELECT array_agg(p) INTO found_ones FROM (SELECT i AS p FROM care.identity_provider i
      WHERE i.enabled AND (i.code = p_code OR i.email_domains @> ARRAY[p_domain]) LIMIT 2) AS one;
    IF cardinality(found_ones) IS DISTINCT FROM 1 THEN RETURN '{}'; END IF;
    INSERT INTO auth.provider_flow (state_hash, browser_hash, purpose, practice_id, provider_id)
      VALUES (p_state_hash, p_browser_hash, p_purpose, found_ones[1].practice_id, found_ones[1].id);
    RETURN jsonb_build_object('provider', auth.provider_json(found_ones[1]));
  END $$;
  CREATE FUNCTION auth.begin_provider_step_up(p_state_hash bytea, p_browser_hash bytea, p_token_hash bytea) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash); i care.identity_provider;
  BEGIN
    SELECT * INTO i FROM care.identity_provider WHERE practice_id = s.provider_practice_id AND id = s.provider_id
      AND enabled AND second_factor AND s.second_factor_at IS NOT NULL;
    IF i.id IS NULL THEN RETURN NULL; END IF;
    INSERT INTO auth.provider_flow (state_hash, browser_hash, purpose, practice_id, provider_id, session_id)
      VALUES (p_state_hash, p_browser_hash, 'STEP_UP', i.practice_id, i.id, s.id);
    RETURN auth.provider_json(i);
  END $$;
  -- The way back, once: a state that was used, belongs to another browser or is too old gives nothing.
  CREATE FUNCTION auth.take_provider_flow(p_state_hash bytea, p_browser_hash bytea, p_token_hash bytea) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth, care, ctx AS $$
    WITH taken AS (UPDATE auth.provider_flow SET taken_at = now() WHERE state_hash = p_state_hash
        AND browser_hash = p_browser_hash AND taken_at IS NULL AND expires_at > now()
        AND (session_id IS NULL OR session_id = (SELECT id FROM auth.session WHERE token_hash = p_token_hash
          AND ended_at IS NULL AND expires_at > now()))
      RETURNING *)
    SELECT jsonb_build_object('purpose', t.purpose, 'startedAt', ctx.utc(t.started_at), 'provider', auth.provider_json(i))
    FROM taken t JOIN care.identity_provider i ON i.practice_id = t.practice_id AND i.id = t.provider_id AND i.enabled $$;`;

const OUTCOMES = `
  /* Starts the session of who proved to be p_subject. Who is not linked yet is known by an e-mail address that the provider
     verified, of an account with a membership in the provider's own organisation; when she has a second factor here, the link is
     made once she gave that too. NULL, without a word why, for everybody else. */
  CREATE FUNCTION auth.finish_provider_sign_in(p_state_hash bytea, p_browser_hash bytea, p_issuer text, p_subject text,
      p_verified_email text, p_factor_at timestamptz, p_session uuid, p_token_hash bytea, p_one_factor_lifetime interval,
      p_lifetime interval, p_device text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE f auth.provider_flow; i care.identity_provider; a auth.account; s auth.session; linked boolean; own jsonb;
  BEGIN
    DELETE FROM auth.provider_flow WHERE state_hash = p_state_hash AND browser_hash = p_browser_hash
      AND taken_at IS NOT NULL AND purpose <> 'STEP_UP' RETURNING * INTO f;
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(f.provider_id::text, 0));
    SELECT * INTO i FROM care.identity_provider WHERE practice_id = f.practice_id AND id = f.provider_id AND enabled
      AND issuer = p_issuer;
    IF i.id IS NULL THEN RETURN NULL; END IF;
    SELECT o.* INTO a FROM auth.provider_identity l JOIN auth.account o ON o.id = l.account_id
      WHERE l.practice_id = i.practice_id AND l.provider_id = i.id AND l.issuer = p_issuer AND l.subject = p_subject;
    linked := FOUND;
    IF NOT linked THEN
      SELECT o.* INTO a FROM auth.account o WHERE o.email = lower(p_verified_email) AND NOT EXISTS (SELECT
        FROM auth.provider_identity l WHERE l.practice_id = i.practice_id AND l.provider_id = i.id AND l.issuer = p_issuer
          AND l.account_id = o.id);
    END IF;
    IF a.id IS NULL OR a.disabled_at IS NOT NULL THEN RETURN NULL; END IF;
    s.id := p_session; s.account_id := a.id; s.provider_practice_id := i.practice_id; s.provider_id := i.id;
    s.provider_org_id := i.organisation_id; s.provider_issuer := p_issuer; s.provider_subject := p_subject;
    own := auth.memberships_of_session(s);
    IF own = '[]' THEN RETURN NULL; END IF;
    IF i.second_factor AND p_factor_at IS NOT NULL AND (linked OR NOT auth.is_enrolled(a.id)) THEN
      s.second_factor_at := least(p_factor_at, now());
    END IF;
    IF s.second_factor_at IS NOT NULL AND jsonb_array_length(own) = 1 THEN
      s.practice_id := (own -> 0 ->> 'practiceId')::uuid; s.membership_id := (own -> 0 ->> 'id')::uuid;
    END IF;
    INSERT INTO auth.session (id, token_hash, account_id, practice_id, membership_id, second_factor_at, expires_at, device,
        provider_practice_id, provider_id, provider_org_id, provider_issuer, provider_subject, provider_factor)
      VALUES (s.id, p_token_hash, s.account_id, s.practice_id, s.membership_id, s.second_factor_at,
        now() + CASE WHEN s.second_factor_at IS NULL THEN p_one_factor_lifetime ELSE p_lifetime END, p_device,
        s.provider_practice_id, s.provider_id, s.provider_org_id, s.provider_issuer, s.provider_subject,
        s.second_factor_at IS NOT NULL);
    IF s.second_factor_at IS NOT NULL THEN PERFORM auth.link_provider(s); END IF;
    RETURN jsonb_build_object('accountId', a.id, 'email', a.email, 'isEnrolled', auth.is_enrolled(a.id),
      'hasPasskey', auth.has_passkey(a.id), 'secondFactor', s.second_factor_at IS NOT NULL, 'memberships', own);
  END $$;
  -- A fresh second factor, given at the provider after this was asked, by the same person.
  CREATE FUNCTION auth.pass_provider_step_up(p_state_hash bytea, p_browser_hash bytea, p_token_hash bytea, p_next_hash bytea,
      p_issuer text, p_subject text, p_factor_at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
  DECLARE s auth.session := auth.live_session(p_token_hash); f auth.provider_flow;
  BEGIN
    DELETE FROM auth.provider_flow WHERE state_hash = p_state_hash AND browser_hash = p_browser_hash
      AND taken_at IS NOT NULL AND session_id = s.id RETURNING * INTO f;
    IF f.state_hash IS NULL OR p_factor_at IS NULL OR p_factor_at < f.started_at - interval '1 minute'
      OR s.provider_issuer <> p_issuer OR s.provider_subject <> p_subject
      OR NOT EXISTS (SELECT FROM care.identity_provider i WHERE i.practice_id = s.provider_practice_id
        AND i.id = s.provider_id AND i.enabled AND i.second_factor AND i.issuer = p_issuer) THEN RETURN false; END IF;
    UPDATE auth.session SET token_hash = p_next_hash, second_factor_at = least(p_factor_at, now()), factor_attempts = 0,
      last_input_at = now() WHERE id = s.id;
    RETURN true;
  END $$;
  -- For the practice at hand, after the change that is the reason: who is signing in meanwhile is waited for, or meets the change.
  CREATE FUNCTION auth.end_provider_sessions(p_provider uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, auth, ctx AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_provider::text, 0));
    UPDATE auth.session SET ended_at = now() WHERE ended_at IS NULL AND provider_practice_id = ctx.practice_id()
      AND provider_id = p_provider;
  END $$;
  CREATE FUNCTION auth.provider_links(p_provider uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, auth, care, ctx AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'displayName', a.display_name, 'linkedAt', ctx.utc(l.linked_at))
      ORDER BY a.display_name, l.id), '[]')
    FROM auth.provider_identity l JOIN auth.account a ON a.id = l.account_id
    WHERE l.practice_id = ctx.practice_id() AND l.provider_id = p_provider $$;
  -- For who got another account at the provider: she proves anew who she is. Her sessions through it end.
  CREATE FUNCTION auth.end_provider_link(p_provider uuid, p_link uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, auth, ctx AS $$
  DECLARE l auth.provider_identity;
  BEGIN
    DELETE FROM auth.provider_identity WHERE practice_id = ctx.practice_id() AND provider_id = p_provider AND id = p_link
      RETURNING * INTO l;
    UPDATE auth.session SET ended_at = now() WHERE ended_at IS NULL AND account_id = l.account_id
      AND provider_practice_id = l.practice_id AND provider_id = l.provider_id;
    RETURN l.id IS NOT NULL;
  END $$;`;
