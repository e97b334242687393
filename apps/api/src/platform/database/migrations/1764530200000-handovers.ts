import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Hand-overs of case management, for good or for a while. */
export class Handovers1764530200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.handover (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, version integer NOT NULL DEFAULT 1, state text NOT NULL,
        from_user_id uuid NOT NULL, to_user_id uuid NOT NULL, proposed_by uuid NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT ctx.now(), from_on date NOT NULL, until_on date,
        starts_at timestamptz, ends_at timestamptz, reason text NOT NULL, summary text NOT NULL,
        answered_at timestamptz, answer_reason text, ended_at timestamptz, ended_by uuid, giver_gone boolean NOT NULL DEFAULT false,
        CONSTRAINT handover_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT handover_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT handover_owner_fk FOREIGN KEY (practice_id, owner_org_id) REFERENCES care.organisation (practice_id, id),
        CONSTRAINT handover_from_fk FOREIGN KEY (practice_id, from_user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT handover_to_fk FOREIGN KEY (practice_id, to_user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT handover_proposer_fk FOREIGN KEY (practice_id, proposed_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT handover_category CHECK (category = 1),
        CONSTRAINT handover_state CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'ENDED')),
        CONSTRAINT handover_days CHECK (until_on >= from_on),
        CONSTRAINT handover_accepted CHECK (state <> 'ACCEPTED' OR starts_at IS NOT NULL));
      CREATE INDEX handover_client_ix ON care.handover (practice_id, client_id);
      CREATE INDEX handover_to_ix ON care.handover (practice_id, to_user_id, state);
      CREATE INDEX handover_from_ix ON care.handover (practice_id, from_user_id, state);
      CREATE UNIQUE INDEX handover_open_key ON care.handover (practice_id, client_id) WHERE state = 'PROPOSED';
      ${protectTable({
        name: 'handover',
        policy: { kind: 'CLIENT', clientColumn: 'client_id' },
        updatable: [
          'version',
          'state',
          'starts_at',
          'ends_at',
          'answered_at',
          'answer_reason',
          'ended_at',
          'ended_by',
          'giver_gone',
        ],
      })}
      -- Who is asked has no relation to the client yet, and who asked may have none: both see what is open between them, and
      -- for a day what became of it.
      CREATE POLICY parties_see ON care.handover FOR SELECT TO smd_app USING (
        (to_user_id = (SELECT ctx.user_id()) OR from_user_id = (SELECT ctx.user_id()) OR proposed_by = (SELECT ctx.user_id()))
        AND (state = 'PROPOSED' OR answered_at > now() - interval '1 day'));
      CREATE POLICY parties_answer ON care.handover FOR UPDATE TO smd_app USING (state = 'PROPOSED'
        AND (to_user_id = (SELECT ctx.user_id()) OR from_user_id = (SELECT ctx.user_id()) OR proposed_by = (SELECT ctx.user_id())))
        WITH CHECK (true);
      -- The client's name for who is asked to take her over, and for nobody else.
      CREATE FUNCTION care.name_of_handover(p_id uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
          'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use)
        FROM care.handover h JOIN care.client c ON c.practice_id = h.practice_id AND c.id = h.client_id
        WHERE h.practice_id = ctx.practice_id() AND h.id = p_id AND h.state = 'PROPOSED' AND h.to_user_id = ctx.user_id() $$;
      -- What the clock ends, in one practice; answers for whom. Where the giver is gone the receiver stays, for good.
      CREATE FUNCTION care.expire_handovers(p_client uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE h care.handover; gone boolean;
      BEGIN
        FOR h IN SELECT * FROM care.handover WHERE practice_id = ctx.practice_id() AND client_id = p_client AND state = 'ACCEPTED'
            AND ends_at <= now() LOOP
          SELECT NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = h.practice_id AND m.id = h.from_user_id AND m.valid @> now())
            AND EXISTS (SELECT FROM care.membership m WHERE m.practice_id = h.practice_id AND m.id = h.to_user_id AND m.valid @> now())
            INTO gone;
          UPDATE care.handover SET state = 'ENDED', version = version + 1, ended_at = ends_at, giver_gone = gone
            WHERE practice_id = h.practice_id AND id = h.id;
          IF gone THEN
            UPDATE care.team_member SET active = tstzrange(lower(active), greatest(h.ends_at, lower(active) + interval '1 microsecond'))
              WHERE practice_id = h.practice_id AND client_id = p_client AND reason = 'CASE_MANAGER' AND user_id = h.from_user_id
                AND coalesce(upper(active) > h.ends_at, true);
            INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
              SELECT m.practice_id, gen_random_uuid(), p_client, m.id, m.organisation_id, 'CASE_MANAGER', tstzrange(h.ends_at, NULL)
              FROM care.membership m WHERE m.practice_id = h.practice_id AND m.id = h.to_user_id;
          END IF;
        END LOOP;
      END $$;
      -- Somebody else becomes the case manager: what was asked or still runs is over from then on.
      CREATE FUNCTION care.close_handovers(p_client uuid, p_at timestamptz, p_except uuid) RETURNS void LANGUAGE sql
        SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        UPDATE care.handover SET state = CASE state WHEN 'PROPOSED' THEN 'WITHDRAWN' ELSE 'ENDED' END, version = version + 1,
          ended_at = p_at, answered_at = coalesce(answered_at, now())
        WHERE practice_id = ctx.practice_id() AND client_id = p_client AND id IS DISTINCT FROM p_except
          AND (state = 'PROPOSED' OR state = 'ACCEPTED' AND ends_at > p_at) $$;
      REVOKE ALL ON FUNCTION care.name_of_handover(uuid), care.expire_handovers(uuid),
        care.close_handovers(uuid, timestamptz, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.name_of_handover(uuid), care.expire_handovers(uuid),
        care.close_handovers(uuid, timestamptz, uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION care.name_of_handover, care.expire_handovers, care.close_handovers; DROP TABLE care.handover',
    );
  }
}
