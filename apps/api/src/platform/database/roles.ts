import type { QueryRunner } from 'typeorm';
import type { Config } from '../config/config.ts';
import { derivePassword } from '../config/secrets.ts';

/** Roles that own schemas or functions; nobody signs in as these. */
const OWNERS = ['smd_owner', 'smd_auth', 'smd_audit_owner', 'smd_audit_reader'] as const;

/** Roles that processes of the app sign in as. */
const LOGINS = ['smd_app', 'smd_worker'] as const;

/** Owns the job library's schema and the one function by which a job enters it. */
export const JOB_KEEPER: AppLogin = 'smd_worker';

export type AppLogin = (typeof LOGINS)[number];

/** Makes the roles of the cluster where they are missing and lets the migrating login act as their owners. */
export async function prepareRoles(runner: QueryRunner): Promise<void> {
  for (const role of OWNERS) await createRole(runner, role, 'NOLOGIN');
  for (const role of LOGINS) await createRole(runner, role, 'LOGIN');
  for (const role of [...OWNERS, JOB_KEEPER]) await runner.query(`GRANT ${role} TO CURRENT_USER`);
}

async function createRole(runner: QueryRunner, role: string, login: 'LOGIN' | 'NOLOGIN'): Promise<void> {
  await runner.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
      CREATE ROLE ${role} ${login} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was first
  END $$`);
}

/** Sets the passwords derived from the key, so that they need no place of their own. */
export async function setPasswords(runner: QueryRunner, key: Buffer): Promise<void> {
  for (const login of LOGINS) await runner.query(`ALTER ROLE ${login} PASSWORD '${derivePassword(key, login)}'`);
}

/** The address of the database for the app itself. */
export const appUrl = ({
  databaseAppUrl,
  databaseUrl,
  key,
}: Pick<Config, 'databaseAppUrl' | 'databaseUrl' | 'key'>): string =>
  databaseAppUrl ?? loginUrl(databaseUrl, 'smd_app', key);

/** The address of the same database for one of the app's own logins. */
export function loginUrl(databaseUrl: string, login: AppLogin, key: Buffer): string {
  const url = new URL(databaseUrl);
  url.username = login;
  url.password = derivePassword(key, login);
  return url.toString();
}
