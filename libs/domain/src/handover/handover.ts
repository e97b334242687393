import type { Day } from '../calendar/day.ts';
import type { Role } from '../access/roles.ts';

/** Where a hand-over stands. Source: domain.md 9, the table of the hand-over. */
export const HANDOVER_STATES = ['PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'ENDED'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export const HANDOVER_STEPS = ['ACCEPT', 'DECLINE', 'WITHDRAW', 'END', 'EXPIRE'] as const;
export type HandoverStep = (typeof HANDOVER_STEPS)[number];

/** How somebody stands to a hand-over; the clock is the only one that expires it. */
export const HANDOVER_PARTS = ['RECEIVER', 'GIVER', 'PROPOSER', 'GP', 'CLOCK'] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];

interface Transition {
  readonly from: HandoverState;
  readonly to: HandoverState;
  readonly by: readonly HandoverPart[];
}

/** Every step there is: from where, to where, and by whom. */
export const HANDOVER_TABLE: Readonly<Record<HandoverStep, Transition>> = {
  ACCEPT: { from: 'PROPOSED', to: 'ACCEPTED', by: ['RECEIVER'] },
  DECLINE: { from: 'PROPOSED', to: 'DECLINED', by: ['RECEIVER'] },
  WITHDRAW: { from: 'PROPOSED', to: 'WITHDRAWN', by: ['PROPOSER'] },
  END: { from: 'ACCEPTED', to: 'ENDED', by: ['GIVER', 'RECEIVER', 'GP'] },
  EXPIRE: { from: 'ACCEPTED', to: 'ENDED', by: ['CLOCK'] },
};

export type HandoverRefusal = 'WRONG_STATE' | 'ROLE';

/**
 * What a step makes of a hand-over, or why not: WRONG_STATE where the table has no such step from here, ROLE where it is not
 * for these parts. `hasEnd`: a hand-over for good has nothing to end once it is accepted. Source: domain.md 9.
 */
export function handoverAfter(
  state: HandoverState,
  step: HandoverStep,
  parts: readonly HandoverPart[],
  hasEnd: boolean,
): { readonly state: HandoverState } | { readonly refusal: HandoverRefusal } {
  const { from, to, by } = HANDOVER_TABLE[step];
  if (!by.some((part) => parts.includes(part))) return { refusal: 'ROLE' };
  if (state !== from || (from === 'ACCEPTED' && !hasEnd)) return { refusal: 'WRONG_STATE' };
  return { state: to };
}

export type HandoverDayProblem = {
  readonly field: 'fromOn' | 'untilOn';
  readonly code: 'BEFORE_TODAY' | 'BEFORE_START';
};

/** What is wrong with the days of a new hand-over: it starts today or later, and ends on its first day or later. */
export function handoverDayProblem(fromOn: Day, untilOn: Day | null, today: Day): HandoverDayProblem | null {
  if (fromOn < today) return { field: 'fromOn', code: 'BEFORE_TODAY' };
  if (untilOn !== null && untilOn < fromOn) return { field: 'untilOn', code: 'BEFORE_START' };
  return null;
}

/** Most characters of a reason and of a summary. Ours: a screen of text. */
export const HANDOVER_LIMITS = { reason: 300, summary: 2000 } as const;

/** Whose caseload anybody of the practice may hand over. Source: domain.md 9 and trust.md 3. */
export const HANDS_OVER_FOR_ALL = ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'] as const satisfies readonly Role[];
