import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { leafHash, MerkleTree } from './merkle.ts';

const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition in RFC 6962, section 2.1, word by word. */
function definedRoot(leaves: readonly string[]): Buffer {
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ''));
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}

function rootOf(leaves: readonly string[]): string {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root().toString('hex');
}

describe('MerkleTree', () => {
  it('hashes an empty leaf as the certificate transparency test vectors do', () => {
    expect(leafHash('').toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('gives the root of RFC 6962 for every number of leaves up to 130', () => {
    for (let count = 1; count <= 130; count += 1) {
      const leaves = Array.from({ length: count }, (_, index) => `row ${index}`);
      expect([count, rootOf(leaves)]).toEqual([count, definedRoot(leaves).toString('hex')]);
    }
  });

  it('changes with the order and with each leaf', () => {
    expect(
      new Set([rootOf(['a', 'b', 'c']), rootOf(['b', 'a', 'c']), rootOf(['a', 'b', 'd']), rootOf(['a', 'b'])]).size,
    ).toBe(4);
  });

  it('has no root without leaves', () => {
    expect(() => new MerkleTree().root()).toThrow(RangeError);
  });
});
