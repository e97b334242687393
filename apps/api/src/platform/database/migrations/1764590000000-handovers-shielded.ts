import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a hand-over shows follows the client: not of one under restriction, of one that went into another, or without consent. */
export class HandoversShielded1764590000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      -- A restricted client is the GP's alone, and so is why somebody passes her on.
      CREATE POLICY shielded ON care.handover AS RESTRICTIVE FOR SELECT TO smd_app
        USING ((SELECT ctx.setting('role')) = 'GP' OR NOT care.client_restricted(client_id));
      -- The record is there, is not part of another one, and is under no restriction.
      CREATE FUNCTION care.handover_open(p_client uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_client AND NOT restricted
          AND merged_into IS NULL) $$;
      CREATE OR REPLACE FUNCTION care.name_of_handover(p_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
          'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use)
        FROM care.handover h JOIN care.client c ON c.practice_id = h.practice_id AND c.id = h.client_id
        WHERE h.practice_id = ctx.practice_id() AND h.id = p_id AND h.state = 'PROPOSED' AND h.to_user_id = ctx.user_id()
          AND care.handover_open(c.id) $$;
      -- Ends what is asked of, or runs with, the ouderenadviseurs of organisations that may not be named any more; answers of whom.
      CREATE FUNCTION care.close_handovers_to(p_client uuid, p_orgs uuid[], p_at timestamptz) RETURNS SETOF uuid LANGUAGE sql
        SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        UPDATE care.handover h SET state = CASE h.state WHEN 'PROPOSED' THEN 'WITHDRAWN' ELSE 'ENDED' END, version = h.version + 1,
          ended_at = p_at, answered_at = coalesce(h.answered_at, now())
        FROM care.membership m
        WHERE h.practice_id = ctx.practice_id() AND h.client_id = p_client AND m.practice_id = h.practice_id AND m.id = h.to_user_id
          AND m.role = 'ELDERLY_ADVISER' AND m.organisation_id = ANY (p_orgs)
          AND (h.state = 'PROPOSED' OR h.state = 'ACCEPTED' AND h.ends_at > p_at)
        RETURNING h.to_user_id $$;
      CREATE FUNCTION care.withdraw_handovers(p_client uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        UPDATE care.handover SET state = 'WITHDRAWN', version = version + 1, answered_at = now()
        WHERE practice_id = ctx.practice_id() AND client_id = p_client AND state = 'PROPOSED' $$;
      REVOKE ALL ON FUNCTION care.handover_open(uuid), care.withdraw_handovers(uuid), care.close_handovers_to(uuid, uuid[], timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.handover_open(uuid), care.withdraw_handovers(uuid),
        care.close_handovers_to(uuid, uuid[], timestamptz) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION care.name_of_handover(p_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
          'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use)
        FROM care.handover h JOIN care.client c ON c.practice_id = h.practice_id AND c.id = h.client_id
        WHERE h.practice_id = ctx.practice_id() AND h.id = p_id AND h.state = 'PROPOSED' AND h.to_user_id = ctx.user_id() $$;
      DROP POLICY shielded ON care.handover;
      DROP FUNCTION care.handover_open, care.withdraw_handovers, care.close_handovers_to;`);
  }
}
