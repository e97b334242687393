import { formatPhone, listName, type PersonName } from '@samenoud/domain';
import type { MergePerson } from './merge.dto.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: PersonName;
  readonly birthDate: string;
  readonly sex: string;
  readonly hisNumber: string | null;
  readonly hasBsn: boolean;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly door: string | null;
  readonly phone: string | null;
  readonly status: string;
}

/** One client of alias `c` as JSON. */
export const PERSON_JSON = (
  c: string,
): string => `jsonb_build_object('id', ${c}.id, 'birthDate', ${c}.birth_date, 'sex', ${c}.sex,
  'hisNumber', ${c}.his_number, 'hasBsn', ${c}.bsn_bidx IS NOT NULL, 'phone', ${c}.phone, 'status', ${c}.status,
  'street', nullif(concat_ws(' ', ${c}.street, ${c}.house_number, ${c}.house_suffix), ''), 'postcode', ${c}.postcode, 'city', ${c}.city,
  'door', ${c}.postcode || ' ' || ${c}.house_number, 'name', jsonb_build_object('initials', ${c}.initials, 'given', ${c}.given_name,
    'prefix', ${c}.name_prefix, 'family', ${c}.family_name, 'partnerPrefix', ${c}.partner_prefix, 'partnerFamily', ${c}.partner_family_name,
    'use', ${c}.name_use))`;

export function personView(row: PersonRow): MergePerson {
  const { id, name, birthDate, sex, hisNumber, hasBsn, phone, status, street, postcode, city } = row;
  const place = [postcode, city].filter(Boolean).join(' ');
  const address = [street, place].filter(Boolean).join(', ');
  return {
    id, birthDate, sex, hisNumber, hasBsn, status, name: listName(name), address: address === '' ? null : address,
    phone: phone === null ? null : formatPhone(phone),
  }; // prettier-ignore
}
