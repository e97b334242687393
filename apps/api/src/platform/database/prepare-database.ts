import { DataSource, type QueryRunner } from 'typeorm';
import { text } from '@samenoud/texts';
import type { Config } from '../config/config.ts';
import { keyFingerprint } from '../config/secrets.ts';
import { StartRefusal } from '../config/start-refusal.ts';
import { renewClientOf } from './client-of.ts';
import { migratingOptions } from './data-source.ts';
import { installQueue } from './install-queue.ts';
import { prepareRoles, setPasswords } from './roles.ts';
import { refuseUnsafeServer, refuseUnsafeTables } from './server-guards.ts';

/** Any number; processes that start at the same time take turns by it. */
const START_LOCK = 7_536_626;

/** What the installation's own row says once the database is ready. */
export interface Installation {
  readonly mark: 'DEMO' | 'TEST' | null;
  readonly demo_complete: boolean;
}

/**
 * Makes roles, schemas and tables where they are missing, checks server and key, and closes its login again.
 * @throws StartRefusal with one Dutch sentence when this database must not be used.
 */
export async function prepareDatabase(config: Config): Promise<Installation> {
  const dataSource = new DataSource(migratingOptions(config.databaseUrl));
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartRefusal(text('start.databaseUnreachable'), { cause: error });
  }
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [START_LOCK]);
    await refuseUnsafeServer(runner, config.production);
    await prepareRoles(runner);
    await runner.query('CREATE SCHEMA IF NOT EXISTS ctx_migration');
    await grantConnect(runner);
    await dataSource.runMigrations();
    await renewClientOf(runner);
    await runner.query(
      `SELECT audit.ensure_month((now() + make_interval(months => m))::date) FROM generate_series(0, 2) AS m`,
    );
    await refuseWrongKey(runner, config.key);
    await refuseUnsafeTables(runner);
    await setPasswords(runner, config.key);
    await installQueue(runner, config);
    return await readInstallation(runner);
  } finally {
    await dataSource.destroy();
  }
}

async function grantConnect(runner: QueryRunner): Promise<void> {
  const rows: { name: string }[] = await runner.query('SELECT quote_ident(current_database()) AS name');
  for (const { name } of rows) await runner.query(`GRANT CONNECT ON DATABASE ${name} TO smd_app, smd_worker`);
}

async function refuseWrongKey(runner: QueryRunner, key: Buffer): Promise<void> {
  const fingerprint = keyFingerprint(key);
  await runner.query('INSERT INTO ctx.installation (key_fingerprint) VALUES ($1) ON CONFLICT DO NOTHING', [
    fingerprint,
  ]);
  const rows: { key_fingerprint: string }[] = await runner.query('SELECT key_fingerprint FROM ctx.installation');
  if (rows[0]?.key_fingerprint !== fingerprint) throw new StartRefusal(text('start.keyWrong'));
}

async function readInstallation(runner: QueryRunner): Promise<Installation> {
  const rows: Installation[] = await runner.query('SELECT mark, demo_complete FROM ctx.installation');
  if (!rows[0]) throw new Error('the installation row is missing');
  return rows[0];
}
