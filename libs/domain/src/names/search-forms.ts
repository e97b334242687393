import { normaliseApart, normaliseForSearch } from './normalise.ts';
import type { NamePart, PersonName } from './person-name.ts';
import { splitPrefix } from './split-prefix.ts';

function words(text: string): readonly string[] {
  return [...normaliseForSearch(text).split(' '), ...normaliseApart(text).split(' ')];
}

function joined(text: string): string {
  return normaliseForSearch(text).replaceAll(' ', '');
}

/** "vd" stands for van de, van den and van der. */
function shortPrefix(prefix: string): string {
  return /^van de[nr]?$/i.test(prefix) ? 'vd' : '';
}

/** The forms written together also answer to their beginnings, such as "vd" and "vanden". */
function partForms({ prefix, family }: NamePart): readonly string[] {
  const main = joined(family);
  return [...words(prefix), ...words(family), main, `${joined(prefix)}${main}`, `${shortPrefix(prefix)}${main}`];
}

/** A prefix that was left in the family name is found all the same. */
function separated(prefix: string | null | undefined, family: string): NamePart {
  return prefix ? { prefix, family } : splitPrefix(family);
}

/**
 * Every form under which a person is found, small letters without accents: own and partner's name with and without
 * prefix (also "vd" and written together), first names and initials. A query matches when each of its words begins a form.
 */
export function searchForms(name: PersonName): readonly string[] {
  const forms = [
    ...partForms(separated(name.prefix, name.family)),
    ...(name.partnerFamily ? partForms(separated(name.partnerPrefix, name.partnerFamily)) : []),
    ...words(name.given ?? ''),
    ...words(name.initials ?? ''),
    joined(name.initials ?? ''),
  ];
  return [...new Set(forms.filter((form) => form !== ''))].toSorted();
}

/** Whether every word of a query begins one of the forms; a query without words matches everybody. */
export function matchesSearch(forms: readonly string[], nameTokens: readonly string[]): boolean {
  return nameTokens.every((token) => forms.some((form) => form.startsWith(token)));
}
