/** What stands above and below the letters of a practice. */
export type LetterheadFacts = {
  readonly name: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly senderName: string | null;
  readonly senderRole: string | null;
};

/** Without these no letter is made. */
export const LETTERHEAD_REQUIRED = [
  'name',
  'street',
  'postcode',
  'city',
  'phone',
  'senderName',
  'senderRole',
] as const satisfies readonly (keyof LetterheadFacts)[];
export type LetterheadRequired = (typeof LETTERHEAD_REQUIRED)[number];

/** Most characters per field; what is longer does not fit on a letter. */
export const LETTERHEAD_LIMITS = {
  name: 100,
  street: 80,
  city: 60,
  openingHours: 120,
  senderName: 100,
  senderRole: 80,
  emergencyText: 200,
} as const;

/** The largest logo: bytes of the file, and pixels each way. */
export const LOGO_LIMITS = { bytes: 1024 * 1024, pixels: 2000 } as const;

/**
 * Which parts are still missing before a letter can be made: name, address, phone and sender; blanks count as nothing.
 * Source: domain reference 7.
 */
export function letterheadGaps(letterhead: Partial<LetterheadFacts>): readonly LetterheadRequired[] {
  return LETTERHEAD_REQUIRED.filter((field) => (letterhead[field] ?? '').trim() === '');
}
