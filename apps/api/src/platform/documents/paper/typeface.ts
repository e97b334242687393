import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackFont } from './woff.ts';

/** Files of Atkinson Hyperlegible Next: with these everything is set that they can draw. */
export const OWN_SOURCES = ['atkinson-hyperlegible-next/latin', 'atkinson-hyperlegible-next/latin-ext'] as const;
/** Files of Noto Sans, for letters of names that our typeface lacks (Đ, Ḥ, ứ, Ж). */
export const SPARE_SOURCES = [
  'noto-sans/latin-ext', 'noto-sans/vietnamese', 'noto-sans/latin', 'noto-sans/cyrillic', 'noto-sans/cyrillic-ext',
  'noto-sans/greek', 'noto-sans/greek-ext',
] as const; // prettier-ignore

export type Source = (typeof OWN_SOURCES)[number] | (typeof SPARE_SOURCES)[number];
export type Weight = 'regular' | 'bold';
/** One file: a set of letters in one weight. */
export type Face = `${Weight}/${Source}`;

export const faceOf = (weight: Weight, source: Source): Face => `${weight}/${source}`;
export const mainFace = (weight: Weight): Face => faceOf(weight, OWN_SOURCES[0]);
export const isSpare = (face: Face): boolean => !face.includes('/atkinson');
export const FACES: readonly Face[] = [...OWN_SOURCES, ...SPARE_SOURCES].flatMap((source) => [
  faceOf('regular', source),
  faceOf('bold', source),
]);

const resolve = createRequire(import.meta.url).resolve;
const files = new Map<Face, Buffer>();

function fileOf(face: Face): string {
  const [weight, family, subset] = face.split('/');
  return resolve(`@fontsource/${family}/files/${family}-${subset}-${weight === 'bold' ? 700 : 400}-normal.woff`);
}

/** A font, read and unpacked once per process. */
export function fontFile(face: Face): Buffer {
  const file = files.get(face) ?? unpackFont(readFileSync(fileOf(face)));
  files.set(face, file);
  return file;
}
