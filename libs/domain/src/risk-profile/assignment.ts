import type { Profile, ProposedProfile } from './profile.ts';

export const ASSIGNMENT_REASON_CODES = [
  'SCORE_CONFIRMED',
  'TEAM_JUDGEMENT',
  'SIGNAL',
  'CLIENT_WISH',
  'UNDETERMINED_ACCEPTED',
  'CORRECTION',
] as const;
export type AssignmentReasonCode = (typeof ASSIGNMENT_REASON_CODES)[number];

/** Characters. */
export const ASSIGNMENT_REASON_LIMIT = 300;

/**
 * Whether the team must say why: the assigned profile differs from the proposal, the proposal is UNDETERMINED, or there
 * is no scored response (null). Otherwise the reason code is SCORE_CONFIRMED. Source: domain reference 2, our rule.
 */
export function assignmentReasonRequired(assignment: {
  readonly assigned: Profile;
  readonly proposed: ProposedProfile | null;
}): boolean {
  return assignment.assigned !== assignment.proposed;
}
