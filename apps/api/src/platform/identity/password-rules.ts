import { invalidInput } from '../http/problem.ts';
import { COMMON_WORDS, WALKS } from './common-passwords.ts';

/** Characters (code points). Source: `trust.md` 7; no rule on kinds of characters and no rotation. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** What must remain when everything that is easy to guess is taken away; a letter counts 1, a figure or sign ½. */
const LEAST_OF_ONES_OWN = 4;
const SHORTEST_WALK = 4;
const SHORTEST_CONTEXT_WORD = 3;

const common = new Set(COMMON_WORDS);
const walks = WALKS.flatMap((walk) => [walk, [...walk].toReversed().join('')]);

/** Throws when a new password is one that people guess: well known, a pattern, or made of what is known of its owner. */
export function refuseGuessable(pointer: string, password: string, context: readonly string[]): void {
  if (isGuessable(password, context)) throw invalidInput({ pointer, code: 'PASSWORD_COMMON' });
}

/**
 * Whether a password is among the first that somebody would try.
 * @param context what is known of its owner: names, e-mail address, practice
 */
export function isGuessable(password: string, context: readonly string[]): boolean {
  const plain = bare(password);
  const spelled = readFigures(plain.replace(/[^a-z]+$/, ''));
  return isCommon(plain) || isCommon(spelled) || isRepeated(plain) || isAllKnown(plain, context);
}

/** Lower case without accents. */
function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const LETTER_OF_FIGURE: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

/** Figures and signs that stand for letters, as in `w4chtw00rd`. */
function readFigures(text: string): string {
  return text.replace(/[013457@$]/g, (sign) => LETTER_OF_FIGURE[sign] ?? sign);
}

/** A common word, whatever figures, blanks and signs stand in or around it. */
function isCommon(text: string): boolean {
  return common.has(text.replace(/[^a-z]/g, ''));
}

/** The same one to eight characters again and again. */
function isRepeated(text: string): boolean {
  return /^(.{1,8}?)\1+$/su.test(text);
}

/** Nearly nothing left without the words of the context and walks over the keyboard. */
function isAllKnown(text: string, context: readonly string[]): boolean {
  const words = ['samenoud', ...context]
    .flatMap((entry) => bare(entry).split(/[^a-z0-9]+/))
    .filter((word) => word.length >= SHORTEST_CONTEXT_WORD)
    .toSorted((a, b) => b.length - a.length);
  const rest = withoutWalks(words.reduce((left, word) => left.replaceAll(word, ''), text)).replace(/\s/g, '');
  const weight = [...rest].reduce((sum, character) => sum + (/\p{L}/u.test(character) ? 1 : 0.5), 0);
  return weight < LEAST_OF_ONES_OWN;
}

function withoutWalks(text: string): string {
  let rest = '';
  for (let start = 0; start < text.length;) {
    const length = longestWalk(text, start);
    if (length < SHORTEST_WALK) rest += text.charAt(start);
    start += length < SHORTEST_WALK ? 1 : length;
  }
  return rest;
}

function longestWalk(text: string, start: number): number {
  let length = 0;
  while (start + length < text.length && walks.some((walk) => walk.includes(text.slice(start, start + length + 1))))
    length += 1;
  return length;
}
