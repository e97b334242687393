import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { claimFolder, folderHolder } from './folder-lock.mjs';
import { startedAt } from './process-identity.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenoud-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const heldBy = (pid: number, since: string): void =>
  writeFileSync(join(folder, 'samenoud.lock'), JSON.stringify({ pid, startedAt: since }));

describe('the claim on a data folder', () => {
  it('is held until it is given free', () => {
    const release = claimFolder(folder);
    expect(folderHolder(folder)?.pid).toBe(process.pid);
    release();
    expect(folderHolder(folder)).toBeUndefined();
  });

  it('may be asked again by the same process, and is then not given free by the second', () => {
    claimFolder(folder);
    claimFolder(folder)();
    expect(folderHolder(folder)?.pid).toBe(process.pid);
  });

  it('is refused while another process lives', () => {
    heldBy(process.ppid, startedAt(process.ppid));
    expect(() => claimFolder(folder)).toThrow(String(process.ppid));
  });

  it('is taken over from a number that now belongs to another program', () => {
    heldBy(process.ppid, 'long ago');
    expect(() => claimFolder(folder)).not.toThrow();
  });

  it('is taken over from a lock that says nothing', () => {
    writeFileSync(join(folder, 'samenoud.lock'), '{');
    expect(() => claimFolder(folder)).not.toThrow();
  });
});
