import { addDays, compareDays, type Day } from '../calendar/day.ts';
import { dayOfInstant } from '../calendar/instant.ts';
import { compareInstants } from '../consent/instants.ts';
import type { InvitationState } from '../screening/invitation-state.ts';
import type {
  AgendaCode,
  AgendaDetail,
  AgendaFacts,
  AgendaLineFact,
  AgendaMoment,
  AgendaReason,
  AgendaRow,
  AssessmentFact,
  CurrentAssignmentFact,
  MeetingState,
} from './agenda.ts';

/** One row that asks for a place on the agenda. */
type Thing = { readonly row: AgendaRow; readonly since: Day; readonly detail: AgendaDetail };
type Rule = (facts: AgendaFacts, moment: AgendaMoment) => readonly Thing[];

const RUNNING_PLANS: readonly string[] = ['ADOPTED', 'ACTIVE', 'EVALUATED'];
const SILENT_REFERRALS: readonly string[] = ['DRAFT', 'SENT'];
const NOT_ANSWERED: readonly InvitationState[] = ['NOT_RETURNED', 'REFUSED', 'NOT_REACHED', 'UNDELIVERABLE'];

type OfMeeting = { readonly meetingState: MeetingState; readonly startsAt: string };

/** Held, and before the meeting the agenda is for. */
const isEarlier =
  (moment: AgendaMoment) =>
  ({ meetingState, startsAt }: OfMeeting): boolean =>
    (meetingState === 'CLOSED' || meetingState === 'REOPENED') && compareInstants(startsAt, moment.startsAt) < 0;

/** A line that was there to tick off actions does not carry over. */
const carriesOver = ({ outcome, reasons }: AgendaLineFact): boolean =>
  outcome === 'NOT_DISCUSSED' && reasons.some(({ code }) => code !== 'OPEN_ACTION');

const hasReason = ({ reasons }: AgendaLineFact, code: AgendaCode, rowId: string): boolean =>
  reasons.some((reason) => reason.code === code && reason.rowId === rowId);

const wasDiscussed = (lines: readonly AgendaLineFact[], code: AgendaCode, rowId: string): boolean =>
  lines.some((line) => line.outcome === 'DISCUSSED' && hasReason(line, code, rowId));

/** What is to come on an agenda once: not again after an earlier meeting discussed a line with it. */
const isOver = ({ lines }: AgendaFacts, moment: AgendaMoment, code: AgendaCode, rowId: string): boolean =>
  wasDiscussed(lines.filter(isEarlier(moment)), code, rowId);

/** The earlier meetings that had a line of her, each with her lines, oldest first. */
function earlierMeetings(lines: readonly AgendaLineFact[], moment: AgendaMoment) {
  const inOrder = lines
    .filter(isEarlier(moment))
    .toSorted((a, b) => compareInstants(a.startsAt, b.startsAt) || (a.meetingId < b.meetingId ? -1 : 1));
  const meetingIds = [...new Set(inOrder.map(({ meetingId }) => meetingId))];
  return meetingIds.map((id) => inOrder.filter(({ meetingId }) => meetingId === id));
}

const carriedOver: Rule = ({ lines }, moment) => {
  const meetings = earlierMeetings(lines, moment).map((ofOne) => ofOne.find(carriesOver));
  const run = meetings.slice(meetings.lastIndexOf(undefined) + 1);
  const [first, last] = [run.at(0), run.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ row: last.row, since: dayOfInstant(first.startsAt), detail: { times: run.length } }];
};

const openAction: Rule = ({ meetingActions }, moment) =>
  meetingActions
    .filter((action) => action.state === 'OPEN' && isEarlier(moment)(action))
    .map(({ row, startsAt, dueOn }) => ({ row, since: dayOfInstant(startsAt), detail: { dueOn } }));

/**
 * An assessment that nobody has assigned a profile on. That the current profile rests on another response is said by its being
 * completed earlier. When the last meeting was plays no part.
 */
function isPending(
  { completedAt, secondEntryPending }: AssessmentFact,
  current: CurrentAssignmentFact | null,
): boolean {
  if (secondEntryPending) return false;
  return current === null || compareInstants(current.basisCompletedAt ?? current.assignedAt, completedAt) < 0;
}

function profileCode(proposed: AssessmentFact['proposed'], assigned: CurrentAssignmentFact['profile'] | undefined) {
  if (proposed === 'UNDETERMINED') return 'PROFILE_UNDETERMINED';
  if (assigned === undefined) return 'PROFILE_NEW';
  return proposed === assigned ? 'PROFILE_SAME' : 'PROFILE_CHANGED';
}

const profile =
  (code: AgendaCode): Rule =>
  ({ assessment, assignment }) => {
    if (assessment === null || !isPending(assessment, assignment)) return [];
    const { row, completedAt, proposed } = assessment;
    if (profileCode(proposed, assignment?.profile) !== code) return [];
    return [{ row, since: dayOfInstant(completedAt), detail: { assigned: assignment?.profile ?? null, proposed } }];
  };

