import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Practices, their organisations and people, the clients' teams, and what consent lets organisations see. */
export class PracticeNetwork1763700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.practice (
        id uuid NOT NULL, short_name text NOT NULL, name text NOT NULL, phone text, version integer NOT NULL DEFAULT 1,
        profile_labels jsonb NOT NULL, cut_offs jsonb NOT NULL DEFAULT '{"gfi": 5, "imesa": 16}',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT practice_pk PRIMARY KEY (id), CONSTRAINT practice_short_name_key UNIQUE (short_name),
        CONSTRAINT practice_profile_labels CHECK (profile_labels ?& ARRAY['ROBUST', 'FRAIL', 'COMPLEX']));
      ALTER TABLE care.practice ENABLE ROW LEVEL SECURITY;
      ALTER TABLE care.practice FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON care.practice AS RESTRICTIVE TO smd_app, smd_owner
        USING (id = (SELECT ctx.practice_id())) WITH CHECK (id = (SELECT ctx.practice_id()));
      CREATE POLICY everyone ON care.practice USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON care.practice TO smd_app;
      GRANT UPDATE (name, phone, profile_labels, cut_offs, version) ON care.practice TO smd_app;
      GRANT SELECT, INSERT ON care.practice TO smd_auth;

      CREATE TABLE care.organisation (
        practice_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, kind text NOT NULL, phone text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT organisation_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT organisation_kind CHECK (kind IN ('PRACTICE', 'HOME_CARE', 'SPECIALIST', 'SOCIAL_WORK')));
      ${protectTable({ name: 'organisation', policy: { kind: 'PRACTICE' }, updatable: ['name', 'phone', 'version'] })}
      CREATE UNIQUE INDEX organisation_practice_key ON care.organisation (practice_id) WHERE kind = 'PRACTICE';
      GRANT SELECT ON care.organisation TO smd_auth;

      CREATE TABLE care.membership (
        practice_id uuid NOT NULL, id uuid NOT NULL, account_id uuid NOT NULL, organisation_id uuid NOT NULL,
        role text NOT NULL, display_name text NOT NULL, phone text, big_number text,
        valid tstzrange NOT NULL DEFAULT tstzrange(now(), NULL), version integer NOT NULL DEFAULT 1,
        CONSTRAINT membership_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT membership_organisation_fk FOREIGN KEY (practice_id, organisation_id)
          REFERENCES care.organisation (practice_id, id),
        CONSTRAINT membership_valid CHECK (NOT isempty(valid)),
        CONSTRAINT membership_role CHECK (role IN ('GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER',
          'PRACTICE_NURSE', 'PRACTICE_ASSISTANT', 'PRACTICE_MANAGER', 'LOG_OFFICER')));
      CREATE INDEX membership_account_ix ON care.membership (account_id);
      ALTER TABLE care.membership ENABLE ROW LEVEL SECURITY;
      ALTER TABLE care.membership FORCE ROW LEVEL SECURITY;
      -- smd_auth lists a person's memberships before a tenant is known
      CREATE POLICY tenant ON care.membership AS RESTRICTIVE TO smd_app, smd_owner
        USING (practice_id = (SELECT ctx.practice_id())) WITH CHECK (practice_id = (SELECT ctx.practice_id()));
      CREATE POLICY everyone ON care.membership USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON care.membership TO smd_app;
      GRANT UPDATE (display_name, phone, valid, version) ON care.membership TO smd_app;
      GRANT SELECT ON care.membership TO smd_auth;
      ALTER POLICY tenant ON care.organisation TO smd_app, smd_owner;
      CREATE POLICY sign_in ON care.organisation TO smd_auth USING (true);

      CREATE TABLE care.team_member (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, user_id uuid NOT NULL, org_id uuid NOT NULL,
        reason text NOT NULL, active tstzrange NOT NULL DEFAULT tstzrange(now(), NULL),
        CONSTRAINT team_member_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT team_member_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT team_member_org_fk FOREIGN KEY (practice_id, org_id) REFERENCES care.organisation (practice_id, id),
        CONSTRAINT team_member_active CHECK (NOT isempty(active)),
        CONSTRAINT team_member_reason CHECK (reason IN ('GP', 'TEAM', 'CASE_MANAGER')));
      CREATE INDEX team_member_user_ix ON care.team_member (practice_id, user_id, client_id);
      CREATE INDEX team_member_client_ix ON care.team_member (practice_id, client_id);
      ${protectTable({ name: 'team_member', policy: { kind: 'PRACTICE' }, updatable: ['active'] })}

      CREATE TABLE care.consent (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, kind text NOT NULL,
        from_org_id uuid, to_org_id uuid NOT NULL, categories smallint[] NOT NULL,
        given_by text NOT NULL, how text NOT NULL, given_on date NOT NULL, text_version text NOT NULL,
        recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL DEFAULT ctx.now(),
        valid_from timestamptz NOT NULL DEFAULT ctx.now(), withdrawn_at timestamptz, withdrawn_by uuid,
        CONSTRAINT consent_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT consent_to_org_fk FOREIGN KEY (practice_id, to_org_id) REFERENCES care.organisation (practice_id, id),
        CONSTRAINT consent_kind CHECK (kind IN ('GRANT', 'DENY', 'OPTOUT')),
        CONSTRAINT consent_given_by CHECK (given_by IN ('CLIENT', 'REPRESENTATIVE')),
        CONSTRAINT consent_how CHECK (how IN ('ORAL', 'WRITTEN', 'ONLINE')),
        CONSTRAINT consent_categories CHECK (cardinality(categories) > 0 AND categories <@ '{1,2,3,4,5,6}'::smallint[]));
      CREATE INDEX consent_client_ix ON care.consent (practice_id, client_id);
      ${protectTable({ name: 'consent', policy: { kind: 'PRACTICE' }, updatable: ['withdrawn_at', 'withdrawn_by'] })}

      CREATE TABLE care.access_basis (
        practice_id uuid NOT NULL, client_id uuid NOT NULL, category smallint NOT NULL, from_org_id uuid NOT NULL,
        to_org_id uuid NOT NULL, rule_id text NOT NULL, kind text NOT NULL, validity tstzrange NOT NULL,
        CONSTRAINT access_basis_pk
          PRIMARY KEY (practice_id, client_id, category, from_org_id, to_org_id, rule_id, validity),
        CONSTRAINT access_basis_kind CHECK (kind IN ('INVOLVED', 'GRANT')),
        CONSTRAINT access_basis_validity CHECK (NOT isempty(validity)));
      ${protectTable({ name: 'access_basis', policy: { kind: 'PRACTICE' }, updatable: ['validity'] })}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE care.access_basis, care.consent, care.team_member, care.membership, care.organisation, care.practice',
    );
  }
}
