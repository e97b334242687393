import type { ImportChange, ImportedKey, ImportedPerson } from '@samenoud/domain';
import type { ClientChange, NewClient } from '../clients/bulk-write-clients.service.ts';

type Values = { readonly [Key in ImportedKey]?: string | null };

const NAME = {
  initials: 'initials', given: 'given', prefix: 'prefix', family: 'family', partnerPrefix: 'partnerPrefix',
  partnerFamily: 'partnerFamily', nameUse: 'use',
} as const satisfies Partial<Record<ImportedKey, string>>; // prettier-ignore
const ADDRESS = {
  street: 'street', houseNumber: 'houseNumber', suffix: 'suffix', postcode: 'postcode', city: 'city',
} as const satisfies Partial<Record<ImportedKey, string>>; // prettier-ignore
const OWN = ['bsn', 'hisNumber', 'phone', 'gpId', 'sex', 'birthDate'] as const satisfies readonly ImportedKey[];

/** A new client as a row says she is. */
export function newClient(person: ImportedPerson): NewClient {
  return bodyOf(person) as NewClient;
}

/** Only what the review showed as changing. */
export function clientChange(changes: readonly ImportChange[]): ClientChange['change'] {
  return bodyOf(Object.fromEntries(changes.map(({ key, to }) => [key, to])));
}

function bodyOf(values: Values): ClientChange['change'] {
  const name = renamed(values, NAME);
  const address = renamed(values, ADDRESS);
  const own = Object.fromEntries(OWN.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));
  return {
    ...own,
    ...(Object.keys(name).length > 0 && { name }),
    ...(Object.keys(address).length > 0 && { address }),
  };
}

function renamed(values: Values, names: Partial<Record<ImportedKey, string>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => {
      const value = values[key as ImportedKey];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
