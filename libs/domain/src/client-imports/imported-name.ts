import type { NameUse } from '../names/person-name.ts';
import type { ImportedPerson } from './read-row.ts';

/** The name in an imported row, as lists show it. */
export function importedName(person: ImportedPerson) {
  return {
    initials: person.initials ?? null,
    given: person.given ?? null,
    prefix: person.prefix ?? null,
    family: person.family ?? '',
    partnerPrefix: person.partnerPrefix ?? null,
    partnerFamily: person.partnerFamily ?? null,
    use: (person.nameUse ?? 'OWN') as NameUse,
  };
}
