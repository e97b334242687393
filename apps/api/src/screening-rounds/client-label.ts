import type { Day, PersonName } from '@samenoud/domain';

export interface NamedClient {
  readonly id: string;
  readonly birthDate: Day;
  readonly name: PersonName;
}

/** The name of the client `alias` as one column `name`, as the domain knows names. */
export function nameParts(alias: string): string {
  return `jsonb_build_object('initials', ${alias}.initials, 'given', ${alias}.given_name, 'prefix', ${alias}.name_prefix,
    'family', ${alias}.family_name, 'partnerPrefix', ${alias}.partner_prefix, 'partnerFamily', ${alias}.partner_family_name,
    'use', ${alias}.name_use) AS name`;
}
