import type { OracleAction, OracleResource, OracleRole } from '../oracles/access-oracle.ts';
import { testMember } from '../support/staff.ts';

export type Needed = `${OracleResource}.${OracleAction}`;

/** What the id in a path names; a row of the practice itself has no relation to a client. */
type Named =
  'CLIENT' | 'RESPONSE' | 'OWN_FORM' | 'CONTACT_PERSON' | 'CONSENT' | 'PRACTICE_ROW' | 'NOTHING' | 'SECOND_ENTRY';

export interface RouteRow {
  /**
   * Any of these lets a role in; PUBLIC needs no session, SESSION any session of staff, also an unfinished one; RESPONDENT
   * the session of one online questionnaire, which opens nothing else.
   */
  readonly needs: readonly Needed[] | 'PUBLIC' | 'SESSION' | 'RESPONDENT';
  readonly names: Named;
  /** An act on a round as a whole: for those to whom all of the practice is a relation (domain paper 7). */
  readonly ofPractice?: true;
  /** What it shows is the reader's own and says nothing of a client. */
  readonly ofNobody?: true;
  /** An answer that goes on until the asker leaves. */
  readonly streams?: true;
  /** Of the roles the cell lets in, those whom the task names; the others are refused before the id is looked at. */
  readonly onlyFor?: readonly OracleRole[];
  /** Of the roles the cell lets in, those whom the task names as case manager of the client only. */
  readonly caseManagerOf?: readonly OracleRole[];
  /** A body that passes the checks on input. */
  readonly body?: object;
  /** Takes back what an answer to it opens to the person who asked, so that no later probe meets it. */
  readonly undo?: string;
}

/** Whatever day it is where the harness runs, after today in Amsterdam. */
const DAY_AFTER_TOMORROW = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

/** Of `noord`: nobody for a team. */
const MANAGER = testMember('noord', 'PRACTICE_MANAGER').userId;
/** Two records that nobody has: 404 for who may merge. */
const TWO_UNKNOWN = {
  survivorId: '00000000-0000-7000-8000-ffff00010001',
  mergedId: '00000000-0000-7000-8000-ffff00010002',
};

/** A profile on the review before a meeting that nobody has. */
const REVIEWED = { clientId: TWO_UNKNOWN.survivorId, responseId: TWO_UNKNOWN.mergedId, mark: 'DISCUSS' };

const PUBLIC: RouteRow = { needs: 'PUBLIC', names: 'NOTHING' };
const SESSION: RouteRow = { needs: 'SESSION', names: 'NOTHING' };
const route = (names: Named, needs: Needed | readonly Needed[], body?: object): RouteRow => ({
  names,
  needs: typeof needs === 'string' ? [needs] : needs,
  ...(body ? { body } : {}),
});
const client = (needs: Needed | readonly Needed[], body?: object): RouteRow => route('CLIENT', needs, body);
const response = (needs: Needed | readonly Needed[], body?: object): RouteRow => route('RESPONSE', needs, body);
const practice = (needs: Needed | readonly Needed[], body?: object): RouteRow => route('NOTHING', needs, body);

const respondent = (names: 'OWN_FORM' | 'NOTHING', body?: object): RouteRow => ({
  needs: 'RESPONDENT',
  names,
  ...(body ? { body } : {}),
});

const READS_FORMS = ['HEALTH_ANSWERS.READ', 'WELLBEING_ANSWERS.READ', 'RISK_PROFILE.READ'] as const;

const WRITE_CONTACTS = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'] as const;

/** Restriction and statement: the GP settles, nurse and assistant register. */
const CLIENT_RIGHTS = ['DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE'] as const;

/** All who read more of a zorgleefplan than days. */
const WRITES_CARE_PLANS: readonly OracleRole[] = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'PRACTICE_NURSE',
];

/**
 * Every route with what the papers of the API and of trust say it takes. Typed from these papers: a route that is not
 * here fails, and nothing here is copied from a controller.
 */
