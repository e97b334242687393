import { straightApostrophes } from './normalise.ts';
import type { NamePart } from './person-name.ts';

/** Prefixes that an import splits off when the file has no column for them (our list). */
const PREFIXES = [
  'van de',
  'van den',
  'van der',
  "van 't",
  'van het',
  'van',
  "in 't",
  'in de',
  'op de',
  'op den',
  "op 't",
  'uit de',
  'uit den',
  'aan de',
  'bij de',
  'de la',
  'de',
  'den',
  'der',
  "'t",
  'ten',
  'ter',
  'te',
  'von',
  'el',
];
const LONGEST_FIRST = PREFIXES.toSorted((a, b) => b.length - a.length);

/**
 * Splits "van der Giessen" into prefix and family name; the prefix is empty when the name has none. Dutch prefixes become
 * small, El keeps its capital as it is officially recorded. For imports only: whoever types has two fields.
 */
export function splitPrefix(family: string): NamePart {
  const text = straightApostrophes(family.trim()).replace(/\s+/g, ' ');
  if (/^d'\S/i.test(text)) return { prefix: "d'", family: text.slice(2) };
  const prefix = LONGEST_FIRST.find((known) => text.toLowerCase().startsWith(`${known} `));
  if (prefix === undefined) return { prefix: '', family: family.trim() };
  return {
    prefix: prefix === 'el' ? text.slice(0, prefix.length) : prefix,
    family: text.slice(prefix.length + 1),
  };
}
