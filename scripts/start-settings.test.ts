import { describe, expect, it } from '@jest/globals';

import { isRecentEnough } from './external-postgres.mjs';
import { localUrl } from './health.mjs';
import { sameVersions } from './install.mjs';
import { startTicks } from './process-identity.mjs';
import { checkNode, readSettings } from './start-settings.mjs';

describe('what a start asks of its surroundings', () => {
  it.each(['18.20.0', '20.18.3'])('refuses Node %s', (version) => {
    expect(() => checkNode(version)).toThrow(version);
  });

  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['0', '65536', '-1', '80a', '3000.5', ' '])('refuses %j as port', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow('PORT');
  });

  it.each(['1', '65535'])('accepts %s as port', (port) => {
    expect(readSettings({ PORT: port }).port).toBe(Number(port));
  });

  it('listens on this machine only unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined });
  });

  it('refuses the embedded database in production', () => {
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow('DATABASE_URL');
    expect(() => readSettings({ NODE_ENV: 'production', DATABASE_URL: 'postgres://db/x' })).not.toThrow();
  });
});

describe('the oldest PostgreSQL', () => {
  it.each([140020, 150013, 160009, 170005])('%i is refused', (version) => {
    expect(isRecentEnough(version)).toBe(false);
  });

  it.each([150014, 150015, 160010, 170006, 180000, 190000])('%i is accepted', (version) => {
    expect(isRecentEnough(version)).toBe(true);
  });
});

describe('the address a person opens', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://[::1]:3000'],
    ['samenoud.lan', 'http://samenoud.lan:3000'],
  ])('for %s is %s', (host, url) => {
    expect(localUrl(host, 3000)).toBe(url);
  });
});

describe('packages someone installed by hand', () => {
  const locked = {
    '': {},
    'libs/domain': {},
    'node_modules/@samenoud/domain': { link: true },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-mac': { version: '1.0.0', optional: true },
  };
  const installed = { 'node_modules/a': { version: '1.0.0' } };

  it('count when every version is the locked one; those for other machines may be absent', () => {
    expect(sameVersions(locked, installed)).toBe(true);
  });

  it('do not count with another version or without one', () => {
    expect(sameVersions(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(sameVersions(locked, {})).toBe(false);
    expect(sameVersions(locked, { ...installed, 'node_modules/for-mac': { version: '2.0.0' } })).toBe(false);
  });
});

describe('when a process began', () => {
  const stat = (state: string) => `7 (a) b c) ${state} ${Array.from({ length: 18 }, (_, n) => n).join(' ')} 4711 0`;

  it('is read past a name with spaces and brackets', () => {
    expect(startTicks(stat('S'))).toBe('4711');
  });

  it('is nothing once it ended', () => {
    expect(startTicks(stat('Z'))).toBe('');
  });
});
