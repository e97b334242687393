import { type Day, fullName, type PersonName, salutationName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { unbroken } from '../platform/documents/paper/unbroken.ts';

interface Address {
  readonly street?: string | null;
  readonly houseNumber?: string | null;
  readonly suffix?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
}

export interface LetterAddress extends Address {
  readonly recipient: string;
  /** The last day on which letters go here. */
  readonly until?: Day | null;
}

export type Sex = 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';

/** Who gets the letter and where that may be. */
export interface Addressee {
  readonly name: PersonName;
  readonly sex: Sex;
  readonly home: Address;
  readonly letterAddress: LetterAddress | null;
}

export interface Destination {
  /** As it stands on the envelope, one line each. */
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly isCareOf: boolean;
}

/** Mevrouw J.M. van der Berg */
export const personOf = ({ name, sex }: Pick<Addressee, 'name' | 'sex'>): string =>
  text(`letters.person.${sex}`, { name: fullName(name) });

/** Geachte mevrouw Van der Berg, */
export const salutationOf = ({ name, sex }: Pick<Addressee, 'name' | 'sex'>): string =>
  text(`letters.salutation.${sex}`, { name: salutationName(name) });

/**
 * Where the letter goes on this day: the other letter address while it holds, else home; undefined where neither is
 * enough to put on an envelope.
 */
export function destinationOf(addressee: Addressee, today: Day): Destination | undefined {
  const { letterAddress, home } = addressee;
  const person = personOf(addressee);
  const holds = letterAddress !== null && (letterAddress.until ?? today) >= today && isComplete(letterAddress);
  if (holds)
    return destination([person, text('letters.careOf', { recipient: letterAddress.recipient })], letterAddress, true);
  return isComplete(home) ? destination([person], home, false) : undefined;
}

const isComplete = ({ street, houseNumber, postcode, city }: Address): boolean =>
  Boolean(street && postcode && city) && (Boolean(houseNumber) || /\d/.test(street ?? ''));

function destination(people: readonly string[], address: Address, isCareOf: boolean): Destination {
  const postcode = address.postcode ?? '';
  const city = (address.city ?? '').toLocaleUpperCase('nl-NL');
  const last = text('letters.postcodeLine', { postcode: unbroken(postcode), city });
  return { lines: [...people, streetLine(address), last], postcode, isCareOf };
}

/** Dorpsstraat 12a; a longer addition stands apart: 12 bis. */
function streetLine({ street, houseNumber, suffix }: Address): string {
  const addition = suffix ? (/^[a-z]$/i.test(suffix) ? suffix : ` ${suffix}`) : '';
  return [street, houseNumber].filter(Boolean).join(' ') + addition;
}
