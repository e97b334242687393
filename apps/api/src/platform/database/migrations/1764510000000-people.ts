import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Invitations to a membership, which exists from the moment it is accepted and approved, and the quarterly confirmations. */
export class People1764510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      -- Its id becomes that of the membership. Until then there is no membership, so nothing can follow from it.
      CREATE TABLE care.user_invitation (
        practice_id uuid NOT NULL, id uuid NOT NULL, organisation_id uuid NOT NULL, role text NOT NULL, email text NOT NULL,
        display_name text NOT NULL, phone text, big_number text, from_on date NOT NULL, until_on date,
        invited_by uuid NOT NULL, invited_at timestamptz NOT NULL DEFAULT ctx.now(),
        account_id uuid, accepted_at timestamptz, needs_approval boolean NOT NULL, approval_id uuid, approved_at timestamptz, approved_by uuid,
        withdrawn_at timestamptz, withdrawn_by uuid, version integer NOT NULL DEFAULT 1,
        CONSTRAINT user_invitation_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT user_invitation_organisation_fk FOREIGN KEY (practice_id, organisation_id)
          REFERENCES care.organisation (practice_id, id),
        CONSTRAINT user_invitation_invited_by_fk FOREIGN KEY (practice_id, invited_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT user_invitation_email CHECK (email = lower(email)),
        CONSTRAINT user_invitation_days CHECK (until_on >= from_on),
        CONSTRAINT user_invitation_accepted CHECK ((account_id IS NULL) = (accepted_at IS NULL)),
        CONSTRAINT user_invitation_role CHECK (role IN ('GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER',
          'PRACTICE_NURSE', 'PRACTICE_ASSISTANT', 'PRACTICE_MANAGER', 'LOG_OFFICER')));
      CREATE INDEX user_invitation_account_ix ON care.user_invitation (account_id);
      CREATE UNIQUE INDEX user_invitation_open_key ON care.user_invitation (practice_id, organisation_id, role, email)
        WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
      ${protectTable({
        name: 'user_invitation',
        policy: { kind: 'PRACTICE' },
        updatable: [
          'display_name', 'phone', 'account_id', 'accepted_at', 'approval_id', 'approved_at', 'approved_by', 'withdrawn_at',
          'withdrawn_by', 'version',
        ], // prettier-ignore
      })}
      -- the holder of a link is known before her practice is
      ALTER POLICY tenant ON care.user_invitation TO smd_app, smd_owner;
      CREATE POLICY links ON care.user_invitation FOR SELECT TO smd_auth USING (true);
      GRANT SELECT ON care.user_invitation TO smd_auth;

      CREATE TABLE care.membership_confirmation (
        practice_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, confirmed_by uuid NOT NULL,
        confirmed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT membership_confirmation_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT membership_confirmation_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT membership_confirmation_by_fk FOREIGN KEY (practice_id, confirmed_by)
          REFERENCES care.membership (practice_id, id));
      CREATE INDEX membership_confirmation_user_ix ON care.membership_confirmation (practice_id, user_id, confirmed_at);
      ${protectTable({ name: 'membership_confirmation', policy: { kind: 'PRACTICE' } })}

      /* Ends, at the instant a membership ended, what its holder was to clients: places in teams and case management. Answers
         the clients whose sharing may change: those where nobody else of her organisation is left. The practice shares
         without a team. A place that began in this very moment keeps a microsecond, as an empty period would lose its start. */
      CREATE FUNCTION care.end_parts_of(p_user uuid) RETURNS TABLE (client_id uuid, sharing_changes boolean) LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
      DECLARE ended timestamptz; org uuid; kind text;
      BEGIN
        SELECT upper(m.valid), o.id, o.kind INTO ended, org, kind FROM care.membership m
          JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
          WHERE m.practice_id = ctx.practice_id() AND m.id = p_user AND upper(m.valid) <= now();
        IF NOT FOUND THEN RETURN; END IF;
        UPDATE care.client c SET case_manager_id = NULL, version = c.version + 1
          WHERE c.practice_id = ctx.practice_id() AND c.case_manager_id = p_user;
        RETURN QUERY WITH left_teams AS (
          UPDATE care.team_member t
          SET active = tstzrange(lower(t.active), greatest(ended, lower(t.active) + interval '1 microsecond'))
          WHERE t.practice_id = ctx.practice_id() AND t.user_id = p_user
            AND (upper_inf(t.active) OR upper(t.active) > greatest(ended, lower(t.active) + interval '1 microsecond'))
          RETURNING t.client_id)
        SELECT l.client_id, kind <> 'PRACTICE' AND NOT EXISTS (SELECT FROM care.team_member t
            WHERE t.practice_id = ctx.practice_id() AND t.client_id = l.client_id AND t.org_id = org AND t.user_id <> p_user
              AND t.active @> now())
          FROM left_teams l GROUP BY l.client_id;
      END $$;
      REVOKE ALL ON FUNCTION care.end_parts_of(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.end_parts_of(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION care.end_parts_of(uuid);
      DROP TABLE care.membership_confirmation, care.user_invitation`);
  }
}