const signal: Rule = ({ signals }) =>
  signals
    .filter(({ state }) => state === 'ON_AGENDA')
    .map(({ row, type, urgent, recordedOn }) => ({ row, since: recordedOn, detail: { signalType: type, urgent } }));

const planToAdopt: Rule = ({ plans }) =>
  plans.flatMap(({ row, state, discussedOn }) =>
    state === 'DISCUSSED' && discussedOn !== null ? [{ row, since: discussedOn, detail: {} }] : [],
  );

/** The last word of the meetings on when to speak of her again. */
const lastReview = ({ reviewDecisions }: AgendaFacts) =>
  reviewDecisions.toSorted((a, b) => compareInstants(a.takenAt, b.takenAt)).at(-1);

/** Ended until a day is named or a profile assigned. */
function isReviewEnded(facts: AgendaFacts): boolean {
  const last = lastReview(facts);
  if (last?.kind !== 'END_REVIEW') return false;
  return facts.assignment === null || compareInstants(facts.assignment.assignedAt, last.takenAt) <= 0;
}

const evaluationDue: Rule = (facts, { horizonOn }) =>
  isReviewEnded(facts)
    ? []
    : facts.plans.flatMap(({ row, state, nextEvaluationOn: on }) =>
        RUNNING_PLANS.includes(state) && on !== null && on <= horizonOn ? [{ row, since: on, detail: {} }] : [],
      );

/** The day is used up as soon as a line with it was discussed, in whatever meeting. */
const reviewDue: Rule = (facts, { meetingOn }) => {
  const last = lastReview(facts);
  if (last?.kind !== 'NEXT_REVIEW' || last.on > meetingOn) return [];
  if (wasDiscussed(facts.lines, 'REVIEW_DUE', last.row.id)) return [];
  return [{ row: last.row, since: last.on, detail: {} }];
};

const medicationReviewDue: Rule = ({ medicationReviews }, { horizonOn }) =>
  medicationReviews
    .filter(({ nextOn }) => nextOn <= horizonOn)
    .map(({ row, nextOn }) => ({ row, since: nextOn, detail: {} }));

const notReturned: Rule = (facts, moment) => {
  const newest = facts.invitations.toSorted((a, b) => compareInstants(a.closedAt, b.closedAt)).at(-1);
  if (newest === undefined || !NOT_ANSWERED.includes(newest.state)) return [];
  const isAnswered = facts.answeredOn !== null && facts.answeredOn >= newest.madeOn;
  if (isAnswered || isOver(facts, moment, 'NOT_RETURNED', newest.row.id)) return [];
  return [{ row: newest.row, since: dayOfInstant(newest.closedAt), detail: { invitationState: newest.state } }];
};

/** Another feedback on the same referral is another row. */
const referralFeedback: Rule = (facts, moment) =>
  facts.referrals.flatMap(({ type, state, feedback }) => {
    if (state !== 'FEEDBACK_GIVEN' || feedback === null) return [];
    if (isOver(facts, moment, 'REFERRAL_FEEDBACK', feedback.row.id)) return [];
    return [{ row: feedback.row, since: feedback.on, detail: { referralType: type, outcome: feedback.outcome } }];
  });

const referralSilent: Rule = ({ referrals }, { today }) =>
  referrals.flatMap(({ row, type, state, dueOn }) =>
    SILENT_REFERRALS.includes(state) && dueOn !== null && dueOn < today
      ? [{ row, since: addDays(dueOn, 1), detail: { referralType: type } }]
      : [],
  );

const manual: Rule = ({ additions }) => additions.map(({ row, addedOn }) => ({ row, since: addedOn, detail: {} }));

const RULES: Readonly<Record<AgendaCode, Rule>> = {
  CARRIED_OVER: carriedOver,
  OPEN_ACTION: openAction,
  PROFILE_UNDETERMINED: profile('PROFILE_UNDETERMINED'),
  PROFILE_NEW: profile('PROFILE_NEW'),
  PROFILE_CHANGED: profile('PROFILE_CHANGED'),
  PROFILE_SAME: profile('PROFILE_SAME'),
  SIGNAL: signal,
  PLAN_TO_ADOPT: planToAdopt,
  EVALUATION_DUE: evaluationDue,
  REVIEW_DUE: reviewDue,
  MEDICATION_REVIEW_DUE: medicationReviewDue,
  NOT_RETURNED: notReturned,
  REFERRAL_FEEDBACK: referralFeedback,
  REFERRAL_SILENT: referralSilent,
  PROGRAMME: () => [],
  MANUAL: manual,
};

/** All rows that give this code, the oldest first. Source: domain.md 10, agenda, its table. */
export function agendaReasons(code: AgendaCode, facts: AgendaFacts, moment: AgendaMoment): readonly AgendaReason[] {
  return RULES[code](facts, moment)
    .map((thing) => ({ code, ...thing }))
    .toSorted((a, b) => compareDays(a.since, b.since) || (a.row.id < b.row.id ? -1 : 1));
}
