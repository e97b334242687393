/** Crockford base 32: the digits and A–Z without I, L, O and U, in the order of their value 0–31. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A whole number from 0 up to, not including, `max`. */
export type RandomNumber = (max: number) => number;

/** As many random characters as asked for. */
export function randomCrockford(length: number, random: RandomNumber): string {
  return Array.from({ length }, () => CROCKFORD.charAt(random(CROCKFORD.length))).join('');
}

/** The value 0–31 of one character of the alphabet, -1 of any other. */
export function crockfordValue(character: string): number {
  return CROCKFORD.indexOf(character);
}

/**
 * What somebody typed or scanned, in the letters of the alphabet: case, spaces and hyphens do not count, O is 0, I and L
 * are 1. Null when another character is in it.
 */
export function readCrockford(typed: string): string | null {
  const letters = typed
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return [...letters].every((letter) => CROCKFORD.includes(letter)) ? letters : null;
}
