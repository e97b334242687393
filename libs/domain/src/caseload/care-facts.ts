import type { Day } from '../calendar/day.ts';
import type { ClientStatus } from '../eligibility/eligibility.ts';
import type { Profile } from '../risk-profile/profile.ts';

export type AssignmentFact = { readonly profile: Profile; readonly assignedOn: Day };

export type ContactFact = {
  readonly on: Day;
  /** ISO 8601 with offset; of two contacts on one day the later recorded counts as the newer. */
  readonly recordedAt: string;
  /** Nobody answered: such a contact does not count for the interval. */
  readonly reached: boolean;
  readonly nextOn: Day | null;
};

type ActionState = 'OPEN' | 'DONE' | 'CANCELLED';

export type GoalFact = {
  readonly state: 'OPEN' | 'EVALUATED' | 'STOPPED';
  readonly madeOn: Day;
  readonly baselineOn: Day | null;
  readonly targetDate: Day | null;
  readonly actions: readonly { readonly state: ActionState; readonly cancelledOn: Day | null }[];
};

export type PlanFact = {
  readonly state: 'DRAFT' | 'DISCUSSED' | 'ADOPTED' | 'ACTIVE' | 'EVALUATED' | 'CLOSED';
  readonly nextEvaluationOn: Day | null;
  /** Day on which edition 1 was adopted. */
  readonly firstEditionOn: Day | null;
  readonly goals: readonly GoalFact[];
};

/** An action of a plan or a meeting, or a task about the client. */
export type ActionFact = {
  readonly state: ActionState;
  readonly dueOn: Day | null;
  /** Last day of the membership of an owner who works here no more; null for anybody else. */
  readonly ownerLeftOn: Day | null;
};

export type SignalFact = {
  readonly isClosed: boolean;
  readonly hasVerdict: boolean;
  readonly recordedOn: Day;
  readonly urgent: boolean;
};

export type ReferralFact = { readonly state: string; readonly dueOn: Day | null };

/** What the lists of the case manager are judged on, as the reader may see it. Days are days in Europe/Amsterdam. */
export type CareFacts = {
  readonly status: ClientStatus;
  /** Oldest first; the last one is the profile. */
  readonly assignments: readonly AssignmentFact[];
  readonly contacts: readonly ContactFact[];
  readonly plans: readonly PlanFact[];
  readonly actions: readonly ActionFact[];
  readonly signals: readonly SignalFact[];
  readonly referrals: readonly ReferralFact[];
  /** Days on which hand-overs to the reader were proposed that still wait for her. */
  readonly handoversProposedOn: readonly Day[];
  /**
   * False where the contacts and plans of the practice are not shared with the reader (category 4): that one is missing
   * cannot be said of what is not seen.
   */
  readonly seesCare: boolean;
};

/** What the safety net is judged on beside that. */
export type GapFacts = CareFacts & {
  readonly birthDate: Day;
  readonly livesAtHome: boolean;
  readonly doNotInvite: boolean;
  readonly registeredOn: Day;
  /** `completedOn` of the newest valid response. */
  readonly answeredOn: Day | null;
  readonly hasLiveInvitation: boolean;
  readonly hasCaseManager: boolean;
  /** Last day of the last case manager there was. */
  readonly caseManagerLeftOn: Day | null;
  /** False where answers and profiles are not shared with the reader (category 3). */
  readonly seesProfile: boolean;
};
