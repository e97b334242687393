import {
  compareKeys,
  type Day,
  type FoundGap,
  mostDaysOverdue,
  priorityKey,
  priorityRank,
  type Profile,
  type ProposedProfile,
} from '@samenoud/domain';
import type { Due } from '../care-facts/care-facts.service.ts';
import type { ClientSort } from './client-codes.ts';
import type { SortValue } from './list-cursor.ts';

/** A client that was found, with what lists are sorted on. */
export interface FoundClient {
  readonly id: string;
  readonly sortName: string;
  readonly birthDate: Day;
  readonly assigned: Profile | null;
  readonly proposed: ProposedProfile | null;
}

export interface Judgements {
  readonly due?: ReadonlyMap<string, Due>;
  readonly gaps?: ReadonlyMap<string, readonly FoundGap[]>;
}

/** After every day there is. */
const NEVER = '9999-99-99';

/** What a list is sorted on, as the same order in SQL does. */
function keyOf(sort: ClientSort, client: FoundClient, due: Due | undefined): readonly SortValue[] {
  const byName = [client.sortName, client.birthDate, client.id];
  switch (sort) {
    case 'PRIORITY':
      return priorityKey({ ...client, daysOverdue: mostDaysOverdue(due?.reasons ?? []) });
    case 'NEXT_CONTACT':
      return [due?.nextContactOn ?? NEVER, ...byName];
    case 'PROFILE':
      return [priorityRank({ assigned: client.assigned, proposed: null }), ...byName];
    case 'AGE':
      return [client.birthDate, client.sortName, client.id];
    case 'NAME':
      return byName;
  }
}

const hasGaps = (wanted: readonly string[], found: readonly FoundGap[] = []): boolean =>
  wanted.every((code) => found.some((gap) => gap.code === code));

/** Any of the reasons; NONE: nothing is due. */
function hasDue(wanted: readonly string[], { reasons = [] }: Partial<Due> = {}): boolean {
  return wanted.some((code) => (code === 'NONE' ? reasons.length === 0 : reasons.some((one) => one.code === code)));
}

interface Wanted {
  readonly gap?: readonly string[];
  readonly due?: readonly string[];
}

/** Who has all of these gaps and any of these reasons, in order, each with her place in it. */
export function judgedOrder(
  clients: readonly FoundClient[],
  { due, gaps }: Judgements,
  wanted: Wanted,
  sort: ClientSort,
): readonly { readonly id: string; readonly key: readonly SortValue[] }[] {
  return clients
    .filter(({ id }) => wanted.gap === undefined || hasGaps(wanted.gap, gaps?.get(id)))
    .filter(({ id }) => wanted.due === undefined || hasDue(wanted.due, due?.get(id)))
    .map((client) => ({ id: client.id, key: keyOf(sort, client, due?.get(client.id)) }))
    .toSorted((a, b) => compareKeys(a.key, b.key));
}
