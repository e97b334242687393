import type { AgendaFacts, AgendaMoment, AgendaRow } from '@samenoud/domain';
import { agendaDays } from '@samenoud/domain';
import { amsterdamDay, type OraclePerson, type OraclePractice } from '../oracles/agenda-history.ts';

/** The meeting in the words of the product. */
export function momentOf({ meetings, meeting, today }: OraclePractice): AgendaMoment {
  const startsAt = meetings.find(({ id }) => id === meeting)?.at ?? '';
  const next = meetings
    .filter(({ at, state }) => at > startsAt && (state === 'DRAFT' || state === 'OPEN'))
    .map(({ at }) => at)
    .toSorted();
  return { startsAt, ...agendaDays(startsAt, next[0] ?? null), today };
}

/** A person in the words of the product: what the loader of the API is to find. */
export function factsOf(practice: OraclePractice, person: OraclePerson): AgendaFacts {
  const meetingOf = (line: string) => {
    const id = person.lines.find((one) => one.id === line)?.meeting;
    const { at, state } = practice.meetings.find((one) => one.id === id) ?? { at: '', state: 'CANCELLED' as const };
    return { meetingState: state, startsAt: at };
  };
  return {
    clientId: person.id,
    status: person.status,
    sortName: person.sortName,
    birthDate: person.born,
    lines: person.lines
      .filter(({ gone }) => !gone)
      .map(({ id, meeting, outcome, because }) => ({
        row: row(id),
        meetingId: meeting,
        ...meetingOf(id),
        outcome,
        reasons: because.map(({ code, row: rowId }) => ({ code: code as 'SIGNAL', rowId })),
      })),
    meetingActions: person.actions.map(({ id, line, state }) => ({
      row: row(id),
      state,
      dueOn: null,
      ...meetingOf(line),
    })),
    ...profilesOf(person),
    signals: person.signals.map(({ id, state, type, urgent, recordedAt }) => ({
      row: row(id),
      type,
      state,
      urgent,
      recordedOn: amsterdamDay(recordedAt),
    })),
    plans: person.plans.map(({ id, ...plan }) => ({ row: row(id), ...plan })),
    reviewDecisions: person.decisions
      .filter(({ undone }) => !undone)
      .map(({ id, kind, at, on }) =>
        kind === 'NEXT_REVIEW' ? { kind, row: row(id), takenAt: at, on: on ?? '' } : { kind, takenAt: at },
      ),
    medicationReviews: [person.medication].flatMap((plan) =>
      plan?.nextOn ? [{ row: row(plan.id), nextOn: plan.nextOn }] : [],
    ),
    invitations: person.invitations.flatMap(({ id, round, state, madeAt }) => {
      const closedAt = practice.rounds.find((one) => one.id === round)?.closedAt;
      return closedAt ? [{ row: row(id), state: state as 'REFUSED', madeOn: amsterdamDay(madeAt), closedAt }] : [];
    }),
    referrals: person.referrals.map(({ id, state, dueOn, feedbacks }) => {
      const last = feedbacks.at(-1);
      return {
        row: row(id),
        type: 'BUDDY',
        state,
        dueOn,
        feedback: last ? { row: row(last.id), on: last.on, outcome: 'STARTED' } : null,
      };
    }),
    additions: person.topics
      .filter(({ meeting, withdrawn }) => meeting === practice.meeting && !withdrawn)
      .map(({ id, at }) => ({ row: row(id), addedOn: amsterdamDay(at) })),
  };
}

const row = (id: string): AgendaRow => ({ id, category: 6, ownerOrgId: 'practice' });

function profilesOf({
  responses,
  assignments,
}: OraclePerson): Pick<AgendaFacts, 'assessment' | 'assignment' | 'answeredOn'> {
  const valid = responses
    .filter(({ state, empty }) => state === 'COMPLETED' && !empty)
    .toSorted((a, b) => `${a.completedOn} ${a.completedAt}`.localeCompare(`${b.completedOn} ${b.completedAt}`));
  const standing = valid.at(-1);
  const current = assignments.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  return {
    answeredOn: standing?.completedOn ?? null,
    assessment: standing
      ? {
          row: row(standing.id),
          completedAt: standing.completedAt,
          proposed: standing.proposal,
          secondEntryPending: standing.secondEntry === 'PENDING' || standing.secondEntry === 'DIFFERENT',
        }
      : null,
    assignment: current
      ? {
          profile: current.profile,
          assignedAt: current.at,
          basisCompletedAt: responses.find(({ id }) => id === current.response)?.completedAt ?? null,
        }
      : null,
  };
}
