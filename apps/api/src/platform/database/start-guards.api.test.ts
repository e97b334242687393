import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../create-app.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { readConfig } from '../config/config.ts';
import { StartRefusal } from '../config/start-refusal.ts';
import { prepareDatabase } from './prepare-database.ts';
import { refuseUnsafeServer } from './server-guards.ts';

let stack: TestApp;

beforeAll(async () => {
  stack = await startTestApp();
});
afterAll(() => stack.close());

describe('starting', () => {
  it('refuses to work as the owner of the database, for which no policy holds', async () => {
    const started = createApp({ ...stack.config, databaseAppUrl: stack.databaseUrl });
    await expect(started).rejects.toThrow(StartRefusal);
    await expect(started).rejects.toThrow('te veel rechten');
  });

  it('refuses a key that does not fit the database', async () => {
    await expect(prepareDatabase({ ...stack.config, key: randomBytes(32) })).rejects.toThrow(
      'past niet bij deze database',
    );
  });

  it('refuses a server that is not there', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/none';
    await expect(prepareDatabase({ ...stack.config, databaseUrl })).rejects.toThrow('niet bereikbaar');
  });

  const server = (version: number) => ({
    query: <Row>() => Promise.resolve([{ version: String(version) }] as Row[]),
  });

  it.each([140_019, 150_013, 160_009, 170_005])('refuses server version %i as too old', async (version) => {
    await expect(refuseUnsafeServer(server(version), false)).rejects.toThrow('te oud');
  });

  it.each([150_014, 160_010, 170_006, 180_000])('takes server version %i', async (version) => {
    await expect(refuseUnsafeServer(server(version), false)).resolves.toBeUndefined();
  });

  it('refuses a production server that may lose what it acknowledged', async () => {
    const { rows } = await stack.owner.query(`SELECT current_setting('fsync') AS fsync`);
    expect(rows).toEqual([{ fsync: 'off' }]);
    const asker = { query: async <Row>(sql: string) => (await stack.owner.query(sql)).rows as Row[] };
    await expect(refuseUnsafeServer(asker, true)).rejects.toThrow('is uit');
  });
});

describe('settings', () => {
  const KEY = randomBytes(32).toString('base64');
  const production = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://a@db/samenoud',
    SAMENOUD_KEY: KEY,
    PUBLIC_URL: 'https://samenoud.praktijk.nl',
  };

  it.each([
    ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL'],
    ['no key', { SAMENOUD_KEY: undefined }, 'SAMENOUD_KEY ontbreekt'],
    ['a short key', { SAMENOUD_KEY: 'c2hvcnQ=' }, '32 bytes'],
    ['no address', { PUBLIC_URL: undefined }, 'PUBLIC_URL ontbreekt'],
    ['an address without TLS', { PUBLIC_URL: 'http://samenoud.praktijk.nl' }, 'https'],
    ['the demo', { SAMENOUD_DEMO: '1' }, 'demo kan niet in productie'],
    ['the embedded database', { SAMENOUD_DATABASE: 'embedded' }, 'eigen PostgreSQL'],
    ['a port that is none', { PORT: '99999' }, 'PORT'],
  ])('refuse production with %s', (_, change, sentence) => {
    expect(() => readConfig({ ...production, ...change })).toThrow(sentence);
  });

  it('leave the demo on with the embedded database only', () => {
    const settings = { DATABASE_URL: 'postgres://a@db/samenoud', SAMENOUD_KEY: KEY };
    expect(readConfig({ ...settings, SAMENOUD_DATABASE: 'embedded' }).demo).toBe(true);
    expect(readConfig(settings).demo).toBe(false);
    expect(readConfig(production)).toMatchObject({
      demo: false,
      production: true,
      publicUrl: 'https://samenoud.praktijk.nl',
    });
  });
});
