import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { startPostgres } from './embedded-postgres.mjs';

const key = Buffer.alloc(32, 5);
let folder = '';
let dataDir = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenoud-postgres-'));
  chmodSync(folder, 0o711);
  dataDir = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = () => startPostgres({ dataDir, key });

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows.at(-1) ?? {};
  } finally {
    await client.end();
  }
}

/** A launcher that starts the database, says so, and is then killed the hard way. */
function startAndDie(): void {
  const module = JSON.stringify(new URL('./embedded-postgres.mjs', import.meta.url).href);
  const program = `import(${module}).then(({ startPostgres }) => startPostgres({
    dataDir: ${JSON.stringify(dataDir)}, key: Buffer.alloc(32, 5),
  })).then(() => process.kill(process.pid, 'SIGKILL'))`;
  expect(() => execFileSync(process.execPath, ['-e', program], { stdio: 'ignore' })).toThrow('Command failed');
}

describe('the embedded database', () => {
  it('starts, keeps its data and port, and asks for a password', async () => {
    const first = await start();
    await ask(first.url, "CREATE TABLE kept AS SELECT 'yes' AS value");
    await expect(ask(first.url.replace(/:[0-9a-f]{64}@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await first.stop();

    const second = await start();
    expect(second.port).toBe(first.port);
    expect(await ask(second.url, 'SELECT value FROM kept')).toEqual({ value: 'yes' });
    expect(await ask(second.url, 'SHOW data_checksums')).toEqual({ data_checksums: 'on' });
    await second.stop();
  });

  it('takes over from a server that a killed launcher left running', async () => {
    startAndDie();
    const next = await start();
    expect(await ask(next.url, 'SELECT value FROM kept')).toEqual({ value: 'yes' });
    await next.stop();
  });

  it('recovers after it was killed itself', async () => {
    const doomed = await start();
    await ask(doomed.url, "UPDATE kept SET value = 'changed'");
    process.kill(doomed.pid, 'SIGKILL');
    await doomed.exited;

    const next = await start();
    expect(await ask(next.url, 'SELECT value FROM kept')).toEqual({ value: 'changed' });
    await next.stop();
  });

  it('refuses another key', async () => {
    await expect(startPostgres({ dataDir, key: Buffer.alloc(32, 6) })).rejects.toThrow('hoort niet bij');
  });

  it('is taken away with its data', async () => {
    await (await start()).remove();
    expect(existsSync(dataDir)).toBe(false);
  });
});
