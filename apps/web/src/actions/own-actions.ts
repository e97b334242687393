import { addDays, isActionLate } from '@samenoud/domain';
import type { Action } from './action-queries.ts';

export const ACTION_GROUPS = ['LATE', 'WEEK', 'LATER'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

const WEEK_END = 6;

/** Open actions by when: those whose day passed, today and the six days after, later. Each keeps the order it came in. */
export function byWhen(actions: readonly Action[], today: string): Readonly<Record<ActionGroup, readonly Action[]>> {
  const weekEnd = addDays(today, WEEK_END);
  const late = actions.filter((action) => isActionLate(action, today));
  const rest = actions.filter((action) => !isActionLate(action, today));
  return {
    LATE: late,
    WEEK: rest.filter(({ dueOn }) => dueOn <= weekEnd),
    LATER: rest.filter(({ dueOn }) => dueOn > weekEnd),
  };
}

/** Where an action stands in the record. */
export const placeOfAction = ({ clientId, kind }: Action): string =>
  `/clients/${clientId}/${kind === 'PLAN' ? 'care-plan' : 'contacts'}`;
