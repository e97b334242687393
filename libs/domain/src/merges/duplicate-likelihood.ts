import { normaliseForSearch } from '../names/normalise.ts';
import type { PersonName } from '../names/person-name.ts';

/** How sure it is that two records are one person. TWINS: as likely two people who were born together. */
export const DUPLICATE_LIKELIHOODS = ['LIKELY', 'POSSIBLE', 'TWINS'] as const;
export type DuplicateLikelihood = (typeof DUPLICATE_LIKELIHOODS)[number];

export interface ComparedPerson {
  readonly name: PersonName;
  readonly birthDate: string;
  readonly sex: string;
  readonly hasBsn: boolean;
  readonly phone: string | null;
  /** Postcode and house number, where both are known. */
  readonly door: string | null;
}

/**
 * Whether two records may be of one person, for a list that people look through; never a decision.
 * Never: another birth date, two different known sexes, or a BSN on both sides, since a BSN is in one record only.
 * LIKELY takes the same surname and the same first name; other first names or initials under one surname may be twins.
 * A changed surname counts when first name or initials, and phone or door, are the same.
 * Source: domain.md 3, doubles; trust.md 9 (twins, changed surname).
 */
export function duplicateLikelihood(a: ComparedPerson, b: ComparedPerson): DuplicateLikelihood | null {
  if (a.birthDate !== b.birthDate || (a.hasBsn && b.hasBsn) || differ(known(a.sex), known(b.sex))) return null;
  const first = compareFirst(a.name, b.name);
  if (!sharesSurname(a.name, b.name)) return first === 'SAME' && sharesPlace(a, b) ? 'POSSIBLE' : null;
  if (first === 'OTHER') return 'TWINS';
  return first === 'SAME' ? 'LIKELY' : 'POSSIBLE';
}

const known = (sex: string): string => (sex === 'UNKNOWN' ? '' : sex);
const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
const plain = (text: string | null | undefined): string => normaliseForSearch(text ?? '').replaceAll(' ', '');

/** SAME by first name, or by more than one initial where a first name is missing; one letter alone is too little. */
function compareFirst(a: PersonName, b: PersonName): 'SAME' | 'OTHER' | 'UNKNOWN' {
  const [given, otherGiven] = [plain(a.given), plain(b.given)];
  if (given !== '' && otherGiven !== '') return given === otherGiven ? 'SAME' : 'OTHER';
  const [initials, otherInitials] = [plain(a.initials), plain(b.initials)];
  if (initials === '' || otherInitials === '') return 'UNKNOWN';
  if (initials.charAt(0) !== otherInitials.charAt(0)) return 'OTHER';
  return initials === otherInitials && initials.length > 1 ? 'SAME' : 'UNKNOWN';
}

function surnames({ family, partnerFamily }: PersonName): readonly string[] {
  return [plain(family), plain(partnerFamily)].filter((name) => name !== '');
}

const sharesSurname = (a: PersonName, b: PersonName): boolean => surnames(a).some((name) => surnames(b).includes(name));

const sharesPlace = (a: ComparedPerson, b: ComparedPerson): boolean =>
  (a.phone !== null && a.phone === b.phone) || (a.door !== null && a.door === b.door);

/**
 * Why two records cannot be made one, or null. The record that stays keeps its BSN, which is sealed to it: so two BSNs are
 * two people (or one is wrong, and is mended first), and the only BSN must be on the record that stays.
 */
export function mergeRefusal(stays: { hasBsn: boolean }, goes: { hasBsn: boolean }): 'TWO_BSN' | 'BSN_ON_OTHER' | null {
  if (!goes.hasBsn) return null;
  return stays.hasBsn ? 'TWO_BSN' : 'BSN_ON_OTHER';
}

export const MERGE_REASON_LIMITS = { min: 5, max: 500 } as const;
