import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckpointFile } from './checkpoint-file.ts';
import { type Checkpoint, lineHash, NOTHING } from './checkpoint.ts';

let folder: string;
const path = (): string => join(folder, 'checkpoints.jsonl');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'witness-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function line(number: number, practiceId: string, toSeq: number): string {
  const checkpoint: Checkpoint = {
    format: 1,
    number,
    after: NOTHING,
    practiceId,
    fromSeq: 1,
    toSeq,
    previousRoot: NOTHING,
    root: NOTHING,
    sealedAt: '2026-10-02T12:00:00.000Z',
    keyId: '0123456789abcdef',
  };
  return JSON.stringify({ ...checkpoint, signature: 'AA==' });
}

async function withFile<T>(work: (file: CheckpointFile) => T | Promise<T>): Promise<T> {
  const file = await CheckpointFile.open(folder);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

describe('CheckpointFile', () => {
  it('begins with line 1 after nothing', async () => {
    await withFile((file) =>
      expect([file.nextNumber, file.after, file.findLast('a')]).toEqual([1, NOTHING, undefined]),
    );
  });

  it('goes on from its last line, and knows the newest of each practice', async () => {
    await withFile(async (file) => {
      for (const one of [line(1, 'a', 5), line(2, 'b', 3), line(3, 'a', 9)]) await file.append(one);
    });
    await withFile((file) => {
      expect([file.nextNumber, file.findLast('a')?.toSeq, file.findLast('b')?.toSeq]).toEqual([4, 9, 3]);
      expect(file.after).toBe(lineHash(line(3, 'a', 9)));
    });
  });

  it.each([
    ['half a line', 100],
    ['more than it reads at once', 200_000],
    ['one byte', 1],
  ])('takes away %s that a crash left', async (_, length) => {
    await withFile((file) => file.append(line(1, 'a', 5)));
    appendFileSync(path(), '{"number":2,'.padEnd(length, 'x').slice(0, length));
    await withFile((file) => file.append(line(2, 'a', 7)));
    expect(readFileSync(path(), 'utf8')).toBe(`${line(1, 'a', 5)}\n${line(2, 'a', 7)}\n`);
  });

  it('takes away a first line that was cut off', async () => {
    writeFileSync(path(), '{"number":1');
    await withFile((file) => expect(file.nextNumber).toBe(1));
    expect(readFileSync(path(), 'utf8')).toBe('');
  });

  it('refuses a whole line that is no checkpoint', async () => {
    writeFileSync(path(), '{"number":1}\n');
    await expect(CheckpointFile.open(folder)).rejects.toThrow(SyntaxError);
  });
});
