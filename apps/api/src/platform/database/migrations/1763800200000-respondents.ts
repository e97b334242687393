import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Access codes of letters, and the sessions of those who answer online: no account, one form, nothing else. */
export class Respondents1763800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_auth;
      CREATE TABLE auth.access_code (
        code_hash bytea NOT NULL, practice_id uuid NOT NULL, invitation_id uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT access_code_pk PRIMARY KEY (code_hash));
      CREATE INDEX access_code_invitation_ix ON auth.access_code (practice_id, invitation_id);
      CREATE TABLE auth.respondent_session (
        id uuid NOT NULL, token_hash bytea NOT NULL, practice_id uuid NOT NULL, invitation_id uuid NOT NULL, response_id uuid NOT NULL,
        client_id uuid NOT NULL, started_at timestamptz NOT NULL DEFAULT now(), last_input_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL, ended_at timestamptz,
        CONSTRAINT respondent_session_pk PRIMARY KEY (id), CONSTRAINT respondent_session_token_key UNIQUE (token_hash));
      CREATE INDEX respondent_session_invitation_ix ON auth.respondent_session (practice_id, invitation_id);
      -- Tries per hour; keys are hashes of the code tried and of where it was tried from.
      CREATE TABLE auth.code_try (
        key bytea NOT NULL, hour_began_at timestamptz NOT NULL DEFAULT now(), tries integer NOT NULL DEFAULT 0,
        CONSTRAINT code_try_pk PRIMARY KEY (key));
      CREATE INDEX code_try_began_ix ON auth.code_try (hour_began_at);

      -- Codes of letters just made, in the practice at hand.
      CREATE FUNCTION auth.add_access_codes(p_hashes bytea[], p_invitations uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth, ctx AS $$
        INSERT INTO auth.access_code (code_hash, practice_id, invitation_id)
        SELECT hash, ctx.practice_id(), invitation FROM unnest(p_hashes, p_invitations) AS n (hash, invitation)
        WHERE ctx.practice_id() IS NOT NULL $$;
      -- The questionnaire is over for these: no code and no open page of theirs works any longer.
      CREATE FUNCTION auth.end_access_codes(p_invitations uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth, ctx AS $$
        WITH codes AS (UPDATE auth.access_code SET ended_at = now()
          WHERE practice_id = ctx.practice_id() AND invitation_id = ANY (p_invitations) AND ended_at IS NULL)
        UPDATE auth.respondent_session SET ended_at = now()
          WHERE practice_id = ctx.practice_id() AND invitation_id = ANY (p_invitations) AND ended_at IS NULL $$;
      CREATE FUNCTION auth.find_access_code(p_code_hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, auth AS $$
        SELECT jsonb_build_object('practiceId', practice_id, 'invitationId', invitation_id, 'ended', ended_at IS NOT NULL)
        FROM auth.access_code WHERE code_hash = p_code_hash $$;
      CREATE FUNCTION auth.start_respondent(p_code_hash bytea, p_id uuid, p_token_hash bytea, p_response uuid, p_client uuid,
          p_lifetime interval) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
        INSERT INTO auth.respondent_session (id, token_hash, practice_id, invitation_id, response_id, client_id, expires_at)
        SELECT p_id, p_token_hash, practice_id, invitation_id, p_response, p_client, now() + p_lifetime
        FROM auth.access_code WHERE code_hash = p_code_hash AND ended_at IS NULL $$;
      CREATE FUNCTION auth.use_respondent(p_token_hash bytea, p_idle interval, p_is_input boolean) RETURNS jsonb LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog, auth, care, ctx AS $$
      DECLARE s auth.respondent_session; answer jsonb;
      BEGIN
        SELECT * INTO s FROM auth.respondent_session WHERE token_hash = p_token_hash;
        IF s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= now() OR s.last_input_at + p_idle <= now() THEN
          RETURN NULL;
        END IF;
        -- A session that began in the moment in which its codes ended.
        IF NOT EXISTS (SELECT FROM auth.access_code c WHERE c.practice_id = s.practice_id AND c.invitation_id = s.invitation_id
          AND c.ended_at IS NULL) THEN
          RETURN NULL;
        END IF;
        IF p_is_input AND s.last_input_at < now() - interval '30 seconds' THEN
          UPDATE auth.respondent_session SET last_input_at = now() WHERE id = s.id;
        END IF;
        SELECT jsonb_build_object('id', s.id, 'practiceId', s.practice_id, 'practiceName', p.name, 'invitationId', s.invitation_id,
          'responseId', s.response_id, 'clientId', s.client_id, 'organisationId', o.id, 'organisationName', o.name,
          'expiresAt', ctx.utc(s.expires_at)) INTO answer
        FROM care.practice p JOIN care.organisation o ON o.practice_id = p.id AND o.kind = 'PRACTICE' WHERE p.id = s.practice_id;
        RETURN answer;
      END $$;
      CREATE FUNCTION auth.end_respondent(p_token_hash bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, auth AS
        $$ UPDATE auth.respondent_session SET ended_at = now() WHERE token_hash = p_token_hash AND ended_at IS NULL $$;
      -- Counts a try in advance; the answer is how many seconds are to be waited, 0 for go on.
      CREATE FUNCTION auth.begin_code(p_code bytea, p_address bytea, p_most_per_code integer, p_most_per_address integer)
        RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, auth AS $$
      DECLARE wait interval;
      BEGIN
        DELETE FROM auth.code_try WHERE key IN (SELECT key FROM auth.code_try WHERE hour_began_at < now() - interval '1 hour'
          ORDER BY hour_began_at LIMIT 10 FOR UPDATE SKIP LOCKED);
        INSERT INTO auth.code_try (key) VALUES (p_address) ON CONFLICT DO NOTHING;
        SELECT hour_began_at + interval '1 hour' - now() INTO wait FROM auth.code_try
          WHERE key = p_address AND tries >= p_most_per_address AND hour_began_at > now() - interval '1 hour';
        IF wait IS NOT NULL THEN RETURN greatest(1, ceil(extract(epoch FROM wait))); END IF;
        INSERT INTO auth.code_try AS t (key, tries) VALUES (p_code, 1) ON CONFLICT (key) DO UPDATE SET
          tries = CASE WHEN t.hour_began_at <= now() - interval '1 hour' THEN 1 ELSE t.tries + 1 END,
          hour_began_at = CASE WHEN t.hour_began_at <= now() - interval '1 hour' THEN now() ELSE t.hour_began_at END;
        SELECT hour_began_at + interval '1 hour' - now() INTO wait FROM auth.code_try WHERE key = p_code AND tries > p_most_per_code;
        RETURN CASE WHEN wait IS NULL THEN 0 ELSE greatest(1, ceil(extract(epoch FROM wait)))::integer END;
      END $$;
      -- A right code and birth date forget the tries of that code; a wrong one counts against the address too.
      CREATE FUNCTION auth.end_code(p_code bytea, p_address bytea, p_right boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, auth AS $$
      BEGIN
        IF p_right THEN DELETE FROM auth.code_try WHERE key = p_code; RETURN; END IF;
        INSERT INTO auth.code_try AS t (key, tries) VALUES (p_address, 1) ON CONFLICT (key) DO UPDATE SET
          tries = CASE WHEN t.hour_began_at <= now() - interval '1 hour' THEN 1 ELSE t.tries + 1 END,
          hour_began_at = CASE WHEN t.hour_began_at <= now() - interval '1 hour' THEN now() ELSE t.hour_began_at END;
      END $$;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA auth FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION auth.add_access_codes(bytea[], uuid[]), auth.end_access_codes(uuid[]), auth.find_access_code(bytea),
        auth.start_respondent(bytea, uuid, bytea, uuid, uuid, interval), auth.use_respondent(bytea, interval, boolean),
        auth.end_respondent(bytea), auth.begin_code(bytea, bytea, integer, integer), auth.end_code(bytea, bytea, boolean) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE auth.code_try, auth.respondent_session, auth.access_code CASCADE;
      DROP FUNCTION auth.add_access_codes, auth.end_access_codes, auth.find_access_code, auth.start_respondent, auth.use_respondent,
        auth.end_respondent, auth.begin_code, auth.end_code`);
  }
}
