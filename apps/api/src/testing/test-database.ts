import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Config } from '../platform/config/config.ts';

export const TEMPLATE = 'samenoud_template';

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

/** A database of its own for one test file: a copy of the template that every run makes once. */
export const createTestDatabase = (): Promise<TestDatabase> =>
  createDatabase((client, name) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));

/** A database with nothing in it, as a new machine has. */
export const createEmptyDatabase = (): Promise<TestDatabase> =>
  createDatabase((client, name) => client.query(`CREATE DATABASE ${name}`));

async function createDatabase(make: (client: pg.Client, name: string) => Promise<unknown>): Promise<TestDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, (client) => make(client, name));
  return { url: urlOf(server, name), drop: () => withClient(server, (client) => dropDatabase(client, name)) };
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
}
