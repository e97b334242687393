import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schemas, the context of a request, and the marks of the installation. */
export class Context1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA ctx AUTHORIZATION smd_owner;
      CREATE SCHEMA care AUTHORIZATION smd_owner;
      CREATE SCHEMA auth AUTHORIZATION smd_auth;
      CREATE SCHEMA audit AUTHORIZATION smd_audit_owner;
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA ctx TO smd_app, smd_auth, smd_audit_owner, smd_audit_reader, smd_worker;
      GRANT USAGE ON SCHEMA care TO smd_app, smd_auth, smd_audit_owner, smd_audit_reader;
      GRANT USAGE ON SCHEMA auth TO smd_app;
      GRANT USAGE ON SCHEMA audit TO smd_app, smd_audit_reader, smd_worker;

      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION ctx.setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.' || name, true), '') $$;
      CREATE FUNCTION ctx.practice_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.practice_id', true), '')::uuid $$;
      CREATE FUNCTION ctx.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
      CREATE FUNCTION ctx.org_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.org_id', true), '')::uuid $$;
      CREATE FUNCTION ctx.response_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.response_id', true), '')::uuid $$;
      CREATE FUNCTION ctx.break_glass_client() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.break_glass_client', true), '')::uuid $$;
      CREATE FUNCTION ctx.scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(nullif(current_setting('app.scope', true), ''), 'none') $$;
      -- An instant as ISO 8601 text in UTC, for answers made as JSON.
      CREATE FUNCTION ctx.utc(instant timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

      CREATE TABLE ctx.installation (
        singleton boolean NOT NULL DEFAULT true,
        key_fingerprint text NOT NULL,
        mark text,                       -- DEMO or TEST: made-up people only, and a clock that can be moved
        demo_seeded_on date,
        demo_size jsonb,                 -- how many practices and clients the demo was asked for; null: the usual network
        demo_complete boolean NOT NULL DEFAULT false,
        CONSTRAINT installation_pk PRIMARY KEY (singleton),
        CONSTRAINT installation_one CHECK (singleton),
        CONSTRAINT installation_mark CHECK (mark IN ('DEMO', 'TEST')));
      GRANT SELECT ON ctx.installation TO smd_app, smd_auth, smd_worker;

      -- The product's clock. Policies and the log use the database's own, which nothing here can move.
      CREATE FUNCTION ctx.now() RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT CASE WHEN ctx.setting('now') IS NOT NULL AND (SELECT mark FROM ctx.installation) IS NOT NULL
             THEN ctx.setting('now')::timestamptz ELSE now() END $$;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit, auth, care, ctx CASCADE');
  }
}
