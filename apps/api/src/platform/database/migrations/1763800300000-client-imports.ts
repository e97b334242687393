import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const practiceScope = { kind: 'PRACTICE_SCOPE' } as const;

/**
 * Files from the HIS under review, what would happen to each of their rows, and what a practice said its columns mean. What a
 * file says about people is sealed, as it holds BSNs, and goes when it is used or after seven days.
 */
export class ClientImports1763800300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.client_import (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL, status text NOT NULL DEFAULT 'REVIEW',
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), file_name text NOT NULL, source text NOT NULL,
        format text NOT NULL, encoding text, delimiter text, has_header boolean NOT NULL, summary jsonb NOT NULL,
        job_id uuid, problem text, committing_at timestamptz, committed_at timestamptz, committed_by uuid, sealed_table bytea, sealed_columns bytea,
        CONSTRAINT client_import_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT client_import_made_by_fk FOREIGN KEY (practice_id, made_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT client_import_format CHECK (format IN ('CSV', 'XLSX')),
        CONSTRAINT client_import_status CHECK (status IN ('REVIEW', 'COMMITTING', 'COMMITTED', 'ABANDONED', 'EXPIRED')));
      CREATE INDEX client_import_made_ix ON care.client_import (practice_id, made_at);
      ${protectTable({
        name: 'client_import',
        policy: practiceScope,
        updatable: [
          'version', 'status', 'summary', 'job_id', 'problem', 'committing_at', 'committed_at', 'committed_by', 'sealed_table', 'sealed_columns',
        ], // prettier-ignore
      })}

      -- ordinal: the order of the file, people who are not in it last; without_*: what taking the row without its faulty values
      -- does; target_id: whom the row changes, one row per client.
      CREATE TABLE care.client_import_row (
        practice_id uuid NOT NULL, import_id uuid NOT NULL, ordinal integer NOT NULL, line_number integer, status text NOT NULL,
        options text[] NOT NULL, decision text, outcome text NOT NULL, without_outcome text, without_client_id uuid, client_id uuid,
        target_id uuid, sealed bytea,
        CONSTRAINT client_import_row_pk PRIMARY KEY (practice_id, import_id, ordinal),
        CONSTRAINT client_import_row_import_fk FOREIGN KEY (practice_id, import_id) REFERENCES care.client_import (practice_id, id),
        CONSTRAINT client_import_row_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT client_import_row_target_fk FOREIGN KEY (practice_id, target_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT client_import_row_status CHECK (status IN ('CREATE', 'UPDATE', 'UNCHANGED', 'ERROR', 'DUPLICATE', 'MISSING')),
        CONSTRAINT client_import_row_outcome CHECK (outcome IN ('CREATE', 'UPDATE', 'STATUS', 'NOTHING')));
      CREATE INDEX client_import_row_status_ix ON care.client_import_row (practice_id, import_id, status, ordinal);
      CREATE INDEX client_import_row_outcome_ix ON care.client_import_row (practice_id, import_id, outcome, ordinal);
      CREATE UNIQUE INDEX client_import_row_target_key ON care.client_import_row (practice_id, import_id, target_id)
        WHERE target_id IS NOT NULL;
      ${protectTable({
        name: 'client_import_row',
        policy: practiceScope,
        updatable: ['decision', 'outcome', 'target_id', 'sealed'],
      })}

      CREATE TABLE care.client_import_mapping (
        practice_id uuid NOT NULL, source text NOT NULL, fields jsonb NOT NULL,
        CONSTRAINT client_import_mapping_pk PRIMARY KEY (practice_id, source));
      ${protectTable({ name: 'client_import_mapping', policy: practiceScope, updatable: ['fields'] })}

      -- A new plan takes the place of the one under review; what was carried out stays.
      CREATE FUNCTION care.forget_import_plan(p_import uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ DELETE FROM care.client_import_row r USING care.client_import i
           WHERE r.practice_id = ctx.practice_id() AND r.import_id = p_import AND i.practice_id = r.practice_id
             AND i.id = r.import_id AND i.status IN ('REVIEW', 'COMMITTING') AND ctx.scope() = 'practice' $$;
      -- Seven days after the file came in nobody looks at it any more: what it said goes, with every row nobody used.
      CREATE FUNCTION care.forget_old_imports() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        UPDATE care.client_import SET status = 'EXPIRED', sealed_table = NULL, sealed_columns = NULL, version = version + 1
          WHERE practice_id = ctx.practice_id() AND status IN ('REVIEW', 'COMMITTING') AND made_at < now() - interval '7 days';
        DELETE FROM care.client_import_row r USING care.client_import i
          WHERE r.practice_id = ctx.practice_id() AND i.practice_id = r.practice_id AND i.id = r.import_id
            AND i.status IN ('EXPIRED', 'ABANDONED');
        UPDATE care.client_import_row r SET sealed = NULL FROM care.client_import i
          WHERE r.practice_id = ctx.practice_id() AND i.practice_id = r.practice_id AND i.id = r.import_id
            AND r.sealed IS NOT NULL AND i.status = 'COMMITTED' AND i.made_at < now() - interval '7 days';
      END $$;
      REVOKE ALL ON FUNCTION care.forget_import_plan(uuid), care.forget_old_imports() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.forget_import_plan(uuid), care.forget_old_imports() TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.forget_import_plan(uuid), care.forget_old_imports();
      DROP TABLE care.client_import_mapping, care.client_import_row, care.client_import CASCADE`);
  }
}