export const ROUTE_TABLE: Readonly<Record<string, RouteRow>> = {
  'GET /api/health': PUBLIC,
  'POST /api/v1/session': PUBLIC,
  'POST /api/v1/session/demo': PUBLIC,
  'GET /api/v1/clients/{id}/team': client('TEAM.READ'),
  // refused for its own reason, so that the probe changes nobody's team
  'PUT /api/v1/clients/{id}/team': client('TEAM.UPDATE', { members: [{ userId: MANAGER }] }),
  'PUT /api/v1/clients/{id}/case-manager': client('CASE_MANAGER.UPDATE', { userId: MANAGER }),
  'GET /api/v1/actions': practice('TASKS.READ'),
  'GET /api/v1/clients/{id}/actions': client('TASKS.READ'),
  'POST /api/v1/clients/{id}/tasks': client('TASKS.CREATE', {
    text: 'Matrixproef',
    owner: { kind: 'CLIENT' },
    dueOn: DAY_AFTER_TOMORROW,
  }),
  'PATCH /api/v1/actions/{id}': route('PRACTICE_ROW', 'TASKS.UPDATE', { text: 'Matrixproef' }),
  'GET /api/v1/problem-areas': practice('CARE_PLAN.READ'),
  'GET /api/v1/life-areas': practice('PRACTICE_SETTINGS.READ'),
  'PUT /api/v1/life-areas': practice('PRACTICE_SETTINGS.UPDATE', { items: [] }),
  'POST /api/v1/clients/{id}/care-plans': client('CARE_PLAN.CREATE', {}),
  'GET /api/v1/clients/{id}/care-plans': client('CARE_PLAN.READ'),
  'GET /api/v1/clients/{id}/problem-suggestions': client('CARE_PLAN.READ'),
  'GET /api/v1/care-plans/{id}': route('PRACTICE_ROW', 'CARE_PLAN.READ'),
  'PATCH /api/v1/care-plans/{id}': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', { wishes: 'Matrixproef' }),
  'POST /api/v1/care-plans/{id}/discuss': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', {
    discussedOn: '2026-01-05',
    discussedWith: 'Matrixproef',
  }),
  'POST /api/v1/care-plans/{id}/adopt': route('PRACTICE_ROW', 'CARE_PLAN.FINALISE', {
    agreement: { by: 'Matrixproef', on: '2026-01-05', how: 'ORAL' },
  }),
  'POST /api/v1/care-plans/{id}/activate': route('PRACTICE_ROW', 'CARE_PLAN.FINALISE'),
  'POST /api/v1/care-plans/{id}/evaluate': route('PRACTICE_ROW', 'CARE_PLAN.FINALISE', {
    on: '2026-01-05',
    participants: 'Matrixproef',
    goals: [],
    nextEvaluationOn: '2026-07-05',
  }),
  'POST /api/v1/care-plans/{id}/close': route('PRACTICE_ROW', 'CARE_PLAN.FINALISE', { reason: 'NOT_NEEDED' }),
  'GET /api/v1/care-plans/{id}/editions/{edition}': route('PRACTICE_ROW', 'CARE_PLAN.READ'),
  'GET /api/v1/clients/{id}/visit.pdf': client('CONTACTS.READ'),
  'GET /api/v1/care-plans/{id}/print.pdf': route('PRACTICE_ROW', 'CARE_PLAN.READ'),
  'GET /api/v1/care-plans/{id}/agreements.pdf': route('PRACTICE_ROW', 'CARE_PLAN.READ'),
  'GET /api/v1/care-plans/{id}/changes': route('PRACTICE_ROW', 'CARE_PLAN.READ'),
  'POST /api/v1/care-plans/{id}/problems': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', {
    area: 'd460',
    description: 'Matrixproef',
    severity: 5,
    wantsToWorkOnIt: 'YES',
  }),
  'PATCH /api/v1/problems/{id}': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', { severity: 4 }),
  'POST /api/v1/care-plans/{id}/goals': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', {
    problemId: '00000000-0000-7000-8000-ffff00010001',
    text: 'Matrixproef',
    baselineScore: 8,
    targetScore: 4,
    targetDate: '2099-01-01',
  }),
  'PATCH /api/v1/goals/{id}': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', { targetScore: 4 }),
  'POST /api/v1/goals/{id}/scores': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', {
    on: '2026-01-05',
    score: 6,
    kind: 'INTERIM',
  }),
  'POST /api/v1/goals/{id}/actions': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', {
    text: 'Matrixproef',
    owner: { kind: 'CLIENT' },
    dueOn: '2099-01-01',
  }),
  'POST /api/v1/goals/{id}/stop': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', { reason: 'NOT_RELEVANT' }),
  'POST /api/v1/goals/{id}/reopen': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', { reason: 'Matrixproef' }),
  'POST /api/v1/goal-scores/{id}/strike': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', { reason: 'Matrixproef' }),
  // of the assistant the cell has bringing a client in only; whoever is on an agenda is a relation of its attendees
  'POST /api/v1/meetings': {
    ...practice('MEETING.CREATE', { startsAt: '2099-03-02T12:30:00Z', attendees: [] }),
    onlyFor: WRITE_CONTACTS,
    undo: 'DELETE FROM care.team_member WHERE meeting_id IS NOT NULL; DELETE FROM care.meeting_attendee',
  },
  'GET /api/v1/meeting-look-backs': practice('MEETING.READ'),
  'GET /api/v1/meetings': practice('MEETING.READ'),
  // rhythm and standing members: a setting of the practice, kept too by who shares, starts and closes its meetings
  'GET /api/v1/meeting-series': practice('PRACTICE_SETTINGS.READ'),
  'PUT /api/v1/meeting-series': practice(['PRACTICE_SETTINGS.UPDATE', 'MEETING.FINALISE'], {
    minutes: 60,
    members: [],
  }),
  'GET /api/v1/meetings/{id}': route('PRACTICE_ROW', 'MEETING.READ'),
  'PATCH /api/v1/meetings/{id}': route('PRACTICE_ROW', 'MEETING.UPDATE', { place: 'Matrixproef' }),
  'POST /api/v1/meetings/{id}/rebuild': route('PRACTICE_ROW', 'MEETING.UPDATE'),
  'POST /api/v1/meetings/{id}/state': route('PRACTICE_ROW', 'MEETING.FINALISE', { to: 'OPEN' }),
  'PUT /api/v1/meetings/{id}/attendance': route('PRACTICE_ROW', 'MEETING.UPDATE', { attendees: [] }),
  'GET /api/v1/meetings/{id}/shown': route('PRACTICE_ROW', 'MEETING.READ'),
  'PUT /api/v1/meetings/{id}/shown': route('PRACTICE_ROW', 'MEETING.UPDATE', { place: 1 }),
  'PUT /api/v1/meetings/{id}/following': route('PRACTICE_ROW', 'MEETING.READ'),
  'POST /api/v1/meetings/{id}/topics': route('PRACTICE_ROW', 'MEETING.CREATE', { text: 'Matrixproef' }),
  'PATCH /api/v1/meeting-topics/{id}': route('PRACTICE_ROW', 'MEETING.UPDATE', { text: 'Matrixproef' }),
  'GET /api/v1/meetings/{id}/minutes': route('PRACTICE_ROW', 'MEETING.READ'),
  'GET /api/v1/meetings/{id}/minutes.pdf': route('PRACTICE_ROW', 'MEETING.READ'),
  // of physicians, and of the district nurse to whom the client allows it; nobody else is told that there is one
  'GET /api/v1/meetings/{id}/medical-annex': route('PRACTICE_ROW', 'MEDICAL_ANNEX.READ'),
  'GET /api/v1/meetings/{id}/medical-annex.pdf': route('PRACTICE_ROW', 'MEDICAL_ANNEX.READ'),
  'GET /api/v1/agenda-items/{id}/medical-note': route('PRACTICE_ROW', 'MEDICAL_ANNEX.READ'),
  'PUT /api/v1/agenda-items/{id}/medical-note': route('PRACTICE_ROW', 'MEDICAL_ANNEX.UPDATE', { text: 'Matrixproef' }),
  'GET /api/v1/meetings/{id}/calendar.ics': route('PRACTICE_ROW', 'MEETING.READ'),
  'GET /api/v1/meetings/{id}/agenda.pdf': route('PRACTICE_ROW', 'MEETING.READ'),
  'GET /api/v1/meetings/{id}/his-texts': route('PRACTICE_ROW', 'HIS_SUMMARY.READ'),
  'GET /api/v1/agenda-items/{id}/agreements.pdf': route('PRACTICE_ROW', 'MEETING.READ'),
  'GET /api/v1/meetings/{id}/review': route('PRACTICE_ROW', 'GP_REVIEW.READ'),
  'POST /api/v1/meetings/{id}/review/preparations': route('PRACTICE_ROW', 'GP_REVIEW.CREATE', REVIEWED),
  'POST /api/v1/meetings/{id}/review/marks': route('PRACTICE_ROW', 'GP_REVIEW.FINALISE', REVIEWED),
  'POST /api/v1/meetings/{id}/review/confirmations': route('PRACTICE_ROW', 'GP_REVIEW.FINALISE', { profiles: [] }),
  'POST /api/v1/meetings/{id}/review/delegation': route('PRACTICE_ROW', 'GP_REVIEW.FINALISE', { userId: null }),
  'POST /api/v1/meetings/{id}/agenda-items': route('PRACTICE_ROW', 'MEETING.CREATE', {
    clientId: TWO_UNKNOWN.survivorId,
    question: 'Matrixproef',
  }),
  'POST /api/v1/clients/{id}/agenda-items': client('MEETING.CREATE', { question: 'Matrixproef' }),
  'GET /api/v1/agenda-items/{id}/card': route('PRACTICE_ROW', 'MEETING.READ'),
  'POST /api/v1/agenda-items/{id}/decisions': {
    ...route('PRACTICE_ROW', 'MEETING.CREATE', { kind: 'NOTE', text: 'Matrixproef' }),
    onlyFor: WRITE_CONTACTS,
  },
  'POST /api/v1/decisions/{id}/undo': { ...route('PRACTICE_ROW', 'MEETING.CREATE'), onlyFor: WRITE_CONTACTS },
  'PATCH /api/v1/agenda-items/{id}': route('PRACTICE_ROW', 'MEETING.UPDATE', { question: 'Matrixproef' }),
  'GET /api/v1/clients/{id}/contacts': client('CONTACTS.READ'),
  // of the assistant the cell has signals and referrals only
  'POST /api/v1/clients/{id}/contacts': { ...client('CONTACTS.CREATE', { type: 'PHONE' }), onlyFor: WRITE_CONTACTS },
  'PATCH /api/v1/contacts/{id}': { ...route('PRACTICE_ROW', 'CONTACTS.UPDATE', {}), onlyFor: WRITE_CONTACTS },
  'GET /api/v1/clients/{id}/signals': client('CONTACTS.READ'),
  'POST /api/v1/clients/{id}/signals': client('CONTACTS.CREATE', { type: 'FALL' }),
  'PATCH /api/v1/signals/{id}': { ...route('PRACTICE_ROW', 'CONTACTS.UPDATE', {}), onlyFor: WRITE_CONTACTS },
  'GET /api/v1/clients/{id}/referrals': client('CONTACTS.READ'),
  'POST /api/v1/clients/{id}/referrals': {
    ...client('CONTACTS.CREATE', { type: 'GLI', receiver: 'Matrixproef', reason: 'Matrixproef' }),
    onlyFor: WRITE_CONTACTS,
    caseManagerOf: ['DISTRICT_NURSE', 'ELDERLY_ADVISER'],
  },
  'GET /api/v1/unsent-referrals': practice('CONTACTS.UPDATE'),
  'GET /api/v1/referrals/{id}': route('PRACTICE_ROW', 'CONTACTS.READ'),
  'PATCH /api/v1/referrals/{id}': { ...route('PRACTICE_ROW', 'CONTACTS.UPDATE', {}), onlyFor: WRITE_CONTACTS },
  // "U p: referral sent" of the assistant
  'POST /api/v1/referrals/{id}/send': route('PRACTICE_ROW', 'CONTACTS.UPDATE', {}),
  'POST /api/v1/referrals/{id}/feedback': {
    ...route('PRACTICE_ROW', 'CONTACTS.UPDATE', { text: 'Matrixproef', outcome: 'STARTED' }),
    onlyFor: WRITE_CONTACTS,
  },
  'POST /api/v1/referrals/{id}/close': { ...route('PRACTICE_ROW', 'CONTACTS.UPDATE', {}), onlyFor: WRITE_CONTACTS },
  'GET /api/v1/visits': practice('CONTACTS.READ'),
  'PUT /api/v1/visits/order': { ...practice('CONTACTS.UPDATE', { contactIds: [] }), onlyFor: WRITE_CONTACTS },
  'GET /api/v1/signal-rules': practice('PRACTICE_SETTINGS.READ'),
  'PATCH /api/v1/signal-rules': practice('PRACTICE_SETTINGS.UPDATE', { off: [] }),
  'GET /api/v1/caseload/handovers': practice('CASE_MANAGER.READ'),
  'POST /api/v1/caseload/handovers/drafts': practice('CASE_MANAGER.CREATE', {}),
  // to nobody that can be chosen, and whatever is wrong with a client comes first
  'POST /api/v1/caseload/handovers': practice('CASE_MANAGER.CREATE', {
    toUserId: MANAGER,
    fromOn: DAY_AFTER_TOMORROW,
    reason: 'Matrixproef',
  }),
  'POST /api/v1/handovers/{id}/accept': route('PRACTICE_ROW', 'CASE_MANAGER.UPDATE'),
  'POST /api/v1/handovers/{id}/decline': route('PRACTICE_ROW', 'CASE_MANAGER.UPDATE', { reason: 'Matrixproef' }),
  'POST /api/v1/handovers/{id}/withdraw': route('PRACTICE_ROW', 'CASE_MANAGER.UPDATE'),
  'POST /api/v1/handovers/{id}/end': route('PRACTICE_ROW', 'CASE_MANAGER.UPDATE'),
  'GET /api/v1/events': { ...practice('OWN_ACCOUNT.READ'), streams: true },
  'GET /api/v1/session': practice('OWN_ACCOUNT.READ'),
  'DELETE /api/v1/session': SESSION,
  'POST /api/v1/session/second-factor': SESSION,
  'POST /api/v1/session/step-up': SESSION,
  'POST /api/v1/session/membership': SESSION,
  'GET /api/v1/session/memberships': SESSION,
  'GET /api/v1/session/list': practice('OWN_ACCOUNT.READ'),
  'DELETE /api/v1/session/{id}': route('PRACTICE_ROW', 'OWN_ACCOUNT.UPDATE'),
  'POST /api/v1/account/password': practice('OWN_ACCOUNT.UPDATE', {
    current: 'onbekend wachtwoord',
    next: 'een nieuw lang wachtwoord',
  }),
  'POST /api/v1/account/recovery-codes': practice('OWN_ACCOUNT.UPDATE'),
  'GET /api/v1/account/passkeys': practice('OWN_ACCOUNT.READ'),
  'POST /api/v1/account/passkeys/options': practice('OWN_ACCOUNT.UPDATE'),
  'POST /api/v1/account/passkeys': practice('OWN_ACCOUNT.UPDATE', {
    name: 'Matrixproef',
    credential: { id: 'bm9vaXQ', response: { clientDataJSON: 'e30', attestationObject: 'oA' } },
  }),
  'DELETE /api/v1/account/passkeys/{id}': route('PRACTICE_ROW', 'OWN_ACCOUNT.UPDATE'),
  'POST /api/v1/session/passkey/options': PUBLIC,
  'POST /api/v1/session/passkey': PUBLIC,
  'POST /api/v1/session/step-up/passkey/options': SESSION,
  'POST /api/v1/session/step-up/passkey': SESSION,
  'POST /api/v1/session/organisation': PUBLIC,
  'POST /api/v1/session/organisation/return': PUBLIC,
  'POST /api/v1/session/step-up/organisation': SESSION,
  'GET /api/v1/identity-providers': practice('USERS.READ'),
  'POST /api/v1/identity-providers': practice('USERS.CREATE', {
    organisationId: '01a2001d-0000-7000-8000-000000000000',
    issuer: 'https://matrixproef.example',
    clientId: 'matrixproef',
    clientSecret: 'matrixproef',
  }),
  'PATCH /api/v1/identity-providers/{id}': route('PRACTICE_ROW', 'USERS.UPDATE', { enabled: false }),
  'POST /api/v1/identity-providers/{id}/test': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'DELETE /api/v1/identity-providers/{id}/people/{linkId}': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'POST /api/v1/set-up': PUBLIC,
  'POST /api/v1/set-up/view': PUBLIC,
  'POST /api/v1/set-up/manager': PUBLIC,
  'POST /api/v1/account-links/view': PUBLIC,
  'POST /api/v1/account-links/password': PUBLIC,
  'POST /api/v1/account-links/confirm': PUBLIC,
  'POST /api/v1/account-links/join': SESSION,
  'GET /api/v1/jobs/{id}': route('PRACTICE_ROW', 'OWN_ACCOUNT.READ'),
  'GET /api/v1/notices': practice('OWN_ACCOUNT.READ'),
  'GET /api/v1/notices/count': practice('OWN_ACCOUNT.READ'),
  'POST /api/v1/notices/{id}/read': route('PRACTICE_ROW', 'OWN_ACCOUNT.UPDATE'),
  'GET /api/v1/documents/{id}': route('PRACTICE_ROW', 'OWN_ACCOUNT.READ'),

  // The medical plan is of GP and elderly care physician; nobody of the social domain ever reads it (trust paper 3).
  'GET /api/v1/clients/{id}/treatment-plan': client('TREATMENT_PLAN.READ'),
  'PUT /api/v1/clients/{id}/treatment-plan': client('TREATMENT_PLAN.UPDATE', { problems: [] }),
  'GET /api/v1/clients/{id}/treatment-plan/versions': client('TREATMENT_PLAN.READ'),
  'GET /api/v1/clients/{id}/directives': client('DIRECTIVES.READ'),
  'POST /api/v1/clients/{id}/directives': client('DIRECTIVES.CREATE', {
    kind: 'ADVANCE',
    code: 'LW',
    datedOn: '2026-01-05',
    keptAt: 'Matrixproef',
  }),
  // all of them, so not for who may know only that there is one
  'GET /api/v1/clients/{id}/directives/versions': client('TREATMENT_PLAN.READ'),
  'PUT /api/v1/directives/{id}': route('PRACTICE_ROW', 'DIRECTIVES.UPDATE', {
    kind: 'ADVANCE',
    code: 'LW',
    datedOn: '2026-01-05',
    keptAt: 'Matrixproef',
  }),
  // V in words: who made it, GP and practice nurse
  'POST /api/v1/directives/{id}/void': {
    ...route('PRACTICE_ROW', 'DIRECTIVES.READ', { reason: 'Matrixproef' }),
    onlyFor: ['GP', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_NURSE'],
  },
  'GET /api/v1/clients/{id}/care-planning-talks': client('CARE_PLAN.READ'),
  'POST /api/v1/clients/{id}/care-planning-talks': client('CARE_PLAN.CREATE', {
    heldOn: '2026-01-05',
    participants: 'Matrixproef',
    themes: ['DAILY_JOY'],
  }),
  'PUT /api/v1/care-planning-talks/{id}': route('PRACTICE_ROW', 'CARE_PLAN.UPDATE', {
    heldOn: '2026-01-05',
    participants: 'Matrixproef',
    themes: ['DAILY_JOY'],
  }),
  'POST /api/v1/care-planning-talks/{id}/void': {
    ...route('PRACTICE_ROW', 'CARE_PLAN.READ', { reason: 'Matrixproef' }),
    onlyFor: WRITES_CARE_PLANS,
  },
  'GET /api/v1/clients/{id}/network': client('CARE_PLAN.READ'),
  'PUT /api/v1/clients/{id}/network': client('CARE_PLAN.UPDATE', { ties: [] }),
  'GET /api/v1/clients/{id}/network/versions': client('CARE_PLAN.READ'),
  'GET /api/v1/clients/{id}/surroundings-plan': client('CARE_PLAN.READ'),
  'PUT /api/v1/clients/{id}/surroundings-plan': client('CARE_PLAN.UPDATE', { calls: [] }),
  'GET /api/v1/clients/{id}/surroundings-plan/versions': client('CARE_PLAN.READ'),
  // who may know days only has nothing to print
  'POST /api/v1/clients/{id}/surroundings-plan/paper': { ...client('CARE_PLAN.READ'), onlyFor: WRITES_CARE_PLANS },

  'POST /api/v1/clients/{id}/destruction-requests': client(['DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE'], {
    requestedBy: 'CLIENT',
    requestedOn: '2026-01-05',
  }),
  'GET /api/v1/destruction-requests': practice(['DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE', 'DESTRUCTION.READ']),
  'POST /api/v1/destruction-requests/{id}/decision': route('PRACTICE_ROW', 'DESTRUCTION.FINALISE', {
    verdict: 'REFUSE',
    reasonCode: 'LAW_KEEPS',
    note: 'Matrixproef',
  }),
  'POST /api/v1/destruction-requests/{id}/letter': route('PRACTICE_ROW', [
    'DESTRUCTION.CREATE',
    'DESTRUCTION.FINALISE',
  ]),
  'GET /api/v1/merge-candidates': practice(['MERGE.CREATE', 'MERGE.FINALISE']),
  'POST /api/v1/merge-comparisons': route('PRACTICE_ROW', ['MERGE.CREATE', 'MERGE.FINALISE'], TWO_UNKNOWN),
  'GET /api/v1/retention': practice(['DESTRUCTION.FINALISE', 'DESTRUCTION.READ']),
  'POST /api/v1/retention/batches': route('PRACTICE_ROW', 'DESTRUCTION.FINALISE', {
    clientIds: [TWO_UNKNOWN.survivorId],
  }),
  'GET /api/v1/merges': practice(['MERGE.CREATE', 'MERGE.FINALISE']),
  'POST /api/v1/merges': route('PRACTICE_ROW', ['MERGE.CREATE', 'MERGE.FINALISE'], {
    ...TWO_UNKNOWN,
    reason: 'Matrixproef',
  }),
  'GET /api/v1/merges/{id}': route('PRACTICE_ROW', ['MERGE.CREATE', 'MERGE.FINALISE']),
  'POST /api/v1/merges/{id}/split': route('PRACTICE_ROW', ['MERGE.CREATE', 'MERGE.FINALISE'], {
    reason: 'Matrixproef',
    toMerged: [],
  }),
  'GET /api/v1/bulk-exports': practice('BULK_EXPORT.EXPORT'),
  'POST /api/v1/bulk-exports': practice('BULK_EXPORT.EXPORT', {
    purpose: 'Proef van de matrix',
    columns: ['FAMILY_NAME'],
    clients: 'ACTIVE',
  }),
  'POST /api/v1/bulk-exports/{id}/start': route('PRACTICE_ROW', 'BULK_EXPORT.EXPORT'),
  'GET /api/v1/approvals': practice('OWN_ACCOUNT.READ'),
  'POST /api/v1/approvals/{id}/decision': route('PRACTICE_ROW', 'OWN_ACCOUNT.UPDATE', { verdict: 'APPROVE' }),
  'POST /api/v1/approvals/{id}/withdraw': route('PRACTICE_ROW', 'OWN_ACCOUNT.UPDATE'),

  'POST /api/v1/clients': practice('IDENTITY.CREATE', {
    name: { family: 'Matrixproef' },
    sex: 'MALE',
    birthDate: '1939-09-09',
    confirmDuplicate: true,
  }),
  'POST /api/v1/clients/search': practice('CLIENT_LIST.READ', {}),
  'GET /api/v1/clients/{id}': client('IDENTITY.READ'),
  'PATCH /api/v1/clients/{id}': client('IDENTITY.UPDATE', { phone: '0599 123456' }),
  'GET /api/v1/clients/{id}/contact-persons': client('IDENTITY.READ'),
  'POST /api/v1/clients/{id}/contact-persons': client(['IDENTITY.CREATE', 'IDENTITY.UPDATE'], { name: 'Dochter' }),
  'PATCH /api/v1/contact-persons/{id}': route('CONTACT_PERSON', 'IDENTITY.UPDATE', { name: 'Zoon' }),
  'POST /api/v1/clients/{id}/bsn/reveal': client('BSN.READ'),
  'GET /api/v1/clients/{id}/history': client('IDENTITY.READ'),
  'GET /api/v1/clients/{id}/statements': client('IDENTITY.READ'),
  'POST /api/v1/clients/{id}/statements': client(CLIENT_RIGHTS, {
    statement: 'Ik gebruik geen rollator.',
    givenBy: 'CLIENT',
    givenOn: '2026-01-05',
  }),
  'POST /api/v1/statements/{id}/withdraw': route('PRACTICE_ROW', CLIENT_RIGHTS, { reason: 'Proef' }),
  'GET /api/v1/clients/{id}/restrictions': client(CLIENT_RIGHTS),
  'POST /api/v1/clients/{id}/restrictions': client(CLIENT_RIGHTS, {
    reason: 'Wil liever niet dat anderen meekijken.',
    askedBy: 'CLIENT',
    askedOn: '2026-01-05',
  }),
  'POST /api/v1/restrictions/{id}/decision': route('PRACTICE_ROW', 'DESTRUCTION.FINALISE', {
    decision: 'REFUSE',
    reason: 'Proef',
  }),
  'POST /api/v1/restrictions/{id}/lift': route('PRACTICE_ROW', 'DESTRUCTION.FINALISE', { reason: 'Proef' }),

  'POST /api/v1/client-imports': practice('CLIENT_IMPORT.CREATE'),
  'GET /api/v1/client-imports': practice('CLIENT_IMPORT.CREATE'),
  'GET /api/v1/client-imports/{id}': route('PRACTICE_ROW', 'CLIENT_IMPORT.CREATE'),
  'GET /api/v1/client-imports/{id}/rows': route('PRACTICE_ROW', 'CLIENT_IMPORT.CREATE'),
  'PATCH /api/v1/client-imports/{id}': route('PRACTICE_ROW', 'CLIENT_IMPORT.CREATE', { decisions: [] }),
  'POST /api/v1/client-imports/{id}/commit': route('PRACTICE_ROW', 'CLIENT_IMPORT.FINALISE'),
  'DELETE /api/v1/client-imports/{id}': route('PRACTICE_ROW', 'CLIENT_IMPORT.CREATE'),

  'GET /api/v1/instruments': practice('INSTRUMENTS.READ'),
  'POST /api/v1/instruments': practice('INSTRUMENTS.CREATE', { pack: {}, licenceConfirmed: true }),
  'POST /api/v1/instruments/{id}/activate': route('PRACTICE_ROW', 'INSTRUMENTS.CREATE'),
  'GET /api/v1/letterhead': practice('PRACTICE_SETTINGS.READ'),
  'PUT /api/v1/letterhead': practice('PRACTICE_SETTINGS.UPDATE', { name: 'Praktijk Matrixproef' }),
  'GET /api/v1/letterhead/logo': route('PRACTICE_ROW', 'PRACTICE_SETTINGS.READ'), // 404 while there is none
  'PUT /api/v1/letterhead/logo': practice('PRACTICE_SETTINGS.UPDATE'),
  'DELETE /api/v1/letterhead/logo': practice('PRACTICE_SETTINGS.UPDATE'),
  'GET /api/v1/screening-rounds/{id}/letters': route('PRACTICE_ROW', 'SCREENING.READ'),
  'POST /api/v1/screening-rounds/{id}/letters': route('PRACTICE_ROW', 'SCREENING.CREATE', { wave: 'INVITATION' }),
  'POST /api/v1/letters/blank-form': practice('SCREENING.CREATE', {}),
  'GET /api/v1/organisations': practice('COLLEAGUES.READ'),
  'POST /api/v1/organisations': practice('USERS.CREATE', { name: 'Welzijn Matrixproef', kind: 'SOCIAL_WORK' }),
  'PATCH /api/v1/organisations/{id}': route('PRACTICE_ROW', 'USERS.UPDATE', { name: 'Matrixproef' }),
  'GET /api/v1/users': practice('USERS.READ'),
  'POST /api/v1/users': practice('USERS.CREATE', {
    displayName: 'Kim Matrixproef',
    email: 'matrixproef@elders.example',
    role: 'DISTRICT_NURSE',
    organisationId: '00000000-0000-7000-8000-000100020000',
  }),
  'GET /api/v1/users/recertification': practice('USERS.READ'),
  'POST /api/v1/users/recertification': practice('USERS.UPDATE', { userIds: [] }),
  'PATCH /api/v1/users/{id}': route('PRACTICE_ROW', 'USERS.UPDATE', { displayName: 'Kim' }),
  'POST /api/v1/retention/{clientId}/extension': client('DESTRUCTION.FINALISE', {
    untilOn: DAY_AFTER_TOMORROW,
    reason: 'Loopt nog een procedure',
  }),
  'GET /api/v1/users/{id}/sessions': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'DELETE /api/v1/users/{id}/sessions/{sessionId}': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'POST /api/v1/users/{id}/end': route('PRACTICE_ROW', 'USERS.UPDATE', { on: DAY_AFTER_TOMORROW }),
  'POST /api/v1/users/{id}/withdraw': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'POST /api/v1/users/{id}/approval': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'POST /api/v1/users/{id}/link': route('PRACTICE_ROW', 'USERS.UPDATE'),
  'POST /api/v1/users/{id}/re-enrol': route('PRACTICE_ROW', 'USERS.UPDATE', { identityCheck: 'IN_PERSON' }),
  'GET /api/v1/practice-settings': practice('PRACTICE_SETTINGS.READ'),
  'PATCH /api/v1/practice-settings': practice('PRACTICE_SETTINGS.UPDATE', { cutOffs: { gfi: 5 } }),

  'GET /api/v1/clients/{id}/responses': client(READS_FORMS),
  'POST /api/v1/clients/{id}/responses': client(['HEALTH_ANSWERS.CREATE', 'WELLBEING_ANSWERS.CREATE'], {
    channel: 'PAPER',
  }),
  'GET /api/v1/responses/{id}': response(READS_FORMS),
  'PATCH /api/v1/responses/{id}': response(['HEALTH_ANSWERS.UPDATE', 'WELLBEING_ANSWERS.UPDATE'], {
    answers: { 'imesa-01': 1 },
  }),
  'POST /api/v1/responses/{id}/complete': response(['HEALTH_ANSWERS.FINALISE', 'WELLBEING_ANSWERS.FINALISE'], {}),
  'POST /api/v1/responses/{id}/amendments': response(['HEALTH_ANSWERS.FINALISE', 'WELLBEING_ANSWERS.FINALISE'], {
    answers: { 'imesa-01': 2 },
    reason: 'Nagevraagd',
  }),
  'POST /api/v1/responses/{id}/void': response(['HEALTH_ANSWERS.VOID', 'WELLBEING_ANSWERS.VOID'], {
    reason: 'OTHER',
  }),
  'PUT /api/v1/responses/{id}/remark': response(['HEALTH_ANSWERS.UPDATE', 'WELLBEING_ANSWERS.UPDATE'], {
    remark: 'In de kantlijn',
  }),
  'POST /api/v1/responses/{id}/remark/read': response(['HEALTH_ANSWERS.UPDATE', 'WELLBEING_ANSWERS.UPDATE']),
  'GET /api/v1/clients/{id}/profiles': client('RISK_PROFILE.READ'),
  'POST /api/v1/clients/{id}/profiles': client('RISK_PROFILE.FINALISE', { profile: 'FRAIL', reason: 'Proef' }),

  'GET /api/v1/second-entries': practice(['HEALTH_ANSWERS.UPDATE', 'WELLBEING_ANSWERS.UPDATE']),
  'GET /api/v1/second-entries/error-rate': practice('SCREENING.UPDATE'),
  'GET /api/v1/second-entries/{id}': route('SECOND_ENTRY', ['HEALTH_ANSWERS.UPDATE', 'WELLBEING_ANSWERS.UPDATE']),
  'PATCH /api/v1/second-entries/{id}': route('SECOND_ENTRY', ['HEALTH_ANSWERS.UPDATE', 'WELLBEING_ANSWERS.UPDATE'], {
    answers: { 'imesa-01': 1 },
  }),
  'POST /api/v1/second-entries/{id}/compare': route('SECOND_ENTRY', [
    'HEALTH_ANSWERS.FINALISE',
    'WELLBEING_ANSWERS.FINALISE',
  ]),
  'POST /api/v1/second-entries/{id}/resolve': route(
    'SECOND_ENTRY',
    ['HEALTH_ANSWERS.FINALISE', 'WELLBEING_ANSWERS.FINALISE'],
    { choices: {} },
  ),
  'POST /api/v1/second-entries/{id}/waive': route('SECOND_ENTRY', 'SCREENING.FINALISE', { reason: 'Proef' }),

  'GET /api/v1/clients/{id}/consents': client('CONSENT.READ'),
  'POST /api/v1/clients/{id}/consents': client('CONSENT.CREATE', {
    toOrganisationId: '00000000-0000-7000-8000-000100040000',
    categories: [1],
    rule: 'GRANT',
    givenBy: 'CLIENT',
    how: 'ORAL',
    on: '2026-01-05',
  }),
  'POST /api/v1/consents/{id}/withdraw': route('CONSENT', 'CONSENT.VOID'),
  'POST /api/v1/clients/{id}/consent-papers': client('CONSENT.CREATE', { kind: 'AGREED' }),
  'GET /api/v1/consent-texts': practice('CONSENT.CREATE'),
  'GET /api/v1/safety-net': practice('CLIENT_LIST.READ'),
  'GET /api/v1/caseload/views': { ...practice('CLIENT_LIST.READ'), ofNobody: true },
  'POST /api/v1/caseload/views': {
    ...practice('CLIENT_LIST.READ', { name: 'Te laat', address: 'due=CONTACT_DUE' }),
    ofNobody: true,
  },
  'DELETE /api/v1/caseload/views/{id}': route('PRACTICE_ROW', 'CLIENT_LIST.READ'),
  'GET /api/v1/clients/{id}/due': client('TIMELINE.READ'),
  'POST /api/v1/caseload/search': practice('CLIENT_LIST.READ', {}),
  'GET /api/v1/caseload/sizes': practice('CLIENT_LIST.READ'),
  'POST /api/v1/clients/{id}/gap-explanations': client('CASE_MANAGER.UPDATE', {
    code: 'NO_PROFILE',
    reason: 'Matrixproef',
    until: DAY_AFTER_TOMORROW,
  }),
  'POST /api/v1/screening-rounds': {
    ...practice('SCREENING.CREATE', { name: 'Matrixproef', referenceDate: '2026-12-31', returnBy: '2026-12-31' }),
    ofPractice: true,
  },
  'GET /api/v1/screening-rounds': practice('SCREENING.READ'),
  'GET /api/v1/screening-rounds/{id}': route('PRACTICE_ROW', 'SCREENING.READ'),
  'PATCH /api/v1/screening-rounds/{id}': route('PRACTICE_ROW', 'SCREENING.UPDATE', { name: 'Matrixproef' }),
  'GET /api/v1/screening-rounds/{id}/candidates': route('PRACTICE_ROW', 'SCREENING.READ'),
  'POST /api/v1/screening-rounds/{id}/invitations': route('PRACTICE_ROW', 'SCREENING.CREATE'),
  'GET /api/v1/screening-rounds/{id}/invitations': route('PRACTICE_ROW', 'SCREENING.READ'),
  'GET /api/v1/screening-rounds/{id}/open-questions': route('PRACTICE_ROW', 'SCREENING.READ'),
  'POST /api/v1/screening-rounds/{id}/close': route('PRACTICE_ROW', 'SCREENING.UPDATE'),
  'POST /api/v1/screening-rounds/{id}/cancel': route('PRACTICE_ROW', 'SCREENING.FINALISE', { reason: 'Proef' }),
  'POST /api/v1/invitations/lookup': route('PRACTICE_ROW', 'SCREENING.READ', { code: 'K74M2PZ3' }),
  'POST /api/v1/invitations/search': practice('SCREENING.READ', { birthDate: '1940-04-04', family: 'Proef' }),
  'GET /api/v1/invitations/{id}': route('PRACTICE_ROW', 'SCREENING.READ'),
  'PATCH /api/v1/invitations/{id}': route('PRACTICE_ROW', 'SCREENING.UPDATE', { state: 'REFUSED' }),
  'POST /api/v1/invitations/{id}/asking-closed': route('PRACTICE_ROW', 'SCREENING.UPDATE', {}),
  'POST /api/v1/access-log/clients/search': practice('LOG_CLIENT_SEARCH.READ', {
    family: 'Matrixproef',
    birthDate: '1939-09-09',
  }),
  'GET /api/v1/clients/{id}/access-explanation': client('ACCESS_EXPLANATION.READ'),
  'POST /api/v1/clients/{id}/break-glass': {
    ...client('BREAK_GLASS.CREATE', { reasonCode: 'ACUTE_CARE', reason: 'Gevallen in huis, geen mantelzorg.' }),
    undo: 'DELETE FROM care.emergency_access',
  },
  'POST /api/v1/emergency-accesses/clients/search': practice('BREAK_GLASS.CREATE', {
    family: 'Matrixproef',
    birthDate: '1939-09-09',
  }),
  'GET /api/v1/emergency-accesses/current': practice('BREAK_GLASS.CREATE'),
  'POST /api/v1/emergency-accesses/{id}/end': route('PRACTICE_ROW', 'BREAK_GLASS.CREATE'),
  'POST /api/v1/emergency-accesses/{id}/notes': route('PRACTICE_ROW', 'BREAK_GLASS.CREATE', { note: 'Matrixproef' }),
  'GET /api/v1/emergency-accesses': practice('BREAK_GLASS.READ'),
  'GET /api/v1/emergency-accesses/count': practice('BREAK_GLASS.READ'),
  'GET /api/v1/emergency-accesses/{id}': route('PRACTICE_ROW', 'BREAK_GLASS.READ'),
  'POST /api/v1/emergency-accesses/{id}/verdict': route('PRACTICE_ROW', 'BREAK_GLASS.FINALISE', {
    verdict: 'JUSTIFIED',
  }),
  'GET /api/v1/clients/{id}/access-log': client('ACCESS_LOG_CLIENT.READ'),
  'GET /api/v1/clients/{id}/access-overview': client('ACCESS_LOG_CLIENT.READ'),
  'POST /api/v1/clients/{id}/access-overview/print': client('ACCESS_LOG_CLIENT.EXPORT', {
    family: 'Eigen',
    birthDate: '1940-04-04',
  }),
  'GET /api/v1/log-reviews': practice('ACCESS_LOG_OVERVIEWS.READ'),
  'GET /api/v1/log-reviews/overdue': practice('ACCESS_LOG_CLIENT.READ'),
  'POST /api/v1/log-reviews': practice('ACCESS_LOG_OVERVIEWS.CREATE', { month: '2020-01-01' }),
  'GET /api/v1/log-reviews/{id}': route('PRACTICE_ROW', 'ACCESS_LOG_OVERVIEWS.READ'),
  'POST /api/v1/log-reviews/{id}/sign': route('PRACTICE_ROW', 'ACCESS_LOG_OVERVIEWS.FINALISE'),
  'GET /api/v1/log-review-lines/{id}/events': route('PRACTICE_ROW', 'ACCESS_LOG_OVERVIEWS.READ'),
  'POST /api/v1/log-review-lines/{id}/outcome': route('PRACTICE_ROW', 'ACCESS_LOG_OVERVIEWS.CREATE', {
    verdict: 'IN_ORDER',
  }),
  'GET /api/v1/clients/{id}/watch': { ...client('IDENTITY.UPDATE'), onlyFor: ['GP', 'PRACTICE_NURSE'] },
  'PUT /api/v1/clients/{id}/watch': {
    ...client('IDENTITY.UPDATE', { watched: true }),
    onlyFor: ['GP', 'PRACTICE_NURSE'],
  },
  'POST /api/v1/access-log/files': practice('ACCESS_LOG_OVERVIEWS.EXPORT', { from: '2026-01-01', until: '2026-01-31' }),
  'GET /api/v1/access-log/employees': practice('ACCESS_LOG_OVERVIEWS.READ'),
  'GET /api/v1/access-log/by-day': practice('ACCESS_LOG_OVERVIEWS.READ'),
  'GET /api/v1/access-log/by-employee': practice('ACCESS_LOG_OVERVIEWS.READ'),
  'POST /api/v1/clients/{id}/export': client('CLIENT_EXPORT.EXPORT', { format: 'JSON' }),
  'GET /api/v1/clients/{id}/invitations': client('SCREENING.READ'),
  'GET /api/v1/clients/{id}/timeline': client('TIMELINE.READ'),
  'GET /api/v1/clients/{id}/his-texts': client('HIS_SUMMARY.READ'),
  'GET /api/v1/clients/{id}/his-summary': client('HIS_SUMMARY.READ'),

  'POST /api/v1/public/questionnaire/access': PUBLIC,
  'GET /api/v1/public/questionnaire': respondent('NOTHING'),
  'GET /api/v1/public/questionnaire/responses/{id}': respondent('OWN_FORM'),
  'PATCH /api/v1/public/questionnaire/responses/{id}': respondent('OWN_FORM', { answers: { 'imesa-01': 1 } }),
  'PUT /api/v1/public/questionnaire/responses/{id}/remark': respondent('OWN_FORM', { remark: 'De tuin' }),
  'POST /api/v1/public/questionnaire/responses/{id}/complete': respondent('OWN_FORM', { completedBy: 'SELF' }),
  'POST /api/v1/public/questionnaire/refuse': respondent('NOTHING', {}),
  'DELETE /api/v1/public/questionnaire/session': respondent('NOTHING'),
};
