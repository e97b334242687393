import { LETTERHEAD_LIMITS, normalisePhone, normalisePostcode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Letterhead, LetterheadBody } from './letterhead-queries.ts';

/** As the API points at them; the ids of the inputs. */
export const TEXT_FIELDS = [
  'name', 'street', 'postcode', 'city', 'phone', 'openingHours', 'senderName', 'senderRole', 'emergencyText',
] as const; // prettier-ignore
export const LETTERHEAD_FIELDS = [...TEXT_FIELDS, 'letterOrder'] as const;
export type LetterheadField = (typeof LETTERHEAD_FIELDS)[number];
/** Text as typed. */
export type LetterheadValues = Readonly<Record<LetterheadField, string>>;

export function valuesOf(letterhead: Letterhead): LetterheadValues {
  const texts = TEXT_FIELDS.map((field) => [field, letterhead[field] ?? '']);
  return { ...Object.fromEntries(texts), letterOrder: letterhead.letterOrder } as LetterheadValues;
}

export const differs = (field: LetterheadField, one: LetterheadValues, other: LetterheadValues): boolean =>
  one[field].trim() !== other[field].trim();

/** The whole letterhead as it is sent; what is empty is emptied. */
export function bodyOf(values: LetterheadValues): LetterheadBody {
  const texts = TEXT_FIELDS.map((field) => [field, values[field].trim() || null]);
  return { ...Object.fromEntries(texts), letterOrder: values.letterOrder === 'POSTCODE' ? 'POSTCODE' : 'NAME' };
}

/** What must be mended before it can be saved, by field; an empty field may wait. */
export function letterheadProblems(values: LetterheadValues): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [field, max] of Object.entries(LETTERHEAD_LIMITS) as [keyof typeof LETTERHEAD_LIMITS, number][])
    if ([...values[field].trim()].length > max) found[field] = text('errors.TOO_LONG', { max });
  const { postcode, phone } = values;
  if (postcode.trim() !== '' && normalisePostcode(postcode) === undefined)
    found['postcode'] = text('errors.INVALID_POSTCODE');
  if (phone.trim() !== '' && normalisePhone(phone) === undefined) found['phone'] = text('errors.INVALID_PHONE');
  return found;
}
