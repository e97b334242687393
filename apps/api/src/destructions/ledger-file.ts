import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@samenoud/domain';
import { signingKey, type SigningKey } from '../platform/access-log/witness/signing-key.ts';
import type { Config } from '../platform/config/config.ts';
import { deriveKey } from '../platform/config/secrets.ts';

/** One line of the ledger: ids, day and rule. */
export interface LedgerEntry {
  readonly practiceId: string;
  readonly id: string;
  readonly clientId: string;
  readonly rule: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

const FILE_NAME = 'destructions.jsonl';

type WitnessSettings = Pick<Config, 'witnessDir' | 'key'>;

const pathOf = ({ witnessDir }: WitnessSettings): string => join(witnessDir, FILE_NAME);
const keyOf = ({ key }: WitnessSettings): SigningKey => signingKey(deriveKey(key, 'witness'));

/** Adds signed lines beside the checkpoints of the log, where a restore of the database does not reach; on disk when it resolves. */
export async function appendToLedger(config: WitnessSettings, entries: readonly LedgerEntry[]): Promise<void> {
  const known = new Set((await readLedger(config)).entries.map(({ id }) => id));
  const key = keyOf(config);
  const lines = entries.filter(({ id }) => !known.has(id)).map((entry) => lineOf(entry, key));
  if (lines.length === 0) return;
  await mkdir(config.witnessDir, { recursive: true, mode: 0o700 });
  const handle = await open(pathOf(config), 'a', 0o600);
  try {
    await handle.appendFile(lines.join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** What the file says; a line without a right signature counts for nothing, as it could destroy anybody. */
export async function readLedger(config: WitnessSettings): Promise<{ entries: LedgerEntry[]; refused: number }> {
  const content = await readFile(pathOf(config), 'utf8').catch(() => '');
  const key = keyOf(config);
  const lines = content.split('\n').filter((line) => line !== '');
  const entries = lines.flatMap((line) => readLine(line, key) ?? []);
  return { entries, refused: lines.length - entries.length };
}

function lineOf(entry: LedgerEntry, key: SigningKey): string {
  return `${JSON.stringify({ ...entry, signature: key.sign(canonicalJson(entry)) })}\n`;
}

function readLine(line: string, key: SigningKey): LedgerEntry | undefined {
  try {
    const { signature, ...entry } = JSON.parse(line) as LedgerEntry & { signature?: unknown };
    return signature === key.sign(canonicalJson(entry)) ? entry : undefined;
  } catch {
    return undefined; // cut off by a crash
  }
}
