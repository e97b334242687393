import { invalidInput } from '../platform/http/problem.ts';

/** A value a list is sorted on. */
export type SortValue = string | number;

/** Where the next page begins: opaque to the asker, and only ever sent in a body. */
export function encodeCursor(sort: string, values: readonly SortValue[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/** Inverse of {@link encodeCursor}. Throws 400 for a cursor that is not of this list. */
export function decodeCursor(sort: string, cursor: string, length: number): SortValue[] {
  const [madeFor, ...values] = parse(cursor);
  const sound = values.every((value): value is SortValue => typeof value === 'string' || Number.isSafeInteger(value));
  if (madeFor !== sort || values.length !== length || !sound)
    throw invalidInput({ pointer: '/cursor', code: 'INVALID_VALUE' });
  return values;
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
