import { text } from '@samenoud/texts';
import { changedFields, type Values, YES } from './form-values.ts';
import type { Client, ClientChange, NewClient } from './client-types.ts';

const NAME = ['initials', 'given', 'prefix', 'family', 'use', 'partnerPrefix', 'partnerFamily'] as const;
const ADDRESS = ['street', 'houseNumber', 'suffix', 'postcode', 'city'] as const;
const LETTER = ['recipient', ...ADDRESS, 'until'] as const;
const MARK_TICKS = ['interpreter', 'largePrint', 'noPost'] as const;
const MARK_CODES = ['language', 'hearing', 'seeing'] as const;
const MARK_TEXTS = [
  'aid',
  'preferredChannel',
  'preferredMoment',
  'gettingIn',
  'atTheDoor',
  'noPostReason',
  'doNotInviteOn',
  'doNotInviteReason',
] as const;
const OWN = ['sex', 'birthDate', 'bsn', 'hisNumber', 'phone', 'livesAtHome', 'status', 'statusOn', 'gpId'] as const;

/** Named as in the API: field `name.family` is at the pointer `/name/family` of the body. */
export type ClientField =
  | `name.${(typeof NAME)[number]}`
  | `address.${(typeof ADDRESS)[number]}`
  | `marks.${(typeof MARK_TICKS | typeof MARK_CODES | typeof MARK_TEXTS)[number]}`
  | `marks.letterAddress.${(typeof LETTER)[number]}`
  | (typeof OWN)[number];
export type ClientValues = Values<ClientField>;

const LETTER_PREFIX = 'marks.letterAddress.';
const TICKS: readonly string[] = ['livesAtHome', ...MARK_TICKS.map((mark) => `marks.${mark}`)];
/** Never null on the wire: an empty one is left out. */
const NEVER_EMPTY: readonly string[] = ['name.use', 'status', ...MARK_CODES.map((mark) => `marks.${mark}`)];

const prefixed = (prefix: string, names: readonly string[], source: object | null | undefined) =>
  names.map((name) => {
    const value: unknown =
      source === null || source === undefined ? undefined : Object.entries(source).find(([key]) => key === name)?.[1];
    return [`${prefix}${name}`, value === true ? YES : typeof value === 'string' ? value : ''] as const;
  });

/** The form as it is for someone who is known; the BSN stays out, since only its last digits are. */
export function valuesOf(client: Client): ClientValues {
  return Object.fromEntries([
    ...prefixed('name.', NAME, client.name),
    ...prefixed('address.', ADDRESS, client.address),
    ...prefixed('marks.', [...MARK_TICKS, ...MARK_CODES, ...MARK_TEXTS], client.marks),
    ...prefixed(LETTER_PREFIX, LETTER, client.marks.letterAddress),
    ...prefixed('', OWN, { ...client, bsn: '' }),
  ]) as ClientValues;
}

/** The form for someone new: at home, own name, Dutch. */
export function emptyValues(): ClientValues {
  const fields = [
    ...NAME.map((name) => `name.${name}`),
    ...ADDRESS.map((name) => `address.${name}`),
    ...[...MARK_TICKS, ...MARK_CODES, ...MARK_TEXTS].map((name) => `marks.${name}`),
    ...LETTER.map((name) => `${LETTER_PREFIX}${name}`),
    ...OWN,
  ];
  const blank = Object.fromEntries(fields.map((field) => [field, ''])) as ClientValues;
  return {
    ...blank,
    'name.use': 'OWN',
    status: 'ACTIVE',
    livesAtHome: YES,
    'marks.language': 'nl',
    'marks.hearing': 'NORMAL',
    'marks.seeing': 'NORMAL',
  };
}

function onTheWire(field: string, value: string): string | boolean | null | undefined {
  if (TICKS.includes(field)) return value === YES;
  const trimmed = value.trim();
  if (trimmed === '') return NEVER_EMPTY.includes(field) ? undefined : null;
  return trimmed;
}

/** Letters go elsewhere only as a whole: the address is sent entire, or null when nothing of it stands in the form. */
function letterAddress(values: ClientValues): Record<string, unknown> | null {
  const parts = LETTER.map((name) => [name, values[`${LETTER_PREFIX}${name}`].trim()] as const);
  if (parts.every(([, value]) => value === '')) return null;
  return Object.fromEntries(parts.map(([name, value]) => [name, value === '' && name !== 'recipient' ? null : value]));
}

function body(values: ClientValues, fields: readonly ClientField[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = {};
  for (const field of fields.filter((one) => !one.startsWith(LETTER_PREFIX))) {
    const value = onTheWire(field, values[field]);
    const [group, name] = field.split('.');
    if (value === undefined || group === undefined) continue;
    if (name === undefined) result[field] = value;
    else groups[group] = { ...groups[group], [name]: value };
  }
  if (fields.some((field) => field.startsWith(LETTER_PREFIX))) {
    groups['marks'] = { ...groups['marks'], letterAddress: letterAddress(values) };
  }
  return { ...result, ...groups };
}

export function newClientBody(values: ClientValues): NewClient {
  return body(values, Object.keys(values) as ClientField[]) as NewClient;
}

/** Only what was changed, so that nothing else can be overwritten; undefined when that is nothing. */
export function changeBody(before: ClientValues, after: ClientValues): ClientChange | undefined {
  const fields = changedFields(before, after);
  return fields.length === 0 ? undefined : body(after, fields);
}

/** What has to be there before the form can be sent. */
export function missingFields(values: ClientValues): Record<string, string> {
  const missing: Record<string, string> = {};
  if (values['name.family'].trim() === '') missing['name.family'] = text('clients.form.required.family');
  if (values.birthDate === '') missing['birthDate'] = text('clients.form.required.birthDate');
  if (values.sex === '') missing['sex'] = text('clients.form.required.sex');
  const letter = letterAddress(values);
  if (letter !== null && letter['recipient'] === '') {
    missing[`${LETTER_PREFIX}recipient`] = text('clients.form.required.recipient');
  }
  return missing;
}
