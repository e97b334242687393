import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/**
 * That a record is kept longer than the law asks, because good care does (BW 7:454(3)): until when, why, and who said so. The
 * newest counts, so a later one may take it back; none shortens what the law asks.
 */
export class RetentionExtensions1764592040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.retention_extension (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 1, until_on date NOT NULL, reason text NOT NULL, made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT retention_extension_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT retention_extension_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT retention_extension_owner_fk FOREIGN KEY (practice_id, owner_org_id)
          REFERENCES care.organisation (practice_id, id),
        CONSTRAINT retention_extension_made_by_fk FOREIGN KEY (practice_id, made_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT retention_extension_category CHECK (category = 1),
        CONSTRAINT retention_extension_reason CHECK (char_length(btrim(reason)) BETWEEN 3 AND 1000));
      CREATE INDEX retention_extension_client_ix ON care.retention_extension (practice_id, client_id, made_at);
      ${protectTable({ name: 'retention_extension', policy: { kind: 'CLIENT', clientColumn: 'client_id' } })}
      -- Days and nothing else, for who watches over terms without seeing clients; what was merged counts with where it went.
      CREATE FUNCTION care.kept_until() RETURNS TABLE (client_id uuid, until_on date) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT DISTINCT ON (1) coalesce(care.merged_into(e.client_id), e.client_id), e.until_on FROM care.retention_extension e
        WHERE e.practice_id = ctx.practice_id() AND (ctx.scope() = 'practice' OR ctx.setting('role') = 'LOG_OFFICER')
        ORDER BY 1, e.made_at DESC, e.id DESC $$;
      REVOKE ALL ON FUNCTION care.kept_until() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.kept_until() TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.kept_until(); DROP TABLE care.retention_extension');
  }
}
