import { createHash } from 'node:crypto';
import type { Coding, Reference } from 'fhir/r4.js';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';

/** Codes of this product, where no national code is known. */
export const PRODUCT = 'https://samenoud.com/fhir';

/** The same id for the same parts, at every export: for what is one resource there and no row of its own here. */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

export const referenceTo = (id: string, display?: string | null): Reference => ({
  reference: `urn:uuid:${id}`,
  ...(display ? { display } : {}),
});

export const ownCode = (system: string, code: string, display?: string): Coding => ({
  system: `${PRODUCT}/CodeSystem/${system}`,
  code,
  ...(display === undefined ? {} : { display }),
});

export const idOf = (row: ExportedRow, key = 'id'): string => String(row[key]);

/** A time as FHIR writes it, whichever way PostgreSQL wrote it. */
export function instantOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const at = new Date(value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** From and until of a range of PostgreSQL. */
export function periodOf(range: unknown): { start?: string; end?: string } {
  const [from, until] = String(range)
    .replaceAll(/["[\]()]/g, '')
    .split(',');
  const [start, end] = [instantOf(from), instantOf(until)];
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}
