import { normaliseForSearch } from '../names/normalise.ts';
import { splitPrefix } from '../names/split-prefix.ts';

/** What of a colleague's name can be compared with that of a client. */
export interface ComparedName {
  /** Small letters without prefix, accents or blanks: of „A. van der Berg-Smit” these are berg and smit. */
  readonly surnames: readonly string[];
  /** First letter of the forename, or '' when only a surname is known. */
  readonly initial: string;
}

/** Takes a display name apart: everything before the first word of the surname is forenames, titles or initials. */
export function comparedName(displayName: string): ComparedName {
  const [first = '', ...rest] = displayName.trim().split(/\s+/);
  const surname = rest.length === 0 ? first : withoutInitials(rest);
  const surnames = surname
    .split('-')
    .map((part) => joined(splitPrefix(part.trim()).family))
    .filter((part) => part.length > 1);
  return { surnames: [...new Set(surnames)], initial: rest.length === 0 ? '' : joined(first).slice(0, 1) };
}

/** „J. M. Bakker”: further initials stand before the surname too. */
function withoutInitials(words: readonly string[]): string {
  const start = words.findIndex((word) => !/^\p{L}\.(\p{L}\.)*$/u.test(word));
  return words.slice(Math.max(start, 0)).join(' ');
}

const joined = (name: string): string => normaliseForSearch(name).replaceAll(' ', '');
