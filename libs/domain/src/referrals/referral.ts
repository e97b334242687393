import type { Role } from '../access/roles.ts';
import { addDays, type Day } from '../calendar/day.ts';

/** Where a referral stands. Source: domain.md 11.3; the states of the steps with the receiver come later. */
export const REFERRAL_STATES = ['DRAFT', 'SENT', 'FEEDBACK_GIVEN', 'CLOSED'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const REFERRAL_STEPS = ['SEND', 'FEEDBACK', 'CLOSE'] as const;
export type ReferralStep = (typeof REFERRAL_STEPS)[number];

/** What the receiver told of it. Source: domain.md 11.3. */
export const REFERRAL_OUTCOMES = ['STARTED', 'FOUND_OTHER', 'NOT_SUITABLE', 'CLIENT_DECLINED', 'NO_CONTACT'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** Most characters. Source: domain.md 11.3 for the feedback; the others are ours, the reason being one sentence. */
export const REFERRAL_LIMITS = {
  typeText: 100,
  receiver: 200,
  receiverContact: 200,
  reason: 300,
  feedback: 300,
  closeReason: 300,
} as const;

/** Every step there is; docs/state-machines/referral.md prints it. */
const STEPS: Readonly<Record<ReferralStep, Readonly<Partial<Record<ReferralState, ReferralState>>>>> = {
  SEND: { DRAFT: 'SENT' },
  FEEDBACK: { SENT: 'FEEDBACK_GIVEN', FEEDBACK_GIVEN: 'FEEDBACK_GIVEN' },
  CLOSE: { DRAFT: 'CLOSED', SENT: 'CLOSED', FEEDBACK_GIVEN: 'CLOSED' },
};

/** The state a step leads to, or null where there is no such step. Source: domain.md 11.3. */
export function referralAfter(state: ReferralState, step: ReferralStep): ReferralState | null {
  return STEPS[step][state] ?? null;
}

/** What says what the referral is; ours: changed until it is sent. The day of the feedback and whom to call, until there is feedback. */
export function mayRewriteReferral(state: ReferralState): boolean {
  return state === 'DRAFT';
}

/** Still expected back: written or sent, and nothing heard. Source: domain.md 9, REFERRAL_SILENT. */
export function awaitsFeedback(state: string): boolean {
  return state === 'DRAFT' || state === 'SENT';
}

/** Silent from the day after `dueOn`. Source: domain.md 11.3. */
export function isReferralSilent({ state, dueOn }: { state: string; dueOn: Day }, today: Day): boolean {
  return awaitsFeedback(state) && dueOn < today;
}

/** Why it ends has to be said, but not of one that was answered. Source: domain.md 11.3. */
export function closingNeedsReason(state: ReferralState): boolean {
  return state !== 'FEEDBACK_GIVEN';
}

/** The day by which feedback is expected unless another is given. Source: domain.md 9 and 11.3. */
export function referralDueOn(today: Day, referralFeedbackDays: number): Day {
  return addDays(today, referralFeedbackDays);
}

/** Roles that refer whoever the client is to them. Source: domain.md 11.3, table. */
const REFERRERS: readonly Role[] = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_NURSE'];

/** Roles that refer as case manager of the client. */
export const REFERRERS_AS_CASE_MANAGER: readonly Role[] = ['DISTRICT_NURSE', 'ELDERLY_ADVISER'];

interface Asker {
  readonly role: Role;
  readonly isCaseManager: boolean;
}

/** Who writes a referral, changes it, keeps its feedback and closes it; that she may reach it at all is decided before. Source: domain.md 11.3, table. */
export function mayRefer({ role, isCaseManager }: Asker): boolean {
  return REFERRERS.includes(role) || (isCaseManager && REFERRERS_AS_CASE_MANAGER.includes(role));
}

/** The same, and the assistant. Source: domain.md 11.3; trust.md 3, "U p referral sent". */
export function maySendReferral(asker: Asker): boolean {
  return asker.role === 'PRACTICE_ASSISTANT' || mayRefer(asker);
}

/** Who can stand on a referral as the person who refers: any role that ever does. */
export function canBeReferrer(role: Role): boolean {
  return REFERRERS.includes(role) || REFERRERS_AS_CASE_MANAGER.includes(role);
}
