import { runMigrations } from 'graphile-worker';
import type { QueryRunner } from 'typeorm';
import type { Config } from '../config/config.ts';
import { JOB_KEEPER, loginUrl } from './roles.ts';

/**
 * Makes or renews the job library's schema, as the login that owns it. Its first statement asks for a schema, also where there
 * is one, so that login may make one for this moment only.
 */
export async function installQueue(runner: QueryRunner, { databaseUrl, key }: Config): Promise<void> {
  const rows: { name: string }[] = await runner.query('SELECT quote_ident(current_database()) AS name');
  const database = rows[0]?.name;
  await runner.query(`GRANT CREATE ON DATABASE ${database} TO ${JOB_KEEPER}`);
  try {
    await runMigrations({ connectionString: loginUrl(databaseUrl, JOB_KEEPER, key) });
  } finally {
    await runner.query(`REVOKE CREATE ON DATABASE ${database} FROM ${JOB_KEEPER}`);
  }
}
