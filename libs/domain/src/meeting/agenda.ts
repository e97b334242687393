import type { Day } from '../calendar/day.ts';
import type { PlanFact } from '../caseload/care-facts.ts';
import type { ConsentCategory } from '../consent/categories.ts';
import type { ClientStatus } from '../eligibility/eligibility.ts';
import type { Profile, ProposedProfile } from '../risk-profile/profile.ts';
import type { InvitationState } from '../screening/invitation-state.ts';
import type { SignalState, SignalType } from '../signals/signal.ts';

/**
 * Why a client stands on the agenda of a meeting, in the order of the table, each with its rank; 1 comes first. No rule gives
 * PROGRAMME yet. Source: domain.md 10, agenda.
 */
export const AGENDA_RANKS = {
  CARRIED_OVER: 1,
  OPEN_ACTION: 2,
  PROFILE_UNDETERMINED: 3,
  PROFILE_NEW: 3,
  PROFILE_CHANGED: 3,
  PROFILE_SAME: 3,
  SIGNAL: 4,
  PLAN_TO_ADOPT: 5,
  EVALUATION_DUE: 5,
  REVIEW_DUE: 5,
  MEDICATION_REVIEW_DUE: 6,
  NOT_RETURNED: 7,
  REFERRAL_FEEDBACK: 8,
  REFERRAL_SILENT: 8,
  PROGRAMME: 9,
  MANUAL: 10,
} as const;
export type AgendaCode = keyof typeof AGENDA_RANKS;
export type AgendaRank = (typeof AGENDA_RANKS)[AgendaCode];
export const AGENDA_CODES = Object.keys(AGENDA_RANKS) as readonly AgendaCode[];

/** What a reason says beside its code, as data: the words are made where it is read. Only what belongs to the code is there. */
export type AgendaDetail = {
  /** CARRIED_OVER: how many times in a row it was not discussed. */
  readonly times?: number;
  /** PROFILE_*: the assigned profile, null when there is none, and the proposed one. */
  readonly assigned?: Profile | null;
  readonly proposed?: ProposedProfile;
  /** SIGNAL */
  readonly signalType?: SignalType;
  readonly urgent?: boolean;
  /** OPEN_ACTION */
  readonly dueOn?: Day | null;
  /** NOT_RETURNED */
  readonly invitationState?: InvitationState;
  /** REFERRAL_*: the type, and with feedback its outcome. */
  readonly referralType?: string;
  readonly outcome?: string;
};

/** A row of the record, and whose consent decides who may know of it. */
export type AgendaRow = {
  readonly id: string;
  readonly category: ConsentCategory;
  readonly ownerOrgId: string;
};

/** One row that puts a client on the agenda. Two signals are two of these with one code. */
export type AgendaReason = {
  readonly code: AgendaCode;
  readonly row: AgendaRow;
  readonly since: Day;
  readonly detail: AgendaDetail;
};

export type AgendaLine = {
  readonly clientId: string;
  /** The lowest of its reasons. */
  readonly rank: AgendaRank;
  /** In the order of the table, of one code the oldest first. */
  readonly reasons: readonly AgendaReason[];
  /** Not discussed three times or more: it stands on top, and says so. */
  readonly onTop: boolean;
};

export type MeetingState = 'DRAFT' | 'OPEN' | 'RUNNING' | 'CLOSED' | 'REOPENED' | 'CANCELLED';

/** A line this client had in some meeting, with the reasons it stood there for. */
export type AgendaLineFact = {
  readonly row: AgendaRow;
  /** Of records that were merged one meeting can have two lines. */
  readonly meetingId: string;
  readonly meetingState: MeetingState;
  /** ISO 8601 in UTC, as all instants of these facts. */
  readonly startsAt: string;
  readonly outcome: 'DISCUSSED' | 'NOT_DISCUSSED' | null;
  readonly reasons: readonly { readonly code: AgendaCode; readonly rowId: string }[];
};

/** An action that a meeting decided on. */
export type MeetingActionFact = {
  readonly row: AgendaRow;
  readonly state: 'OPEN' | 'DONE' | 'CANCELLED';
  readonly dueOn: Day | null;
  readonly meetingState: MeetingState;
  readonly startsAt: string;
};

/** The assessment of the newest valid response. */
export type AssessmentFact = {
  readonly row: AgendaRow;
  readonly completedAt: string;
  readonly proposed: ProposedProfile;
  readonly secondEntryPending: boolean;
};

/** The current assignment, and when the response it rests on was completed, void or not; null when it rests on none. */
export type CurrentAssignmentFact = {
  readonly profile: Profile;
  readonly assignedAt: string;
  readonly basisCompletedAt: string | null;
};

export type AgendaSignalFact = {
  readonly row: AgendaRow;
  readonly type: SignalType;
  readonly state: SignalState;
  readonly urgent: boolean;
  readonly recordedOn: Day;
};

export type AgendaPlanFact = {
  readonly row: AgendaRow;
  readonly state: PlanFact['state'];
  readonly discussedOn: Day | null;
  readonly nextEvaluationOn: Day | null;
};

/** A decision NEXT_REVIEW with its day, or END_REVIEW; one that was undone is no fact. */
export type ReviewDecisionFact =
  | { readonly kind: 'NEXT_REVIEW'; readonly row: AgendaRow; readonly takenAt: string; readonly on: Day }
  | { readonly kind: 'END_REVIEW'; readonly takenAt: string };

/** An invitation of a round that is CLOSED. */
export type ClosedInvitationFact = {
  readonly row: AgendaRow;
  readonly state: InvitationState;
  readonly madeOn: Day;
  readonly closedAt: string;
};

export type AgendaReferralFact = {
  readonly row: AgendaRow;
  readonly type: string;
  readonly state: string;
  readonly dueOn: Day | null;
  /** The newest one: each is a row of its own, which comes on an agenda once. */
  readonly feedback: { readonly row: AgendaRow; readonly on: Day; readonly outcome: string } | null;
};

/** What the agenda is built from for one client, whoever asks for it. Days are days in Europe/Amsterdam. */
export type AgendaFacts = {
  readonly clientId: string;
  readonly status: ClientStatus;
  /** From `sortKey`. */
  readonly sortName: string;
  readonly birthDate: Day;
  readonly lines: readonly AgendaLineFact[];
  readonly meetingActions: readonly MeetingActionFact[];
  readonly assessment: AssessmentFact | null;
  readonly assignment: CurrentAssignmentFact | null;
  readonly signals: readonly AgendaSignalFact[];
  readonly plans: readonly AgendaPlanFact[];
  readonly reviewDecisions: readonly ReviewDecisionFact[];
  readonly medicationReviews: readonly { readonly row: AgendaRow; readonly nextOn: Day }[];
  readonly invitations: readonly ClosedInvitationFact[];
  /** `completedOn` of the newest valid response. */
  readonly answeredOn: Day | null;
  readonly referrals: readonly AgendaReferralFact[];
  /** What people added to this meeting and did not withdraw. */
  readonly additions: readonly { readonly row: AgendaRow; readonly addedOn: Day }[];
};

/** For which meeting, and when, an agenda is built. */
export type AgendaMoment = {
  readonly startsAt: string;
  /** D, the day of the meeting. */
  readonly meetingOn: Day;
  /** H, the day of the next meeting in DRAFT or OPEN, else D + 35 days. */
  readonly horizonOn: Day;
  readonly today: Day;
};
