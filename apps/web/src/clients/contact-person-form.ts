import { changedFields, type Values, YES } from './form-values.ts';
import type { ContactPerson, ContactPersonChange, NewContactPerson } from './client-types.ts';

export const CONTACT_FIELDS = [
  'name', 'relation', 'phone', 'secondPhone', 'roleCode', 'isFirstContact', 'representativeKind', 'documentSeenOn', 'validUntil',
] as const; // prettier-ignore
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ContactValues = Values<ContactField>;

export const ROLE_CODES = ['01', '02', '03', '14', '15', '19', '20', '24', '100001'] as const;
export const REPRESENTATIVE_KINDS = ['CURATOR', 'MENTOR', 'ADMINISTRATOR', 'AUTHORISED', 'PARTNER', 'FAMILY'] as const;

export function contactValues(person: ContactPerson | undefined): ContactValues {
  const valueOf = (field: ContactField): string => {
    const value = person?.[field];
    return value === true ? YES : typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(CONTACT_FIELDS.map((field) => [field, valueOf(field)])) as ContactValues;
}

const onTheWire = (field: ContactField, value: string): string | boolean | null =>
  field === 'isFirstContact' ? value === YES : value.trim() || null;

const body = (values: ContactValues, fields: readonly ContactField[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, onTheWire(field, values[field])]));

/** Only what was changed; undefined when that is nothing. */
export function contactChange(before: ContactValues, after: ContactValues): ContactPersonChange | undefined {
  const fields = changedFields(before, after);
  return fields.length === 0 ? undefined : body(after, fields);
}

export const newContactBody = (values: ContactValues): NewContactPerson =>
  body(values, CONTACT_FIELDS) as NewContactPerson;
