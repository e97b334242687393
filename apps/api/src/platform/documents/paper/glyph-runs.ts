import { OWN_SOURCES, type Source, SPARE_SOURCES } from './typeface.ts';

/** A piece of text in one font file. */
export interface GlyphRun {
  readonly source: Source;
  readonly text: string;
}

/** Whether a font file can draw a character. */
export type Coverage = (source: Source, codePoint: number) => boolean;

const MAIN = OWN_SOURCES[0];

/** Signs that no accent takes apart and that no file has. */
const STAND_INS: Readonly<Record<string, string>> = { '‐': '-', '‑': '-', '―': '–', '✓': '+', '→': '-' };

/**
 * Text as runs of the font files that can draw it: our typeface, then the spare one. What neither has is built from a letter
 * and loose accents, else it loses accents; only a letter of another script becomes a question mark, and signs are dropped.
 * Never a missing box.
 */
export function glyphRuns(text: string, coverage: Coverage): readonly GlyphRun[] {
  const runs: { source: Source; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    for (const piece of drawable(character, coverage)) {
      const last = runs.at(-1);
      if (last !== undefined && last.source === piece.source) last.text += piece.text;
      else runs.push({ ...piece });
    }
  }
  return runs;
}

function drawable(character: string, coverage: Coverage): readonly GlyphRun[] {
  if (/\s/u.test(character)) return [{ source: MAIN, text: ' ' }];
  if (/[\p{C}\p{Variation_Selector}]/u.test(character)) return [];
  for (const waysOf of [asItIs, built, withFewerAccents]) {
    const ways = waysOf(character);
    const run = inOneFile(ways, OWN_SOURCES, coverage) ?? inOneFile(ways, SPARE_SOURCES, coverage);
    if (run !== undefined) return [run];
  }
  const standIn = STAND_INS[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (standIn !== character) return [...standIn].flatMap((letter) => drawable(letter, coverage));
  return /[\p{L}\p{N}]/u.test(character) ? [{ source: MAIN, text: '?' }] : [];
}

/** The first way of writing for which one of the files has every part. */
function inOneFile(ways: readonly string[], sources: readonly Source[], coverage: Coverage): GlyphRun | undefined {
  for (const text of ways) {
    const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
    const source = sources.find((one) => points.every((point) => coverage(one, point)));
    if (source !== undefined) return { source, text };
  }
  return undefined;
}

const asItIs = (character: string): readonly string[] => [character];

/** A letter as a part with accents of its own and the other accents loose, the fewest loose ones first: ễ as ê and a tilde. */
const built = (character: string): readonly string[] => partsOf(character).map(({ head, loose }) => head + loose);

/** The same letter without its last accents: ứ as ư, then u. */
const withFewerAccents = (character: string): readonly string[] => partsOf(character).map(({ head }) => head);

function partsOf(character: string): readonly { head: string; loose: string }[] {
  const [base = '', ...accents] = character.normalize('NFD');
  return accents.map((_, index) => {
    const kept = accents.length - 1 - index;
    return { head: [base, ...accents.slice(0, kept)].join('').normalize('NFC'), loose: accents.slice(kept).join('') };
  });
}
