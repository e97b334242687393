import { type Checkpoint, NOTHING, signedLine } from './checkpoint.ts';
import type { CheckpointFile } from './checkpoint-file.ts';
import type { Head, LogSource } from './log-source.ts';
import { MerkleTree } from './merkle.ts';
import type { SigningKey } from './signing-key.ts';

/** Something is wrong with the log itself; ids only. */
export type Alarm = (code: 'LOG_BEHIND_CHECKPOINT' | 'ROWS_MISSING', practiceId: string) => void;

export interface Witnessing {
  readonly source: LogSource;
  readonly file: CheckpointFile;
  readonly key: SigningKey;
  readonly alarm: Alarm;
  /** The clock of the witness; its own, unless a test lays it back. */
  readonly now?: () => Date;
}

/**
 * Seals what came since the last checkpoint, practice by practice. The root is that of RFC 6962 over the previous root and
 * the new rows, so each checkpoint holds all before it. Returns how many checkpoints were made.
 */
export async function sealNewRows(witnessing: Witnessing): Promise<number> {
  let sealed = 0;
  for (const head of await witnessing.source.heads()) {
    const last = witnessing.file.findLast(head.practiceId);
    const from = (last?.toSeq ?? 0) + 1;
    if (head.seq < from - 1) witnessing.alarm('LOG_BEHIND_CHECKPOINT', head.practiceId);
    if (head.seq < from) continue;
    await seal(witnessing, head, from, last?.root ?? NOTHING);
    sealed += 1;
  }
  return sealed;
}

async function seal(
  { source, file, key, alarm, now = () => new Date() }: Witnessing,
  { practiceId, seq: toSeq }: Head,
  fromSeq: number,
  previousRoot: string,
): Promise<void> {
  const tree = new MerkleTree();
  tree.add(Buffer.from(previousRoot, 'hex'));
  let rows = 0;
  for await (const content of source.rows(practiceId, fromSeq - 1, toSeq)) {
    tree.add(content);
    rows += 1;
  }
  if (rows !== toSeq - fromSeq + 1) alarm('ROWS_MISSING', practiceId);
  const checkpoint: Checkpoint = {
    format: 1,
    number: file.nextNumber,
    after: file.after,
    practiceId,
    fromSeq,
    toSeq,
    previousRoot,
    root: tree.root().toString('hex'),
    sealedAt: now().toISOString(),
    keyId: key.keyId,
  };
  await file.append(signedLine(checkpoint, key));
}
