import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** SHA-256 of a leaf as RFC 6962 has it: the prefix keeps a node from passing for a leaf. */
export function leafHash(content: Buffer | string): Buffer {
  return createHash('sha256').update(LEAF).update(content).digest();
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

interface Subtree {
  readonly leaves: number;
  readonly hash: Buffer;
}

/** The Merkle tree hash of RFC 6962, leaf by leaf: of a million leaves it keeps twenty hashes. */
export class MerkleTree {
  /** Complete subtrees, largest first. */
  private readonly subtrees: Subtree[] = [];

  add(content: Buffer | string): void {
    let added: Subtree = { leaves: 1, hash: leafHash(content) };
    for (let last = this.subtrees.at(-1); last?.leaves === added.leaves; last = this.subtrees.at(-1)) {
      this.subtrees.pop();
      added = { leaves: last.leaves * 2, hash: nodeHash(last.hash, added.hash) };
    }
    this.subtrees.push(added);
  }

  /** The root over what was added so far. Throws RangeError for an empty tree. */
  root(): Buffer {
    const [smallest, ...larger] = this.subtrees.toReversed();
    if (smallest === undefined) throw new RangeError('An empty tree has no root');
    return larger.reduce((right, left) => nodeHash(left.hash, right), smallest.hash);
  }
}
