import type { Day } from '../calendar/day.ts';
import type { ConsentCategory } from '../consent/categories.ts';
import type { StaffRole } from '../access/roles.ts';

/** An action of a zorgleefplan, of a meeting, or a task of its own about a client. Source: domain.md 8 and 10. */
export const ACTION_KINDS = ['PLAN', 'MEETING', 'TASK'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Who does it; the client comes first in every list of owners. Source: domain.md 8. */
export const ACTION_OWNER_KINDS = ['CLIENT', 'INFORMAL_CARER', 'USER', 'OTHER'] as const;
export type ActionOwnerKind = (typeof ACTION_OWNER_KINDS)[number];

export const ACTION_STATES = ['OPEN', 'DONE', 'CANCELLED'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Most characters. Ours. */
export const ACTION_LIMITS = { text: 300, ownerName: 100, reason: 500 } as const;

/** Category of what hangs on nothing: a task without parent. Source: domain.md 13.8. */
export const TASK_CATEGORY: ConsentCategory = 1;

/** The steps of docs/state-machines/action.md; OPEN to OPEN is another day or owner. */
const STEPS: Readonly<Record<ActionState, readonly ActionState[]>> = {
  OPEN: ['OPEN', 'DONE', 'CANCELLED'],
  DONE: ['OPEN'],
  CANCELLED: ['OPEN'],
};

/** Whether an action may go from one state to another. What is done or cancelled only opens again. Source: domain.md 8. */
export function isActionStep(from: ActionState, to: ActionState): boolean {
  return STEPS[from].includes(to);
}

const MOVERS: readonly StaffRole[] = ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'];

/**
 * Who ticks off, cancels, reopens, postpones or passes on: its owner, the case manager, GP, practice nurse and assistant.
 * Source: domain.md 8, table, "the same". That she may reach the row at all is decided before.
 */
export function mayMoveAction(asker: { role: string; isOwner: boolean; isCaseManager: boolean }): boolean {
  return asker.isOwner || asker.isCaseManager || MOVERS.some((role) => role === asker.role);
}

/** Whether another day counts as "uitgesteld": a later one does, an earlier one does not. Source: domain.md 8; that only later counts is ours. */
export function isPostponed(dueOn: Day, newDueOn: Day): boolean {
  return newDueOn > dueOn;
}

/** Whether it is late on `today`: open, and its day has passed. The day itself is not late, though it is due. */
export function isActionLate({ state, dueOn }: { state: ActionState; dueOn: Day }, today: Day): boolean {
  return state === 'OPEN' && dueOn < today;
}
