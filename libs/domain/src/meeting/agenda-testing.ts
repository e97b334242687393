import {
  type AgendaFacts,
  type AgendaLineFact,
  type AgendaMoment,
  type AgendaReferralFact,
  type AgendaRow,
  type AssessmentFact,
  type CurrentAssignmentFact,
} from './agenda.ts';
import { agendaDays, agendaLine } from './agenda-lines.ts';

export const row = (id: string, category: AgendaRow['category'] = 6): AgendaRow => ({
  id,
  category,
  ownerOrgId: 'practice',
});

export const NOTHING: AgendaFacts = {
  clientId: 'client',
  status: 'ACTIVE',
  sortName: 'BERG',
  birthDate: '1940-01-01',
  lines: [],
  meetingActions: [],
  assessment: null,
  assignment: null,
  signals: [],
  plans: [],
  reviewDecisions: [],
  medicationReviews: [],
  invitations: [],
  answeredOn: null,
  referrals: [],
  additions: [],
};

export const STARTS_AT = '2026-12-08T12:00:00Z';
export const MOMENT: AgendaMoment = { startsAt: STARTS_AT, ...agendaDays(STARTS_AT, null), today: '2026-11-30' };

export const lineOf = (facts: Partial<AgendaFacts>, moment: Partial<AgendaMoment> = {}) =>
  agendaLine({ ...NOTHING, ...facts }, { ...MOMENT, ...moment });
/** Code and since of every reason, in short. */
export const short = (facts: Partial<AgendaFacts>, moment: Partial<AgendaMoment> = {}): string[] =>
  (lineOf(facts, moment)?.reasons ?? []).map(({ code, since }) => `${code} ${since}`);

export const line = (
  startsAt: string,
  outcome: AgendaLineFact['outcome'],
  more: Partial<AgendaLineFact> = {},
): AgendaLineFact => ({
  row: row(`line ${startsAt}`),
  meetingId: startsAt,
  meetingState: 'CLOSED',
  startsAt,
  outcome,
  reasons: [{ code: 'SIGNAL', rowId: 'signal' }],
  ...more,
});
export const assessment = (
  proposed: AssessmentFact['proposed'],
  more: Partial<AssessmentFact> = {},
): AssessmentFact => ({
  row: row('assessment', 3),
  completedAt: '2026-10-02T09:00:00Z',
  proposed,
  secondEntryPending: false,
  ...more,
});
export const assigned = (
  profile: CurrentAssignmentFact['profile'],
  basisCompletedAt: string | null,
  assignedAt = '2025-11-01T09:00:00Z',
): CurrentAssignmentFact => ({ profile, assignedAt, basisCompletedAt });
export const LAST_YEAR = '2025-10-01T09:00:00Z';
export const urgentSignal = (recordedOn: string, urgent = true) =>
  ({ row: row(`signal ${recordedOn}`, 4), type: 'FALL', state: 'ON_AGENDA', urgent, recordedOn }) as const;
export const plan = (
  state: 'DRAFT' | 'DISCUSSED' | 'ADOPTED' | 'ACTIVE' | 'EVALUATED' | 'CLOSED',
  nextEvaluationOn: string | null,
) => ({
  row: row('plan', 4),
  state,
  discussedOn: '2026-11-02',
  nextEvaluationOn,
});
export const referral = (more: Partial<AgendaReferralFact>): AgendaReferralFact => ({
  row: row('referral', 4),
  type: 'WELFARE_ON_PRESCRIPTION',
  state: 'SENT',
  dueOn: null,
  feedback: null,
  ...more,
});
