import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the person at hand may be told of this client while a hand-over to her waits: an ouderenadviseur by consent only. */
const AGREED = `(ctx.setting('role') <> 'ELDERLY_ADVISER' OR EXISTS (SELECT FROM care.access_basis b
  WHERE b.practice_id = ctx.practice_id() AND b.client_id = h.client_id AND b.category = 1 AND b.from_org_id = c.owner_org_id
    AND b.to_org_id = ctx.org_id() AND b.validity @> now()))`;

const NAME = (agreed: string): string => `
  CREATE OR REPLACE FUNCTION care.name_of_handover(p_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, care, ctx AS $$
    SELECT jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
      'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use)
    FROM care.handover h JOIN care.client c ON c.practice_id = h.practice_id AND c.id = h.client_id
    WHERE h.practice_id = ctx.practice_id() AND h.id = p_id AND h.state = 'PROPOSED' AND h.to_user_id = ctx.user_id()
      AND care.handover_open(c.id) ${agreed} $$;`;

/** An organisation's sign-in reaches that organisation only, so it takes no invitation into another one. */
const JOIN = (own: string): string => `
  CREATE OR REPLACE FUNCTION auth.join_invitation(p_link_hash bytea, p_token_hash bytea) RETURNS jsonb LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, auth, care AS $$
    SELECT jsonb_build_object('accountId', (SELECT a.id FROM auth.session s JOIN auth.account a ON a.id = s.account_id
      WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > now() AND s.second_factor_at IS NOT NULL
        AND a.disabled_at IS NULL AND a.email = i.email ${own}))
    FROM auth.one_time_link l JOIN care.user_invitation i ON i.practice_id = l.practice_id AND i.id = l.user_id
    WHERE l.token_hash = p_link_hash AND l.purpose = 'INVITATION' AND l.expires_at > now() $$;`;

/** Which client an id of any row leads to, and three answers that went a little too far. */
export class WhoIsMeant1764592020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      -- For the log of a refusal: asked of every table with rows of a client, so that one that is added later counts too.
      CREATE OR REPLACE FUNCTION care.client_of(p_id uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE name text; found uuid := (SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id);
      BEGIN
        FOR name IN SELECT c.relname FROM pg_class c
          WHERE c.relnamespace = 'care'::regnamespace AND c.relkind IN ('r', 'p') AND found IS NULL AND (SELECT count(*) FROM pg_attribute a
            WHERE a.attrelid = c.oid AND a.attname IN ('practice_id', 'id', 'client_id') AND a.atttypid = 'uuid'::regtype
              AND NOT a.attisdropped) = 3
          ORDER BY c.relname
        LOOP
          EXIT WHEN found IS NOT NULL;
          EXECUTE format('SELECT k.id FROM care.%I t JOIN care.client k ON k.practice_id = t.practice_id AND k.id = t.client_id
            WHERE t.practice_id = $1 AND t.id = $2', name) INTO found USING ctx.practice_id(), p_id;
        END LOOP;
        RETURN found;
      END $$;
      ${NAME(`AND ${AGREED}`)}
      RESET ROLE;
      SET LOCAL ROLE smd_auth;
      ${JOIN('AND s.provider_id IS NULL')}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION care.client_of(p_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.response WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.contact_person WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.consent WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.screening_invitation WHERE practice_id = ctx.practice_id() AND id = p_id
        UNION ALL SELECT client_id FROM care.second_entry WHERE practice_id = ctx.practice_id() AND id = p_id LIMIT 1 $$;
      ${NAME('')} ${JOIN('')}`);
  }
}
