import type { Face, Weight } from './typeface.ts';

/** A piece of text in one font file. */
export interface GlyphRun {
  readonly isExtended: boolean;
  readonly text: string;
}

/** Which characters the two files of a weight can draw. */
export interface Coverage {
  readonly main: (codePoint: number) => boolean;
  readonly extended: (codePoint: number) => boolean;
}

/** Letters that no accent takes apart and that the typeface lacks. */
const STAND_INS: Readonly<Record<string, string>> = {
  'ʼ': '’', 'ʻ': '‘', '‐': '-', '‑': '-', '―': '–', ə: 'e', Ə: 'E', ƒ: 'f', ı: 'i', İ: 'I', Ĳ: 'IJ', ĳ: 'ij', đ: 'd', Đ: 'D',
  ħ: 'h', Ħ: 'H', ł: 'l', Ł: 'L', ŉ: "'n", ŋ: 'ng', Ŋ: 'Ng', ŧ: 't', Ŧ: 'T', ẞ: 'SS', '✓': '+', '→': '-', '№': 'nr.',
}; // prettier-ignore

/**
 * Text as runs of the font files that can draw it; what they cannot draw becomes the same letter built from its base and
 * accents, else the letter with fewer accents, and only a letter of another script becomes a question mark. Never a
 * missing box.
 */
export function glyphRuns(text: string, coverage: Coverage): readonly GlyphRun[] {
  const runs: { isExtended: boolean; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    for (const piece of drawable(character, coverage)) {
      const last = runs.at(-1);
      if (last !== undefined && last.isExtended === piece.isExtended) last.text += piece.text;
      else runs.push({ ...piece });
    }
  }
  return runs;
}

function drawable(character: string, coverage: Coverage): readonly GlyphRun[] {
  if (/\s/u.test(character)) return [{ isExtended: false, text: ' ' }];
  if (/[\p{C}\p{Variation_Selector}]/u.test(character)) return [];
  const whole = inOneFile(character, coverage) ?? inOneFile(built(character, coverage), coverage);
  if (whole !== undefined) return [whole];
  const standIn = STAND_INS[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (standIn !== character) return [...standIn].flatMap((letter) => drawable(letter, coverage));
  return /[\p{L}\p{N}]/u.test(character) ? [{ isExtended: false, text: '?' }] : [];
}

function inOneFile(text: string | undefined, { main, extended }: Coverage): GlyphRun | undefined {
  if (text === undefined) return undefined;
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  if (points.every(main)) return { isExtended: false, text };
  return points.every(extended) ? { isExtended: true, text } : undefined;
}

/**
 * The largest part with a glyph of its own and the other accents loose (ễ as ê and a tilde), or else without the accents
 * that are in neither file (ứ as ư).
 */
function built(character: string, coverage: Coverage): string | undefined {
  const [base = '', ...accents] = character.normalize('NFD');
  const counts = accents.map((_, index) => accents.length - 1 - index);
  const parts = counts.map((count) => ({
    head: [base, ...accents.slice(0, count)].join('').normalize('NFC'),
    loose: accents.slice(count).join(''),
  }));
  const tries = [...parts.map(({ head, loose }) => head + loose), ...parts.map(({ head }) => head)];
  return tries.find((text) => inOneFile(text, coverage) !== undefined);
}

/** The font file of a run. */
export const faceOf = (weight: Weight, { isExtended }: GlyphRun): Face => (isExtended ? `${weight}-ext` : weight);
