/**
 * Orders two instants, as ISO 8601 text in UTC ("2026-10-02T08:00:00Z", any number of decimals): negative, 0 or positive.
 * Written out because text order is wrong between different numbers of decimals, and a Date keeps only milliseconds.
 * Errors: RangeError for a text that is not in UTC, so that a wrong zone never opens or closes something unseen.
 */
export function compareInstants(a: string, b: string): number {
  if (!a.endsWith('Z') || !b.endsWith('Z')) throw new RangeError('An instant must be in UTC, ending in Z');
  const [left, right] = a.length === b.length ? [a, b] : [comparable(a), comparable(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether `at` lies in the period: its start belongs to it, its end does not; null is open. */
export function isWithin(from: string | null, until: string | null, at: string): boolean {
  return (from === null || compareInstants(from, at) <= 0) && (until === null || compareInstants(at, until) < 0);
}

function comparable(instant: string): string {
  const text = instant.slice(0, -1);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
