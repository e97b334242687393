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

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mostOverdue({ daysOverdue }: PriorityFacts): number {
  return daysOverdue ?? -Number.MAX_SAFE_INTEGER;
}

/** Sort PRIORITY of the domain reference: overdue first, rank, most days overdue, name, birth date, id. */
export function comparePriority(a: PriorityFacts, b: PriorityFacts): number {
  return (
    Number(mostOverdue(b) > 0) - Number(mostOverdue(a) > 0) ||
    priorityRank(a) - priorityRank(b) ||
    mostOverdue(b) - mostOverdue(a) ||
    compareTexts(a.sortName, b.sortName) ||
    compareTexts(a.birthDate, b.birthDate) ||
    compareTexts(a.id, b.id)
  );
}
