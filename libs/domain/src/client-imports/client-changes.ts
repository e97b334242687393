import { IMPORTED_KEYS, type ImportedKey, type ImportedPerson } from './read-row.ts';
import type { ImportChange, RegisteredClient } from './plan-types.ts';

/**
 * Old and new value of every key that differs; what the row leaves out stays. `bsnKeyOf` gives what stands for a BSN in the
 * register. Source: domain reference 13.1; our rule for what goes with a name or address.
 */
export function clientChanges(
  client: RegisteredClient,
  person: ImportedPerson,
  bsnKeyOf: (bsn: string) => string,
): ImportChange[] {
  const given = IMPORTED_KEYS.flatMap((key): ImportChange[] => {
    const to = person[key];
    if (to === undefined) return [];
    if (key !== 'bsn') return client.person[key] === to ? [] : [{ key, from: client.person[key], to }];
    return client.bsnKey === bsnKeyOf(to) ? [] : [{ key, from: client.bsnKey === null ? null : '', to }];
  });
  return [...given, ...leftBehind(client, person, given)];
}

/** What belongs to a name or address that changes, and is not given anew: "Berg, van der" becomes "Jansen" without "van der". */
function leftBehind(
  { person: stored }: RegisteredClient,
  person: ImportedPerson,
  changes: readonly ImportChange[],
): ImportChange[] {
  return BELONGINGS.flatMap(([key, owners]): ImportChange[] => {
    const from = stored[key];
    const moved = changes.some((change) => owners.some((owner) => owner === change.key) && change.from !== null);
    return moved && from !== null && person[key] === undefined ? [{ key, from, to: null }] : [];
  });
}

const BELONGINGS = [
  ['prefix', ['family']],
  ['partnerPrefix', ['partnerFamily']],
  ['suffix', ['street', 'houseNumber', 'postcode']],
] as const satisfies readonly (readonly [ImportedKey, readonly ImportedKey[]])[];
