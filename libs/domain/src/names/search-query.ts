import { EARLIEST_BIRTH_DATE } from '../calendar/age.ts';
import { partsOfDay } from '../calendar/day.ts';
import type { Day } from '../calendar/day.ts';
import { parseDutchDay } from '../calendar/dutch-day.ts';
import { normaliseForSearch } from './normalise.ts';

export type SearchQuery = {
  /** Each must begin a search form of the person. */
  readonly nameTokens: readonly string[];
  readonly birthDate?: Day;
  readonly birthYear?: number;
  /** Beside a birth date or year only when the text is one number that can be both: then either may match. */
  readonly hisNumber?: string;
};

export const LONGEST_SEARCH_TEXT = 200;

const DATE_LIKE = /(?<!\S)(?:\d{1,2}[-/. ]+(?:\d{1,2}|[a-z]{3,9})\.?[-/. ]+\d{4}|\d{4}-\d{2}-\d{2}|\d{8})(?!\S)/gi;

function takeBirthDate(text: string): { readonly birthDate?: Day; readonly rest: string } {
  for (const [found] of text.matchAll(DATE_LIKE)) {
    const birthDate = parseDutchDay(found);
    if (birthDate !== undefined) return { birthDate, rest: text.replace(found, ' ') };
  }
  return { rest: text };
}

function isBirthYear(token: string, today: Day): boolean {
  const year = Number(token);
  const isPast = year >= partsOfDay(EARLIEST_BIRTH_DATE).year && year <= partsOfDay(today).year;
  return /^\d{4}$/.test(token) && isPast;
}

/**
 * Reads what a person types in the search field: words of a name, a birth date (full, the Dutch way, or the year alone)
 * and a HIS number, in any order. "v.d. berg 1941", "10482", "3-4-1941 jansen". Cut off after 200 characters.
 */
export function searchQuery(text: string, today: Day): SearchQuery {
  const typed = text.slice(0, LONGEST_SEARCH_TEXT).trim();
  const { rest, ...date } = takeBirthDate(typed);
  const tokens = rest.split(/\s+/).filter((token) => token !== '');
  const numbers = tokens.filter((token) => /\d/.test(token));
  const year = numbers.find((token) => isBirthYear(token, today));
  const hisNumber = /^\d+$/.test(typed) ? typed : numbers.find((token) => token !== year);
  const names = tokens.filter((token) => !/\d/.test(token));
  return {
    nameTokens: normaliseForSearch(names.join(' '))
      .split(' ')
      .filter((token) => token !== ''),
    ...date,
    ...(year === undefined ? {} : { birthYear: Number(year) }),
    ...(hisNumber === undefined ? {} : { hisNumber }),
  };
}
