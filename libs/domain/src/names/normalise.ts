/** Letters that Unicode does not take apart into a base letter and an accent. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
]);

const APOSTROPHES = /['’‘ʼ`´]/g;

/** Small letters without accents; the ligature ĳ becomes i-j. The same for composed and decomposed input. */
function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => FOLDED.get(letter) ?? letter);
}

function wordsOnly(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Every kind of apostrophe as the straight one. */
export function straightApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "'");
}

/**
 * Text as search and sorting compare it: small letters, no accents, apostrophes dropped, other punctuation a blank.
 * "’t Hóóft-d'Ancona" becomes "t hooft dancona".
 */
export function normaliseForSearch(text: string): string {
  // Apostrophes go before folding: compatibility decomposition turns ´ into a blank and an accent.
  return wordsOnly(foldLetters(text.replace(APOSTROPHES, '')));
}

/** As `normaliseForSearch`, with an apostrophe between words: "O'Brien" becomes "o brien". */
export function normaliseApart(text: string): string {
  return wordsOnly(foldLetters(text.replace(APOSTROPHES, ' ')));
}
