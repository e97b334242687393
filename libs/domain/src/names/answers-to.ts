import { normaliseForSearch } from './normalise.ts';
import type { PersonName } from './person-name.ts';

type Surnames = Pick<PersonName, 'prefix' | 'family' | 'partnerPrefix' | 'partnerFamily'>;

/** A surname as one word without signs, accents and spaces: "van der Zoëterme" is `vanderzoeterme`. Empty for signs alone. */
export const surnameKey = (surname: string): string => normaliseForSearch(surname).replaceAll(' ', '');

/**
 * Whether somebody answers to this surname exactly: her own or her partner's, with or without its prefix; accents, case
 * and spaces aside. Never by a part of it, initials or signs. For finding one client whose name is known.
 */
export function answersTo({ prefix, family, partnerPrefix, partnerFamily }: Surnames, asked: string): boolean {
  const own = [family, `${prefix ?? ''}${family}`];
  const partner = partnerFamily ? [partnerFamily, `${partnerPrefix ?? ''}${partnerFamily}`] : [];
  const key = surnameKey(asked);
  return key !== '' && [...own, ...partner].some((surname) => surnameKey(surname) === key);
}
