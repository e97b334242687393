import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../testing/test-app.ts';
import { testMember } from '../../../testing/test-network.ts';
import type { Config } from '../../config/config.ts';
import type { Checkpoint } from './checkpoint.ts';
import { keepWitness } from './keep-witness.ts';

let stack: TestApp;
let witnessDir: string;

beforeAll(async () => {
  stack = await startTestApp();
  witnessDir = mkdtempSync(join(tmpdir(), 'keep-witness-'));
});
afterAll(async () => {
  await stack.close();
  rmSync(witnessDir, { recursive: true });
});

const { practiceId } = testMember('noord', 'GP');

function checkpoints(): Checkpoint[] {
  const file = join(witnessDir, 'checkpoints.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  return lines.map((line) => JSON.parse(line) as Checkpoint).filter((one) => one.practiceId === practiceId);
}

/** A worker at work, what it said, and how to stop it. */
function start(config: Partial<Config> = {}) {
  const said: string[] = [];
  const stopping = new AbortController();
  const done = keepWitness({ ...stack.config, witnessDir, ...config }, stopping.signal, (line) => said.push(line));
  const stop = async (): Promise<void> => {
    stopping.abort();
    await done;
  };
  return { said, stop };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1_000) throw new Error('it never came');
    await pause(10);
  }
}

describe('the witness', () => {
  it('goes on after a restart where the file ended', async () => {
    await stack.as('GP');
    const first = start();
    await until(() => checkpoints().length === 1);
    await first.stop();
    await stack.as('GP');
    const second = start();
    await until(() => checkpoints().length === 2);
    await second.stop();
    const [before, after] = checkpoints();
    expect([before?.fromSeq, after?.fromSeq, after?.toSeq, after?.previousRoot]).toEqual([
      1,
      (before?.toSeq ?? 0) + 1,
      (before?.toSeq ?? 0) + 1,
      before?.root,
    ]);
    expect([...first.said, ...second.said]).toEqual([]);
  });

  it('says once that another worker writes there, and takes over when that one is gone', async () => {
    const first = start();
    await pause(200);
    const second = start();
    await until(() => second.said.length > 0);
    expect(second.said).toEqual(['witness: waiting, OTHER_WORKER']);
    await first.stop();
    const known = checkpoints().length;
    await stack.as('GP');
    await until(() => checkpoints().length > known);
    await second.stop();
  });

  it('waits for a database that has no log yet, with a code and nothing else', async () => {
    const { said, stop } = start({ databaseUrl: process.env['TEST_DATABASE_URL'] ?? '' });
    await until(() => said.length > 0);
    await stop();
    expect(said).toEqual([expect.stringMatching(/^witness: waiting, [0-9A-Z]{5}$/)]);
  });

  it('raises an alarm when the log is shorter than what was sealed', async () => {
    await stack.owner.query('UPDATE audit.head SET seq = 1 WHERE practice_id = $1', [practiceId]);
    const { said, stop } = start();
    await until(() => said.length > 0);
    await stop();
    expect(said).toEqual([`witness: ALARM LOG_BEHIND_CHECKPOINT practice=${practiceId}`]);
  });
});
