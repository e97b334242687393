import { createHash } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';

/** What a witness says of one practice at one moment: these rows were there, and they were these. */
export interface Checkpoint {
  readonly format: 1;
  /** Of the line in its file, from 1. */
  readonly number: number;
  /** SHA-256 of the line before, so that no line can be taken out; zeros for the first. */
  readonly after: string;
  readonly practiceId: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  /** Root of the practice's checkpoint before; zeros for the first. It is the first leaf under `root`. */
  readonly previousRoot: string;
  readonly root: string;
  readonly sealedAt: string;
  readonly keyId: string;
}

export const NOTHING = '0'.repeat(64);

/** The line as it stands in the file, without its line end: the checkpoint and the signature over just that text. */
export function signedLine(checkpoint: Checkpoint, key: SigningKey): string {
  return JSON.stringify({ ...checkpoint, signature: key.sign(JSON.stringify(checkpoint)) });
}

/** Reads a line that a witness wrote. Throws SyntaxError for anything else. */
export function readLine(line: string): Checkpoint {
  const value: unknown = JSON.parse(line);
  if (!isCheckpoint(value)) throw new SyntaxError('not a checkpoint');
  return value;
}

export function lineHash(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    Number.isSafeInteger(value.number) &&
    'toSeq' in value &&
    Number.isSafeInteger(value.toSeq) &&
    'practiceId' in value &&
    typeof value.practiceId === 'string' &&
    'root' in value &&
    typeof value.root === 'string'
  );
}
