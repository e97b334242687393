import type { Role } from '../access/roles.ts';
import type { MeetingState } from './agenda.ts';

/** What can come into a record while the agenda stands still. Source: domain.md 10, "gewijzigd sinds agenda". */
export const CARD_CHANGES = [
  'ANSWERS',
  'ANSWERS_REVISED',
  'PROFILE',
  'SIGNAL',
  'PLAN_EDITION',
  'PLAN_STATE',
  'REFERRAL',
  'STATUS',
] as const;
export type CardChange = (typeof CARD_CHANGES)[number];

export const MEETING_STATES = [
  'DRAFT',
  'OPEN',
  'RUNNING',
  'CLOSED',
  'REOPENED',
  'CANCELLED',
] as const satisfies readonly MeetingState[];

/** What a step of a meeting needs. */
export type MeetingNeed = 'REASON' | 'NO_DECISIONS';

/** The steps of docs/state-machines/meeting.md with what each needs. */
const STEPS: Readonly<Record<MeetingState, Partial<Record<MeetingState, readonly MeetingNeed[]>>>> = {
  DRAFT: { OPEN: [], CANCELLED: ['REASON'] },
  OPEN: { RUNNING: [], CANCELLED: ['REASON'] },
  RUNNING: { OPEN: ['NO_DECISIONS'], CLOSED: [] },
  CLOSED: { REOPENED: ['REASON'] },
  REOPENED: { CLOSED: [] },
  CANCELLED: {},
};

/** What the step from one state to another needs, or undefined where there is no such step. Source: domain.md 10. */
export function meetingStepNeeds(from: MeetingState, to: MeetingState): readonly MeetingNeed[] | undefined {
  return STEPS[from][to];
}

/** Whether a step to this state is asked a reason, wherever it comes from: cancelling and reopening are. Source: domain.md 10. */
export function meetingReasonNeeded(to: MeetingState): boolean {
  return to === 'CANCELLED' || to === 'REOPENED';
}

/** Whether the agenda is still made, and day, place and link may be changed. Source: domain.md 10, freeze. */
export function isBeingPrepared(state: MeetingState): boolean {
  return state === 'DRAFT' || state === 'OPEN';
}

/** Whether decisions and outcomes are written down. Source: domain.md 10, decisions. */
export function takesDecisions(state: MeetingState): boolean {
  return state === 'RUNNING' || state === 'REOPENED';
}

/** Whether nothing of it changes any more, until it is reopened. Source: domain.md 10, freeze. */
export function isFrozen(state: MeetingState): boolean {
  return state === 'CLOSED' || state === 'CANCELLED';
}

/** Most characters. Source: domain.md 10 for the question; the others are ours. */
export const MEETING_LIMITS = {
  question: 200,
  place: 120,
  videoLink: 300,
  reason: 300,
  note: 500,
  topicNote: 1000,
  medicalNote: 1000,
  attendees: 40,
} as const;

/** Who is asked for every meeting while the practice has not chosen its standing members: whoever may read one. Ours. */
export const STANDING_MEMBER_ROLES = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'PRACTICE_NURSE',
] as const satisfies readonly Role[];

/** Days after a meeting through which a place on its agenda is a part in the care of the client. Source: trust.md 3. */
export const AGENDA_RELATION_DAYS = 30;

/** How long a meeting is planned: an hour a month. Ours. */
export const MEETING_MINUTES = 60;

/** Days after closing in which somebody tells the client what was decided, where the team named no day. Ours. */
export const FEEDBACK_WITHIN_DAYS = 14;

/** What came of a line. Source: domain.md 10, closing. */
export type AgendaOutcome = 'DISCUSSED' | 'NOT_DISCUSSED';
export const AGENDA_OUTCOMES = ['DISCUSSED', 'NOT_DISCUSSED'] as const satisfies readonly AgendaOutcome[];

/** What is known of a line when its meeting closes. */
export interface LineAtClosing {
  readonly outcome: AgendaOutcome | null;
  /** Decisions that were not undone. */
  readonly decisions: number;
  /** Actions it stood on the agenda for, and how many of them are open still. */
  readonly actions: number;
  readonly openActions: number;
}

/**
 * The outcome of a line when its meeting closes: with a decision it was discussed, whatever was noted; else what was noted; else
 * it was discussed when all actions it stood there for are ticked off. Source: domain.md 10, closing.
 */
export function outcomeAtClosing({ outcome, decisions, actions, openActions }: LineAtClosing): AgendaOutcome {
  if (decisions > 0) return 'DISCUSSED';
  if (outcome !== null) return outcome;
  return actions > 0 && openActions === 0 ? 'DISCUSSED' : 'NOT_DISCUSSED';
}
