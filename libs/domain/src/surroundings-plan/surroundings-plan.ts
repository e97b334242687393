import { compareDays, type Day } from '../calendar/day.ts';

/** Whether a person who is named may be named, and called. */
export const NAMED_PERMISSIONS = ['YES', 'NO', 'NOT_ASKED'] as const;
export type NamedPermission = (typeof NAMED_PERMISSIONS)[number];

/** Characters and counts. Our limits: the print is one page, or two of a plan that is filled to the brim. */
export const SURROUNDINGS_LIMITS = { calls: 5, name: 60, relation: 40, does: 80, text: 300 } as const;

export interface NamedPerson {
  readonly name: string;
  readonly permission: NamedPermission;
  readonly permissionOn: Day | null;
}

export type SurroundingsFault = readonly [field: string, code: 'REQUIRED' | 'IN_FUTURE'];

/** What is wrong with the people of a plan; dotted paths. A yes or no has its day, which is not in the future. */
export function surroundingsFaults(calls: readonly NamedPerson[], today: Day): SurroundingsFault[] {
  return calls.flatMap(({ permission, permissionOn }, index): SurroundingsFault[] => {
    if (permissionOn !== null && compareDays(permissionOn, today) > 0)
      return [[`calls.${index}.permissionOn`, 'IN_FUTURE']];
    return permission === 'NOT_ASKED' || permissionOn !== null ? [] : [[`calls.${index}.permissionOn`, 'REQUIRED']];
  });
}

/** Who may stand on the paper: only who said yes. Source: `domain.md` 11.4, „permission of every person named”. */
export const mayBePrinted = ({ permission }: Pick<NamedPerson, 'permission'>): boolean => permission === 'YES';
