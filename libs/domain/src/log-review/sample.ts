import { STRONG_PATTERNS, type LogPattern } from './patterns.ts';

/** How many hits of weak patterns, and how many acts without any, a month's sample has (ours). */
export const WEAK_SAMPLE = 25;
export const ORDINARY_SAMPLE = 10;

/** A hit, or an act without any pattern, with the number of its first row in the log. */
export interface Sampled {
  readonly patterns: readonly LogPattern[];
  readonly firstSeq: number;
}

/** 32 bits that depend on every character (FNV-1a with a last stir): the same seed draws the same rows on any day. */
export function drawNumber(seed: string, seq: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${seq}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** `count` of these, drawn by the seed. */
export function drawn<Item extends Sampled>(items: readonly Item[], count: number, seed: string): readonly Item[] {
  return items
    .map((item) => ({ item, number: drawNumber(seed, item.firstSeq) }))
    .toSorted((a, b) => a.number - b.number || a.item.firstSeq - b.item.firstSeq)
    .slice(0, count)
    .map(({ item }) => item);
}

/**
 * The lines of a month: every hit of a strong pattern, a share of the weak ones and of ordinary acts, strong ones first and
 * each group in the order of the log.
 */
export function monthSample<Item extends Sampled>(
  hits: readonly Item[],
  ordinary: readonly Item[],
  seed: string,
): readonly Item[] {
  const isStrong = ({ patterns }: Item): boolean => patterns.some((pattern) => STRONG_PATTERNS.includes(pattern));
  const inOrder = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => a.firstSeq - b.firstSeq);
  return [
    ...inOrder(hits.filter(isStrong)),
    ...inOrder(
      drawn(
        hits.filter((hit) => !isStrong(hit)),
        WEAK_SAMPLE,
        seed,
      ),
    ),
    ...inOrder(drawn(ordinary, ORDINARY_SAMPLE, seed)),
  ];
}
