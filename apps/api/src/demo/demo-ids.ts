import { createHash } from 'node:crypto';

/** Ids of one act, one after another: the same seed gives the same ids, and `at` their place in time (version 7). */
export function idsOf(seed: string, at: string): () => string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  let made = 0;
  return () => {
    const hash = createHash('sha256').update(`${seed}|${made++}`).digest('hex');
    const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 3) | 8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(8, 20)}`;
  };
}
