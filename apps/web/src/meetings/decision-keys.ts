import type { DecisionKind } from '@samenoud/domain';

/** Decisions that are taken with a form, each with its key. */
export type DecisionAct = DecisionKind;

/** Everything that has a key of its own and a form while the meeting runs. */
export type MeetingAct = DecisionAct | 'FEEDBACK' | 'AGREEMENT' | 'NOT_RETURNED';

/** In the order of the screen; the letters are those of the Dutch words. */
export const DECISION_KEYS: readonly (readonly [DecisionAct, string])[] = [
  ['ASSIGN_PROFILE', 'p'],
  ['NAME_CASE_MANAGER', 'c'],
  ['ACTION', 'a'],
  ['REFER', 'v'],
  ['NEXT_REVIEW', 'b'],
  ['END_REVIEW', 'e'],
  ['NOTE', 'n'],
];
