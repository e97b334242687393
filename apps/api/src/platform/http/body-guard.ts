import { type FieldProblem, invalidInput } from './problem.ts';

const MAX_DEPTH = 20;
const POISON: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Cleans a parsed body: text becomes NFC; text that PostgreSQL or JSON cannot keep (NUL and other controls, lone surrogates)
 * and nesting past 20 levels are refused.
 */
export function cleanBody(body: unknown): unknown {
  const problems: FieldProblem[] = [];
  const cleaned = clean(body, '', 0, problems);
  if (problems.length > 0) throw invalidInput(...problems.slice(0, 20));
  return cleaned;
}

function clean(value: unknown, pointer: string, depth: number, problems: FieldProblem[]): unknown {
  if (typeof value === 'string') return cleanText(value, pointer, problems);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) {
    problems.push({ pointer, code: 'TOO_DEEP' });
    return undefined;
  }
  if (Array.isArray(value))
    return value.map((entry, index) => clean(entry, `${pointer}/${index}`, depth + 1, problems));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const path = `${pointer}/${escapePointer(key)}`;
      if (POISON.includes(key)) problems.push({ pointer: path, code: 'UNKNOWN_PROPERTY' });
      return [cleanText(key, path, problems), clean(entry, path, depth + 1, problems)];
    }),
  );
}

function cleanText(value: string, pointer: string, problems: FieldProblem[]): string {
  if (!value.isWellFormed() || CONTROL.test(value)) {
    problems.push({ pointer: pointer.toWellFormed().replace(CONTROL, '?'), code: 'INVALID_TEXT' });
    return '';
  }
  return value.normalize('NFC');
}

/** One segment of an RFC 6901 pointer. */
export function escapePointer(segment: string): string {
  return segment.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}
