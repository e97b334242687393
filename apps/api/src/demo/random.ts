import { createHash } from 'node:crypto';

/** A small seeded generator (sfc32): the same seed gives the same demo on every machine. Not for secrets. */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    const hash = createHash('sha256').update(seed).digest();
    this.state = Uint32Array.from([0, 4, 8, 12], (offset) => hash.readUInt32LE(offset));
    for (let round = 0; round < 12; round++) this.next();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state;
    const sum = (a + b + counter) >>> 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = (c + (c << 3)) >>> 0;
    this.state[2] = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    this.state[3] = (counter + 1) >>> 0;
    return sum / 2 ** 32;
  }

  /** A whole number from `min` to and including `max`. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const index = Math.floor(this.next() * list.length);
    if (index >= list.length) throw new RangeError('nothing to pick from');
    return list[index] as T;
  }

  /** One of the values, by weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1);
    if (!found) throw new RangeError('nothing to pick from');
    return found[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, rank: this.next() }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ value }) => value);
  }

  /** About normally distributed (sum of twelve). */
  normal(mean: number, deviation: number): number {
    return mean + deviation * (Array.from({ length: 12 }, () => this.next()).reduce((sum, part) => sum + part, 0) - 6);
  }
}
