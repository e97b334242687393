import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Config } from '../platform/config/config.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import { createApp } from '../create-app.ts';
import { PracticeSetup } from '../organisations/practice-setup.service.ts';
import { TEST_PRACTICES } from './test-network.ts';

const TEMPLATE = 'samenoud_template';
const TEMPLATE_LOCK = 7_536_627;

/** Settings of a test process; the login of the app itself has no more rights than in production. */
export function testConfig(databaseUrl: string): Config {
  return {
    production: false,
    host: '127.0.0.1',
    port: 0,
    databaseUrl,
    databaseAppUrl: undefined,
    database: 'external',
    dataDir: '.cache/test-data',
    witnessDir: '.cache/test-data/witness',
    demo: true,
    key: Buffer.from(required('SAMENOUD_KEY'), 'base64'),
    publicUrl: undefined,
    trustedProxies: [],
  };
}

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A database of its own for one test file: a copy of a template that the first taker makes. */
export const createTestDatabase = (): Promise<TestDatabase> =>
  createDatabase(async (client, name) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = $1 AND datistemplate`, [TEMPLATE]);
    if (rowCount === 0) await makeTemplate(client, required('TEST_DATABASE_URL'));
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });

/** A database with nothing in it, as a new machine has. */
export const createEmptyDatabase = (): Promise<TestDatabase> =>
  createDatabase(async (client, name) => void (await client.query(`CREATE DATABASE ${name}`)));

async function createDatabase(make: (client: pg.Client, name: string) => Promise<void>): Promise<TestDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, (client) => make(client, name));
  return { url: urlOf(server, name), drop: () => withClient(server, (client) => dropDatabase(client, name)) };
}

async function makeTemplate(client: pg.Client, server: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  const url = urlOf(server, TEMPLATE);
  await prepareDatabase(testConfig(url));
  const app = await createApp(testConfig(url));
  for (const practice of TEST_PRACTICES) await app.get(PracticeSetup, { strict: false }).create(practice);
  await app.close();
  await withClient(url, (owner) => owner.query(`UPDATE ctx.installation SET mark = 'DEMO', demo_complete = true`));
  await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`);
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
}
