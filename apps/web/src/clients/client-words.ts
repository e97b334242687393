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

/** Dorpsstraat 12a, 9501 AB Stadskanaal; undefined when nothing of it is known. */
export function addressLine({ address }: Pick<Client, 'address'>): string | undefined {
  const house = [address.street, `${address.houseNumber ?? ''}${address.suffix ?? ''}`];
  const parts = [house, [address.postcode, address.city]].map((words) => words.filter(Boolean).join(' '));
  return parts.filter((part) => part !== '').join(', ') || undefined;
}
