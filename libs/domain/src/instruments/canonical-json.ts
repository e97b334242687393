import type { InstrumentPack } from './instrument-pack.ts';

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/**
 * One text for one value, whatever the order of its keys: keys sorted by code unit, no blanks (as RFC 8785).
 * Throws TypeError for what JSON does not know: undefined in a list, functions, NaN.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  const known = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  if (!known) throw new TypeError('Not a JSON value');
  return JSON.stringify(value);
}

/** The text whose SHA-256 is the checksum of a pack: everything in it but the checksum itself. */
export function checksumText(pack: InstrumentPack): string {
  return canonicalJson({ ...pack, checksum: undefined });
}
