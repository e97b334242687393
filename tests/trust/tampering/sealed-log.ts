import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { CheckpointFile } from '../../../apps/api/src/platform/access-log/witness/checkpoint-file.ts';
import { LogSource } from '../../../apps/api/src/platform/access-log/witness/log-source.ts';
import { sealNewRows } from '../../../apps/api/src/platform/access-log/witness/seal-new-rows.ts';
import { signingKey } from '../../../apps/api/src/platform/access-log/witness/signing-key.ts';
import { deriveKey } from '../../../apps/api/src/platform/config/secrets.ts';
import { loginUrl } from '../../../apps/api/src/platform/database/roles.ts';
import { createTestDatabase, testConfig } from '../../../apps/api/src/testing/test-database.ts';
import { testMember } from '../../../apps/api/src/testing/test-network.ts';

const COMMAND = fileURLToPath(new URL('../../../scripts/audit-verify.mjs', import.meta.url));
const MAX_OUTPUT_BYTES = 100_000_000;

export interface Fault {
  readonly code: string;
  readonly line?: number;
}

export interface Verdict {
  readonly exitCode: number;
  readonly checked: number;
  readonly seconds: number;
  readonly expiredCheckpoints: number;
  readonly covered: readonly { readonly practiceId: string; readonly coveredUntil: number }[];
  readonly notCovered: { readonly rows: number; readonly what: string };
  readonly found: readonly Fault[];
}

/** One line of the witness, as an attacker sees it. */
export interface Sealed {
  readonly line: number;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** An access log of its own with a witness beside it, and somebody who owns the tables. */
export class SealedLog {
  readonly practiceId = testMember('noord', 'GP').practiceId;

  private constructor(
    readonly owner: pg.Client,
    private readonly worker: pg.Client,
    private readonly url: string,
    private readonly folder: string,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async make(): Promise<SealedLog> {
    const { url, drop } = await createTestDatabase();
    const owner = new pg.Client({ connectionString: url });
    const worker = new pg.Client({ connectionString: loginUrl(url, 'smd_worker', testConfig(url).key) });
    await Promise.all([owner.connect(), worker.connect()]);
    return new SealedLog(owner, worker, url, mkdtempSync(join(tmpdir(), 'sealed-log-')), drop);
  }

  get file(): string {
    return join(this.folder, 'checkpoints.jsonl');
  }

  get lines(): string[] {
    return readFileSync(this.file, 'utf8').split('\n').slice(0, -1);
  }

  /** What was sealed of the practice under attack. */
  sealed(): Sealed[] {
    return this.lines.flatMap((content, index) => {
      const { practiceId, fromSeq, toSeq } = JSON.parse(content) as Sealed & { practiceId: string };
      return practiceId === this.practiceId ? [{ line: index + 1, fromSeq, toSeq }] : [];
    });
  }

  /** Rows as the app writes them: by the function that it may execute, in the context of a person. */
  async append(rows: number): Promise<void> {
    const { userId, organisationId } = testMember('noord', 'GP');
    await this.owner.query('BEGIN');
    await this.owner.query(
      `SELECT set_config('app.practice_id', $1, true), set_config('app.user_id', $2, true), set_config('app.org_id', $3, true),
         set_config('app.role', 'GP', true), set_config('app.address', '127.0.0.1', true)`,
      [this.practiceId, userId, organisationId],
    );
    await this.owner.query(
      `SELECT audit.append((SELECT jsonb_agg(jsonb_build_object('type', 'READ_CLIENT', 'action', 'R', 'objectType', 'CLIENT',
         'objectId', gen_random_uuid(), 'clientId', gen_random_uuid(), 'category', 1, 'rule', 'IDENTITY.READ.GP',
         'relation', 'PRACTICE', 'basis', 'OWN', 'query', jsonb_build_object('n', n))) FROM generate_series(1, $1::integer) AS n))`,
      [rows],
    );
    await this.owner.query('COMMIT');
  }

  /** As if everything so far was written and sealed at that moment. */
  async layBack(moment: string): Promise<void> {
    await this.owner.query('SELECT audit.ensure_month($1::date)', [moment]);
    await this.owner.query(`UPDATE audit.event SET occurred_at = $2 WHERE practice_id = $1 AND occurred_at > now() - interval '1 hour'`, [
      this.practiceId,
      moment,
    ]); // prettier-ignore
    await this.seal(() => new Date(moment));
  }

  /** What the worker does every hour; answers how many months went. */
  async purge(): Promise<number> {
    const { rows } = await this.worker.query<{ months: number }>('SELECT audit.purge_expired() AS months');
    return rows[0]?.months ?? 0;
  }

  async seal(now?: () => Date): Promise<void> {
    const file = await CheckpointFile.open(this.folder);
    try {
      const key = signingKey(deriveKey(testConfig(this.url).key, 'witness'));
      await sealNewRows({ source: new LogSource(this.worker), file, key, alarm: () => undefined, ...(now && { now }) });
    } finally {
      await file.close();
    }
  }

  /** The command as an auditor runs it; `lines` instead of what the witness wrote. */
  async verify(lines?: readonly string[]): Promise<Verdict> {
    const file = lines === undefined ? this.file : join(this.folder, 'forged.jsonl');
    if (lines !== undefined) writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    const key = testConfig(this.url).key.toString('base64');
    const { exitCode, output } = await run([COMMAND, '--checkpoints', file, '--all'], {
      DATABASE_URL: this.url,
      SAMENOUD_KEY: key,
    });
    return { ...(JSON.parse(output) as Omit<Verdict, 'exitCode'>), exitCode };
  }

  async remove(): Promise<void> {
    await Promise.all([this.owner.end(), this.worker.end()]);
    await this.dropDatabase();
    rmSync(this.folder, { recursive: true });
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...args],
      { env: { ...process.env, ...env }, maxBuffer: MAX_OUTPUT_BYTES },
      (_, output) => resolve({ exitCode: child.exitCode ?? -1, output }),
    );
  });
}
