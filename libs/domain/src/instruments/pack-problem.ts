export const PACK_PROBLEM_CODES = [
  'REQUIRED',
  'INVALID',
  'TOO_LONG',
  'DUPLICATE',
  'UNKNOWN_FIELD',
  'UNKNOWN_ITEM',
  'ITEM_MISSING',
  'WRONG_STRUCTURE',
] as const;
export type PackProblemCode = (typeof PACK_PROBLEM_CODES)[number];
export type PackProblem = { readonly pointer: string; readonly code: PackProblemCode };

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that must be there, not blank, at most `limit` characters. */
export function textProblems(value: unknown, pointer: string, limit: number): PackProblem[] {
  if (value === undefined || value === null) return [{ pointer, code: 'REQUIRED' }];
  if (typeof value !== 'string' || value.includes('\0')) return [{ pointer, code: 'INVALID' }];
  if (value.trim() === '') return [{ pointer, code: 'REQUIRED' }];
  return value.length > limit ? [{ pointer, code: 'TOO_LONG' }] : [];
}

export function wholeNumberProblems(value: unknown, pointer: string, minimum: number, maximum: number): PackProblem[] {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
  return fits ? [] : [{ pointer, code: 'INVALID' }];
}

export function unknownFields(value: object, pointer: string, known: readonly string[]): PackProblem[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'UNKNOWN_FIELD',
    }));
}

/** Every place whose value was already seen at an earlier place. */
export function duplicates(values: readonly unknown[], pointerOf: (index: number) => string): PackProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ pointer: pointerOf(index), code: 'DUPLICATE' }] : [],
  );
}
