import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole register: who spoke for the client, for what purpose, until when, the very words that were read or signed, and by
 * whom and how it was taken back. Source: `trust.md` 3, Consent.
 */
export class ConsentRegister1764540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.contact_person ADD CONSTRAINT contact_person_of_client_key UNIQUE (practice_id, id, client_id);
      ALTER TABLE care.consent
        ADD COLUMN purpose text NOT NULL DEFAULT 'INTEGRATED_CARE',
        ADD COLUMN wording text, ADD COLUMN note text,
        ADD COLUMN valid_until_on date, ADD COLUMN valid_until timestamptz,
        ADD COLUMN representative_id uuid, ADD COLUMN representative_kind text,
        ADD COLUMN withdrawn_on date, ADD COLUMN withdrawn_how text, ADD COLUMN withdrawn_by_giver text,
        ADD CONSTRAINT consent_purpose CHECK (purpose IN ('INTEGRATED_CARE')),
        ADD CONSTRAINT consent_until CHECK ((valid_until_on IS NULL) = (valid_until IS NULL)),
        ADD CONSTRAINT consent_representative_fk FOREIGN KEY (practice_id, representative_id, client_id)
          REFERENCES care.contact_person (practice_id, id, client_id),
        ADD CONSTRAINT consent_representative CHECK (representative_kind IN
          ('CURATOR', 'MENTOR', 'AUTHORISED', 'PARTNER', 'FAMILY')
          AND given_by = 'REPRESENTATIVE' OR representative_kind IS NULL AND representative_id IS NULL),
        ADD CONSTRAINT consent_withdrawn CHECK (withdrawn_at IS NOT NULL
          OR withdrawn_on IS NULL AND withdrawn_how IS NULL AND withdrawn_by_giver IS NULL AND withdrawn_by IS NULL),
        ADD CONSTRAINT consent_withdrawn_how CHECK (withdrawn_how IN ('ORAL', 'WRITTEN', 'ONLINE')),
        ADD CONSTRAINT consent_withdrawn_by_giver CHECK (withdrawn_by_giver IN ('CLIENT', 'REPRESENTATIVE'));
      CREATE INDEX consent_representative_ix ON care.consent (practice_id, representative_id, client_id)
        WHERE representative_id IS NOT NULL;
      GRANT UPDATE (withdrawn_on, withdrawn_how, withdrawn_by_giver) ON care.consent TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE care.consent DROP COLUMN purpose, DROP COLUMN wording, DROP COLUMN note, DROP COLUMN valid_until_on,
         DROP COLUMN valid_until, DROP COLUMN representative_id, DROP COLUMN representative_kind, DROP COLUMN withdrawn_on,
         DROP COLUMN withdrawn_how, DROP COLUMN withdrawn_by_giver;
       ALTER TABLE care.contact_person DROP CONSTRAINT contact_person_of_client_key`,
    );
  }
}
