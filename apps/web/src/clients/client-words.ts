import { formatDutchDay, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Client } from './client-types.ts';

/** Berg, J.M. van der (mevr.) */
export function nameWithTitle({ name, sex }: Pick<Client, 'name' | 'sex'>): string {
  const title = text(`clients.sex.${sex}`);
  return title === '' ? listName(name) : `${listName(name)} (${title})`;
}

/** 03-04-1941 · 85 jaar */
export const birthDateWithAge = ({ birthDate, age }: Pick<Client, 'birthDate' | 'age'>): string =>
  text('clients.bornWithAge', { day: formatDutchDay(birthDate), n: age });

export function addressLine({ address }: Pick<Client, 'address'>): string | undefined {
  if (address === null) return undefined;
  return `${address.street} ${address.houseNumber}${address.suffix ?? ''}, ${address.postcode} ${address.city}`;
}
