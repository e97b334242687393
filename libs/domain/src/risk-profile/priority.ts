import type { Day } from '../calendar/day.ts';
import type { Profile, ProposedProfile } from './profile.ts';

const RANKS = { COMPLEX: 0, UNDETERMINED: 1, FRAIL: 2, NONE: 3, ROBUST: 4 } as const;

export type PriorityFacts = {
  readonly assigned: Profile | null;
  readonly proposed: ProposedProfile | null;
  /** From `sortKey`. */
  readonly sortName: string;
  readonly birthDate: Day;
  readonly id: string;
  /** Most days overdue of all due reasons; above 0 is overdue, null or absent without any reason. */
  readonly daysOverdue?: number | null | undefined;
};

/** 0 comes first: COMPLEX, UNDETERMINED, FRAIL, none, ROBUST; by the assignment, without one by the proposal. */
export function priorityRank(client: Pick<PriorityFacts, 'assigned' | 'proposed'>): number {
  return RANKS[client.assigned ?? client.proposed ?? 'NONE'];
}

/** What PRIORITY sorts on, the first difference deciding; texts compare by code unit. Also where a page of such a list ended. */
export function priorityKey(client: PriorityFacts): readonly (number | string)[] {
  // without a reason after everybody with one
  const days = client.daysOverdue ?? -Number.MAX_SAFE_INTEGER;
  return [days > 0 ? 0 : 1, priorityRank(client), -days, client.sortName, client.birthDate, client.id];
}

/** Compares two keys of one list. */
export function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other !== undefined && one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Sort PRIORITY of the domain reference: overdue first, rank, most days overdue, name, birth date, id. */
export const comparePriority = (a: PriorityFacts, b: PriorityFacts): number =>
  compareKeys(priorityKey(a), priorityKey(b));
