import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { derivePassword, fingerprint, fingerprintFile, loadKey, parseKey } from './secret-key.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenoud-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key', () => {
  it('is made once, kept for its owner only, and read by later starts', () => {
    const first = loadKey(folder, {});
    expect(first).toHaveLength(32);
    expect(loadKey(folder, {})).toEqual(first);
    expect(statSync(join(folder, 'samenoud.key')).mode & 0o777).toBe(0o600);
  });

  it.each([31, 33])('is refused with %i bytes', (bytes) => {
    expect(parseKey(Buffer.alloc(bytes).toString('base64'))).toBeUndefined();
    expect(() => loadKey(folder, { SAMENOUD_KEY: Buffer.alloc(bytes).toString('base64') })).toThrow('32 bytes');
  });

  it('is accepted with 32 bytes, padded or not', () => {
    const text = Buffer.alloc(32, 7).toString('base64');
    expect(parseKey(text)).toEqual(Buffer.alloc(32, 7));
    expect(parseKey(`${text.replace('=', '')}\n`)).toEqual(Buffer.alloc(32, 7));
  });

  it('is not guessed from text that is no base64', () => {
    expect(parseKey(`${Buffer.alloc(32).toString('base64').slice(0, -2)}!=`)).toBeUndefined();
  });

  it('is never made in production', () => {
    expect(() => loadKey(folder, { NODE_ENV: 'production' })).toThrow('verplicht');
  });

  it('is not made anew when data of an earlier one exists', () => {
    writeFileSync(fingerprintFile(folder), fingerprint(Buffer.alloc(32)));
    expect(() => loadKey(folder, {})).toThrow('ontbreekt');
  });

  it('is refused when its file is damaged', () => {
    writeFileSync(join(folder, 'samenoud.key'), 'half');
    expect(() => loadKey(folder, {})).toThrow('beschadigd');
  });
});

describe('a derived password', () => {
  it('is the same for a key and a use, and another for another of either', () => {
    const key = Buffer.alloc(32, 1);
    expect(derivePassword(key, 'postgres-superuser')).toMatch(/^[0-9a-f]{64}$/);
    expect(derivePassword(key, 'postgres-superuser')).toBe(derivePassword(key, 'postgres-superuser'));
    expect(derivePassword(key, 'other')).not.toBe(derivePassword(key, 'postgres-superuser'));
    expect(derivePassword(Buffer.alloc(32, 2), 'other')).not.toBe(derivePassword(key, 'other'));
  });
});
