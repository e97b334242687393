import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@samenoud/domain';
import { signingKey, type SigningKey } from '../platform/access-log/witness/signing-key.ts';
import type { Config } from '../platform/config/config.ts';
import { deriveKey } from '../platform/config/secrets.ts';

/** What a line of either ledger tells. */
export interface Entry {
  readonly practiceId: string;
  readonly id: string;
  readonly clientId: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

/** One line of the ledger of whole records: ids, day and rule. */
export interface LedgerEntry extends Entry {
  readonly rule: string;
}

/** One line of the ledger of parts: also the rows themselves, since others of that part may be written later. */
export interface PartEntry extends Entry {
  readonly part: string;
  readonly rowIds: readonly string[];
}

export interface LedgerFile<E extends Entry> {
  readonly name: string;
  /** What a line holds; never there, it tells the type only. */
  readonly entry?: E;
}

/** Two files, so that a version that knows whole records only never takes a line of a part for one. */
export const RECORDS_FILE: LedgerFile<LedgerEntry> = { name: 'destructions.jsonl' };
export const PARTS_FILE: LedgerFile<PartEntry> = { name: 'partial-destructions.jsonl' };

export type WitnessSettings = Pick<Config, 'witnessDir' | 'key'>;

const pathOf = ({ witnessDir }: WitnessSettings, { name }: { readonly name: string }): string => join(witnessDir, name);
const keyOf = ({ key }: WitnessSettings): SigningKey => signingKey(deriveKey(key, 'witness'));

/** Adds signed lines beside the checkpoints of the log, where a restore of the database does not reach; on disk when it resolves. */
export async function appendToLedger<E extends Entry>(
  config: WitnessSettings,
  entries: readonly E[],
  file: LedgerFile<E>,
): Promise<void> {
  const known = new Set((await readLedger(config, file)).entries.map(({ id }) => id));
  const key = keyOf(config);
  const lines = entries.filter(({ id }) => !known.has(id)).map((entry) => lineOf(entry, key));
  if (lines.length === 0) return;
  await mkdir(config.witnessDir, { recursive: true, mode: 0o700 });
  const handle = await open(pathOf(config, file), 'a', 0o600);
  try {
    await handle.appendFile(lines.join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** What the file says; a line without a right signature counts for nothing, as it could destroy anybody. */
export async function readLedger<E extends Entry>(
  config: WitnessSettings,
  file: LedgerFile<E>,
): Promise<{ entries: E[]; refused: number }> {
  const content = await readFile(pathOf(config, file), 'utf8').catch(() => '');
  const key = keyOf(config);
  const lines = content.split('\n').filter((line) => line !== '');
  // what was signed is what was written to this file
  const entries = lines.flatMap((line) => readLine(line, key) ?? []) as E[];
  return { entries, refused: lines.length - entries.length };
}

function lineOf(entry: Entry, key: SigningKey): string {
  return `${JSON.stringify({ ...entry, signature: key.sign(canonicalJson(entry)) })}\n`;
}

function readLine(line: string, key: SigningKey): Entry | undefined {
  try {
    const { signature, ...entry } = JSON.parse(line) as Entry & { signature?: unknown };
    return signature === key.sign(canonicalJson(entry)) ? entry : undefined;
  } catch {
    return undefined; // cut off by a crash
  }
}
