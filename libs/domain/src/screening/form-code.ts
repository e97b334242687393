import { FORM_PAGES } from '../questionnaires/form-pages.ts';
import { CROCKFORD, crockfordValue, randomCrockford, type RandomNumber, readCrockford } from './crockford.ts';

/** Characters without the check character. */
const BASE_LENGTH = 6;
export const FORM_CODE_LENGTH = BASE_LENGTH + 1;
/** A prime above 32: every wrong character and every swap of two neighbours changes the remainder. */
const MODULUS = 37;

export type ReadFormCode = { readonly code: string; readonly page: number | null };

/** The check character of six characters, or undefined where the remainder has no character of its own (32 or more). */
function checkOf(base: string): string | undefined {
  const remainder = [...base].reduce((rest, letter) => (rest * CROCKFORD.length + crockfordValue(letter)) % MODULUS, 0);
  return remainder < CROCKFORD.length ? CROCKFORD.charAt(remainder) : undefined;
}

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';

/**
 * A new form code: six random characters and their value in base 32 modulo 37 as check character. It begins with a letter:
 * at the entry station a digit is an answer, so that a scan tells itself from typing by its first key. Not secret, and
 * unique per practice for ever: the caller makes another one where it is taken. Source: domain reference 7, our rule.
 */
export function makeFormCode(random: RandomNumber): string {
  for (;;) {
    const base = randomCrockford(BASE_LENGTH, random);
    const check = checkOf(base);
    if (check !== undefined && !isDigit(base.charAt(0))) return base + check;
  }
}

/** The code and, where it was given, the page (1–4) of what is printed on a page; null when it is not a form code. */
export function readFormCode(typed: string): ReadFormCode | null {
  const letters = readCrockford(typed);
  if (letters === null || letters.length < FORM_CODE_LENGTH) return null;
  const code = letters.slice(0, FORM_CODE_LENGTH);
  if (checkOf(code.slice(0, BASE_LENGTH)) !== code.slice(BASE_LENGTH)) return null;
  const rest = letters.slice(FORM_CODE_LENGTH);
  if (rest === '') return { code, page: null };
  const page = FORM_PAGES.find((known) => String(known.page) === rest)?.page;
  return page === undefined ? null : { code, page };
}

/** K7-4M2P-Z, as it stands beside the barcode. */
export function showFormCode(code: string): string {
  return [code.slice(0, 2), code.slice(2, BASE_LENGTH), code.slice(BASE_LENGTH)].join('-');
}

/** K74M2PZ3: what the barcode of a page holds. */
export function barcodeOf(code: string, page: number): string {
  return `${code}${page}`;
}
