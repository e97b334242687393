import { randomCrockford, type RandomNumber, readCrockford } from './crockford.ts';

/** Characters of Crockford base 32: 60 bits. */
export const ACCESS_CODE_LENGTH = 12;

/** The secret code of one letter, for answering online; the product keeps only an HMAC of it. */
export function makeAccessCode(random: RandomNumber): string {
  return randomCrockford(ACCESS_CODE_LENGTH, random);
}

/** The code that somebody typed, read forgivingly; null when it cannot be one. */
export function readAccessCode(typed: string): string | null {
  const letters = readCrockford(typed);
  return letters?.length === ACCESS_CODE_LENGTH ? letters : null;
}

/** In groups of four: 7KQ2-M4XA-90TB. */
export function showAccessCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}
