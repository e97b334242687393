import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Two weights; the letters of other languages stand in a file of their own (`ext`). */
export const FACES = ['regular', 'regular-ext', 'bold', 'bold-ext'] as const;
export type Face = (typeof FACES)[number];
export type Weight = 'regular' | 'bold';

const resolve = createRequire(import.meta.url).resolve;
const files = new Map<Face, Buffer>();

function fileOf(face: Face): string {
  const subset = face.endsWith('-ext') ? 'latin-ext' : 'latin';
  const weight = face.startsWith('bold') ? 700 : 400;
  return resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`,
  );
}

/** Atkinson Hyperlegible Next, read once per process. */
export function fontFile(face: Face): Buffer {
  const file = files.get(face) ?? readFileSync(fileOf(face));
  files.set(face, file);
  return file;
}
