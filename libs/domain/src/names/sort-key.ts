import { normaliseForSearch, straightApostrophes } from './normalise.ts';
import { nameParts } from './person-name.ts';
import type { PersonName } from './person-name.ts';

/** Sorts before every letter and before a blank, so that "bakker" comes before "bakker smit". */
const SEPARATOR = '\t';

/** The word a name stands under in a list, without prefix: giessen, ancona. */
export function sortWord(name: PersonName): string {
  const [{ family }] = nameParts(name);
  return normaliseForSearch(straightApostrophes(family).replace(/^d'/i, ''));
}

/** Main word, then prefix, then initials; accents ignored, ij as i and j. Compare by code unit. */
export function sortKey(name: PersonName): string {
  const [{ prefix }] = nameParts(name);
  const fields = [prefix, name.initials || name.given || ''];
  return [sortWord(name), ...fields.map(normaliseForSearch)].join(SEPARATOR);
}
