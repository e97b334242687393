/** What a column of a HIS export can hold. ADDRESS: street, number and suffix in one. MOBILE counts where PHONE is empty. */
export const IMPORT_FIELDS = [
  'FAMILY',
  'PREFIX',
  'INITIALS',
  'GIVEN',
  'PARTNER_FAMILY',
  'PARTNER_PREFIX',
  'NAME_USE',
  'SEX',
  'BIRTH_DATE',
  'BSN',
  'HIS_NUMBER',
  'STREET',
  'HOUSE_NUMBER',
  'SUFFIX',
  'ADDRESS',
  'POSTCODE',
  'CITY',
  'PHONE',
  'MOBILE',
  'GP',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Without these columns no row can be taken over. Source: domain reference 13.1. */
export const REQUIRED_IMPORT_FIELDS = ['FAMILY', 'SEX', 'BIRTH_DATE'] as const satisfies readonly ImportField[];

export const IMPORT_STATUSES = ['CREATE', 'UPDATE', 'UNCHANGED', 'ERROR', 'DUPLICATE', 'MISSING'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const IMPORT_ERRORS = [
  'FAMILY_MISSING',
  'SEX_MISSING',
  'SEX_UNKNOWN',
  'BIRTH_DATE_MISSING',
  'BIRTH_DATE_INCOMPLETE',
  'BIRTH_DATE_SHORT_YEAR',
  'BIRTH_DATE_IMPOSSIBLE',
  'BIRTH_DATE_IN_FUTURE',
  'BIRTH_DATE_BEFORE_1900',
  'BSN_INVALID',
  'POSTCODE_INVALID',
  'PHONE_INVALID',
  'NUMBERS_OF_TWO_CLIENTS',
  'TOO_LONG',
  'UNREADABLE',
  'TOO_MANY_CELLS',
  'BROKEN_LINE',
] as const;
export type ImportErrorCode = (typeof IMPORT_ERRORS)[number];

/** One thing wrong with a row; `value` is what stands in the cell. */
export interface ImportError {
  readonly field: ImportField | null;
  readonly code: ImportErrorCode;
  readonly value: string | null;
}

/** Faults with which a person may take the row all the same, without the value at fault. */
const DISPENSABLE: Partial<Record<ImportErrorCode, ImportField>> = {
  BSN_INVALID: 'BSN',
  POSTCODE_INVALID: 'POSTCODE',
  PHONE_INVALID: 'PHONE',
};

/** Whether only BSN, postcode or phone are at fault. Source: domain reference 13.1. */
export function isDispensable(errors: readonly ImportError[]): boolean {
  return errors.length > 0 && errors.every(({ code }) => DISPENSABLE[code] !== undefined);
}

/** What deserves a look, but stops nothing. */
export const IMPORT_NOTICES = ['GP_UNKNOWN', 'NOT_ACTIVE', 'RESTRICTED', 'BSN_CHANGES', 'PERSON_CHANGES'] as const;
export type ImportNotice = (typeof IMPORT_NOTICES)[number];

/** What a person may decide about a row; the first option of a row is what happens when nobody decides. */
export const IMPORT_DECISIONS = [
  'CREATE',
  'UPDATE',
  'SKIP',
  'IMPORT_WITHOUT',
  'KEEP',
  'MOVED',
  'DEREGISTERED',
] as const;
export type ImportDecision = (typeof IMPORT_DECISIONS)[number];

/** What a row does to the register when the import is committed. */
export const IMPORT_OUTCOMES = ['CREATE', 'UPDATE', 'STATUS', 'NOTHING'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
