import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { unpackTar } from './tar-files.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenoud-tar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function entry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  header.write('ustar\0', 257);
  return Buffer.concat([header, Buffer.alloc(Math.ceil(content.length / 512) * 512, content.padEnd(1, '\0'))]);
}

describe('unpacking a tar', () => {
  it('writes files of any length, in folders it makes', () => {
    const long = 'x'.repeat(512);
    unpackTar(
      Buffer.concat([entry('a/b.txt', long), entry('empty', ''), entry('c', 'last'), Buffer.alloc(1024)]),
      folder,
    );
    expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe(long);
    expect(readFileSync(join(folder, 'empty'), 'utf8')).toBe('');
    expect(readFileSync(join(folder, 'c'), 'utf8')).toBe('last');
  });

  it('refuses a name that leads out of the folder', () => {
    expect(() => unpackTar(entry('../out', 'x'), folder)).toThrow('leads out');
  });
});
