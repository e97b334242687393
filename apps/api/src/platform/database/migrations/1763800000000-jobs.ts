import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

/** Work that goes on when the page is left: its progress, and the documents it makes. */
export class Jobs1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.job (
        practice_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, kind text NOT NULL, state text NOT NULL DEFAULT 'QUEUED',
        params jsonb NOT NULL, done integer NOT NULL DEFAULT 0, total integer NOT NULL DEFAULT 0, href text, problem text,
        request_id text, address text, moved_now text, made_at timestamptz NOT NULL DEFAULT ctx.now(), finished_at timestamptz,
        CONSTRAINT job_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT job_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT job_state CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')));
      ${protectTable({
        name: 'job',
        policy: { kind: 'OWN' },
        updatable: ['state', 'done', 'total', 'href', 'problem', 'finished_at'],
      })}

      -- What is made or sent up lives here, not on a disk: destruction and backup then hold by themselves.
      CREATE TABLE care.document (
        practice_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, kind text NOT NULL, media_type text NOT NULL,
        file_name text NOT NULL, content bytea NOT NULL, made_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT document_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT document_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id));
      ALTER TABLE care.document ALTER COLUMN content SET STORAGE EXTERNAL;
      ${protectTable({ name: 'document', policy: { kind: 'OWN' } })}
      CREATE FUNCTION care.forget_old_documents() RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ DELETE FROM care.document WHERE practice_id = ctx.practice_id() AND made_at < now() - interval '24 hours' $$;
      REVOKE ALL ON FUNCTION care.forget_old_documents() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.forget_old_documents() TO smd_app;
      RESET ROLE;

      -- The only way in for a job: practice and person come from the context, everything else stands in care.job.
      CREATE SCHEMA queue AUTHORIZATION smd_worker;
      GRANT USAGE ON SCHEMA queue TO smd_app;
      GRANT USAGE ON SCHEMA ctx TO smd_worker;
      SET LOCAL ROLE smd_worker;
      CREATE FUNCTION queue.add_job(p_job uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, graphile_worker, ctx AS $$
      BEGIN
        PERFORM graphile_worker.add_job('work', json_build_object('jobId', p_job, 'practiceId', ctx.practice_id(),
          'userId', ctx.user_id()), max_attempts := 3);
      END $$;
      REVOKE ALL ON FUNCTION queue.add_job(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION queue.add_job(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA queue CASCADE; DROP TABLE care.document, care.job CASCADE`);
  }
}
