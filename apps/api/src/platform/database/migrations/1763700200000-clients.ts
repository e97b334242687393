import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const CLIENT_COLUMNS = [
  'version', 'his_number', 'bsn_cipher', 'bsn_bidx', 'initials', 'given_name', 'name_prefix', 'family_name', 'partner_prefix',
  'partner_family_name', 'name_use', 'sort_name', 'search_text', 'duplicate_key', 'sex', 'birth_date', 'street',
  'house_number', 'house_suffix', 'postcode', 'city', 'phone', 'lives_at_home', 'status', 'status_on', 'gp_id',
  'case_manager_id', 'language', 'interpreter', 'large_print', 'hearing', 'seeing', 'aid', 'preferred_channel',
  'preferred_moment', 'getting_in', 'at_the_door', 'no_post', 'no_post_reason', 'letter_address', 'do_not_invite_on',
  'do_not_invite_reason', 'restricted',
]; // prettier-ignore

/** Clients and the people around them. */
export class Clients1763700200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.client (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, his_number text, bsn_cipher bytea, bsn_bidx bytea,
        initials text, given_name text, name_prefix text, family_name text NOT NULL, partner_prefix text,
        partner_family_name text, name_use text NOT NULL, sort_name text COLLATE "C" NOT NULL, search_text text NOT NULL,
        duplicate_key text NOT NULL, sex text NOT NULL, birth_date date NOT NULL, street text, house_number text,
        house_suffix text, postcode text, city text, phone text, lives_at_home boolean NOT NULL, status text NOT NULL,
        status_on date, gp_id uuid, case_manager_id uuid, language text NOT NULL DEFAULT 'nl',
        interpreter boolean NOT NULL DEFAULT false, large_print boolean NOT NULL DEFAULT false,
        hearing text NOT NULL DEFAULT 'NORMAL', seeing text NOT NULL DEFAULT 'NORMAL', aid text, preferred_channel text,
        preferred_moment text, getting_in text, at_the_door text, no_post boolean NOT NULL DEFAULT false,
        no_post_reason text, letter_address jsonb, do_not_invite_on date, do_not_invite_reason text,
        restricted boolean NOT NULL DEFAULT false, created_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT client_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT client_owner_fk FOREIGN KEY (practice_id, owner_org_id) REFERENCES care.organisation (practice_id, id),
        CONSTRAINT client_gp_fk FOREIGN KEY (practice_id, gp_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT client_case_manager_fk FOREIGN KEY (practice_id, case_manager_id)
          REFERENCES care.membership (practice_id, id),
        CONSTRAINT client_bsn_key UNIQUE (practice_id, bsn_bidx),
        CONSTRAINT client_his_number_key UNIQUE (practice_id, his_number),
        CONSTRAINT client_category CHECK (category = 1),
        CONSTRAINT client_sex CHECK (sex IN ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
        CONSTRAINT client_name_use CHECK (name_use IN ('OWN', 'PARTNER', 'PARTNER_OWN', 'OWN_PARTNER')),
        CONSTRAINT client_status CHECK (status IN ('ACTIVE', 'ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED')),
        CONSTRAINT client_hearing CHECK (hearing IN ('NORMAL', 'HARD', 'AID')),
        CONSTRAINT client_seeing CHECK (seeing IN ('NORMAL', 'HARD', 'AID')));
      CREATE INDEX client_sort_ix ON care.client (practice_id, sort_name, birth_date, id);
      CREATE INDEX client_duplicate_ix ON care.client (practice_id, duplicate_key, birth_date);
      ${protectTable({ name: 'client', policy: { kind: 'CLIENT', clientColumn: 'id' }, updatable: CLIENT_COLUMNS })}

      ALTER TABLE care.team_member ADD CONSTRAINT team_member_client_fk
        FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id) DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE care.consent ADD CONSTRAINT consent_client_fk
        FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id);
      ALTER TABLE care.access_basis ADD CONSTRAINT access_basis_client_fk
        FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id) DEFERRABLE INITIALLY DEFERRED;

      CREATE TABLE care.contact_person (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, version integer NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT 1, name text NOT NULL, relation text, phone text,
        second_phone text, role_code text, is_first_contact boolean NOT NULL DEFAULT false, representative_kind text,
        document_seen_on date, valid_until date, removed_at timestamptz,
        CONSTRAINT contact_person_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT contact_person_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT contact_person_category CHECK (category = 1),
        CONSTRAINT contact_person_representative CHECK (representative_kind IN
          ('CURATOR', 'MENTOR', 'ADMINISTRATOR', 'AUTHORISED', 'PARTNER', 'FAMILY')));
      CREATE UNIQUE INDEX contact_person_first_key ON care.contact_person (practice_id, client_id)
        WHERE is_first_contact AND removed_at IS NULL;
      CREATE INDEX contact_person_client_ix ON care.contact_person (practice_id, client_id);
      ${protectTable({
        name: 'contact_person',
        policy: { kind: 'CLIENT', clientColumn: 'client_id' },
        updatable: [
          'version', 'name', 'relation', 'phone', 'second_phone', 'role_code', 'is_first_contact', 'representative_kind',
          'document_seen_on', 'valid_until', 'removed_at',
        ], // prettier-ignore
      })}

      CREATE FUNCTION care.client_exists(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT EXISTS (SELECT 1 FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id) $$;
      -- For 409 BSN_IN_USE and POSSIBLE_DUPLICATE: a number or person may stand in a record the asker does not see.
      CREATE FUNCTION care.number_in_use(p_bsn_bidx bytea, p_his_number text, p_except uuid) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS
        $$ SELECT CASE WHEN bsn_bidx = p_bsn_bidx THEN 'BSN_IN_USE' ELSE 'HIS_NUMBER_IN_USE' END FROM care.client
           WHERE practice_id = ctx.practice_id() AND id <> p_except
             AND (bsn_bidx = p_bsn_bidx OR his_number = p_his_number) LIMIT 1 $$;
      -- One first contact: whoever was it before steps back, also a row the asker does not see; writers take turns.
      CREATE FUNCTION care.release_first_contact(p_client uuid, p_except uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        PERFORM 1 FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_client FOR UPDATE;
        UPDATE care.contact_person SET is_first_contact = false, version = version + 1
          WHERE practice_id = ctx.practice_id() AND client_id = p_client AND id <> p_except AND is_first_contact
              AND removed_at IS NULL;
      END $$;
      REVOKE ALL ON FUNCTION care.client_exists(uuid), care.number_in_use(bytea, text, uuid),
        care.release_first_contact(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.client_exists(uuid), care.number_in_use(bytea, text, uuid),
        care.release_first_contact(uuid, uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.contact_person, care.client CASCADE');
  }
}
