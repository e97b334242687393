/** Points per millimetre: a PDF counts in points of 1/72 inch. */
export const MM = 72 / 25.4;

export const A4 = { width: 210 * MM, height: 297 * MM } as const;

export const COLOURS = {
  text: '#1c2429',
  quiet: '#56626b',
  accent: '#0b5c6b',
  onAccent: '#ffffff',
  line: '#75828a',
  /** For a paper that is to look another than one in the accent. */
  second: '#6d1f55',
} as const;

/** Everything a client reads is at least 16 pt; 20 pt for who reads badly. Source: domain reference 13.7 and 15. */
export interface TypeSize {
  readonly body: number;
  readonly heading: number;
  readonly title: number;
}
export const ORDINARY: TypeSize = { body: 16, heading: 18, title: 20 };
export const LARGE: TypeSize = { body: 20, heading: 22, title: 24 };

/** For who works with the paper; no client reads it. */
export const WORKING: TypeSize = { body: 10.5, heading: 12, title: 16 };

/** For those who handle the paper, not for who reads it. */
export const FINE_PRINT = 9;
