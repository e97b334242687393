/**
 * The agenda of a team meeting, a second time: written from the table of domain paper 10 and the terms of its 9, from whole
 * histories that are told again from the beginning. Nothing of the product is used.
 */
import {
  amsterdamDay, type OracleInstant, type OracleMeeting, type OraclePerson, type OraclePractice, type OracleResponse,
} from './agenda-history.ts'; // prettier-ignore
import { divide, isThirdTime, type OracleLine, type OracleReason, RANK_OF } from './agenda-order-oracle.ts';
import { type OracleDay, plusDays } from './due-lists-oracle.ts';

class Agenda {
  private readonly at: OracleInstant;
  private readonly D: OracleDay;
  private readonly H: OracleDay;
  private readonly meetings: ReadonlyMap<string, OracleMeeting>;

  constructor(private readonly practice: OraclePractice) {
    this.meetings = new Map(practice.meetings.map((meeting) => [meeting.id, meeting]));
    this.at = this.meetings.get(practice.meeting)?.at ?? '';
    this.D = amsterdamDay(this.at);
    let next: OracleInstant | undefined;
    for (const { at, state } of practice.meetings)
      if (['DRAFT', 'OPEN'].includes(state) && at > this.at && (next === undefined || at < next)) next = at;
    this.H = next === undefined ? plusDays(this.D, 35) : amsterdamDay(next);
  }

  private heldBefore(id: string): boolean {
    const meeting = this.meetings.get(id);
    return meeting !== undefined && ['CLOSED', 'REOPENED'].includes(meeting.state) && meeting.at < this.at;
  }

  private dayOfMeeting = (id: string): OracleDay => amsterdamDay(this.meetings.get(id)?.at ?? '');

  /** Meeting by meeting, from the first one on: how many times in a row she was passed over, and since when. */
  private *carried({ lines }: OraclePerson): Iterable<OracleReason> {
    const held = [...this.meetings.values()]
      .filter(({ id }) => this.heldBefore(id))
      .toSorted((one, other) => (one.at < other.at || (one.at === other.at && one.id < other.id) ? -1 : 1));
    let [count, since, row] = [0, '', ''];
    for (const { id } of held) {
      const there = lines.filter(({ meeting, gone }) => meeting === id && !gone);
      if (there.length === 0) continue;
      const passed = there.find(
        ({ outcome, because }) => outcome === 'NOT_DISCUSSED' && !because.every(({ code }) => code === 'OPEN_ACTION'),
      );
      if (passed === undefined) count = 0;
      else {
        if (count === 0) since = this.dayOfMeeting(id);
        count += 1;
        row = passed.id;
      }
    }
    if (count > 0) yield { code: 'CARRIED_OVER', row, since, tells: String(count) };
  }

  private *actions({ actions, lines }: OraclePerson): Iterable<OracleReason> {
    for (const { id, line, state } of actions) {
      const decidedIn = lines.find((one) => one.id === line)?.meeting ?? '';
      if (state === 'OPEN' && this.heldBefore(decidedIn))
        yield { code: 'OPEN_ACTION', row: id, since: this.dayOfMeeting(decidedIn), tells: '' };
    }
  }

  private *profile({ responses, assignments }: OraclePerson): Iterable<OracleReason> {
    let standing: OracleResponse | undefined;
    for (const response of responses) {
      if (response.state !== 'COMPLETED' || response.empty) continue;
      const newer =
        standing === undefined ||
        response.completedOn > standing.completedOn ||
        (response.completedOn === standing.completedOn && response.completedAt > standing.completedAt);
      if (newer) standing = response;
    }
    if (standing === undefined || standing.secondEntry === 'PENDING' || standing.secondEntry === 'DIFFERENT') return;
    let current: OraclePerson['assignments'][number] | undefined;
    for (const assignment of assignments) if (current === undefined || assignment.at > current.at) current = assignment;
    if (current !== undefined) {
      const basis = responses.find(({ id }) => id === current.response);
      const settled =
        basis === undefined
          ? current.at >= standing.completedAt
          : basis.id === standing.id || basis.completedAt >= standing.completedAt;
      if (settled) return;
    }
    const { proposal } = standing;
    let code = 'PROFILE_SAME';
    if (current !== undefined && current.profile !== proposal) code = 'PROFILE_CHANGED';
    if (current === undefined) code = 'PROFILE_NEW';
    if (proposal === 'UNDETERMINED') code = 'PROFILE_UNDETERMINED';
    const tells = `${current?.profile ?? 'none'} > ${proposal}`;
    yield { code, row: standing.id, since: amsterdamDay(standing.completedAt), tells };
  }

  private *signals({ signals }: OraclePerson): Iterable<OracleReason> {
    for (const { id, state, urgent, recordedAt } of signals)
      if (state === 'ON_AGENDA')
        yield { code: 'SIGNAL', row: id, since: amsterdamDay(recordedAt), tells: urgent ? 'URGENT' : '' };
  }

  /** What was decided on speaking of her again, told in the order in which it happened. */
  private review({ decisions, assignments }: OraclePerson): {
    ended: boolean;
    next: { row: string; on: OracleDay } | null;
  } {
    const events = [
      ...assignments.map(({ at }) => ({ at, kind: 'A', id: '', on: null })),
      ...decisions.filter(({ undone }) => !undone).map(({ at, kind, id, on }) => ({ at, kind, id, on })),
    ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
    let ended = false;
    let next: { row: string; on: OracleDay } | null = null;
    for (const { kind, id, on } of events) {
      ended = kind === 'END_REVIEW';
      if (kind === 'END_REVIEW') next = null;
      if (kind === 'NEXT_REVIEW' && on !== null) next = { row: id, on };
    }
    return { ended, next };
  }

  private *plans(person: OraclePerson): Iterable<OracleReason> {
    const { ended, next } = this.review(person);
    for (const { id, state, discussedOn, nextEvaluationOn } of person.plans) {
      if (state === 'DISCUSSED' && discussedOn !== null)
        yield { code: 'PLAN_TO_ADOPT', row: id, since: discussedOn, tells: '' };
      const running = state === 'ADOPTED' || state === 'ACTIVE' || state === 'EVALUATED';
      if (running && !ended && nextEvaluationOn !== null && nextEvaluationOn <= this.H)
        yield { code: 'EVALUATION_DUE', row: id, since: nextEvaluationOn, tells: '' };
    }
    if (next === null || next.on > this.D) return;
    const used = person.lines.some(
      ({ outcome, gone, because }) =>
        outcome === 'DISCUSSED' && !gone && because.some(({ code, row }) => code === 'REVIEW_DUE' && row === next.row),
    );
    if (!used) yield { code: 'REVIEW_DUE', row: next.row, since: next.on, tells: '' };
  }

  private *medication({ medication }: OraclePerson): Iterable<OracleReason> {
    if (medication === null || medication.nextOn === null || medication.nextOn > this.H) return;
    yield { code: 'MEDICATION_REVIEW_DUE', row: medication.id, since: medication.nextOn, tells: '' };
  }

  private wasSettled({ lines }: OraclePerson, code: string, row: string): boolean {
    const settling = lines.filter(
      ({ meeting, outcome, gone }) => outcome === 'DISCUSSED' && !gone && this.heldBefore(meeting),
    );
    return settling.some(({ because }) => because.some((reason) => reason.code === code && reason.row === row));
  }

  private *silence(person: OraclePerson): Iterable<OracleReason> {
    let newest: { id: string; state: string; madeAt: OracleInstant; closedAt: OracleInstant } | undefined;
    for (const { id, round, state, madeAt } of person.invitations) {
      const closedAt = this.practice.rounds.find((one) => one.id === round && one.state === 'CLOSED')?.closedAt;
      if (closedAt && (newest === undefined || closedAt > newest.closedAt)) newest = { id, state, madeAt, closedAt };
    }
    if (newest === undefined) return;
    if (!['NOT_RETURNED', 'REFUSED', 'NOT_REACHED', 'UNDELIVERABLE'].includes(newest.state)) return;
    const from = amsterdamDay(newest.madeAt);
    if (
      person.responses.some(({ state, empty, completedOn }) => state === 'COMPLETED' && !empty && completedOn >= from)
    )
      return;
    if (this.wasSettled(person, 'NOT_RETURNED', newest.id)) return;
    yield { code: 'NOT_RETURNED', row: newest.id, since: amsterdamDay(newest.closedAt), tells: newest.state };
  }

  private *referrals(person: OraclePerson): Iterable<OracleReason> {
    for (const { id, state, dueOn, feedbacks } of person.referrals) {
      const feedback = feedbacks[feedbacks.length - 1];
      if (state === 'FEEDBACK_GIVEN' && feedback && !this.wasSettled(person, 'REFERRAL_FEEDBACK', feedback.id))
        yield { code: 'REFERRAL_FEEDBACK', row: feedback.id, since: feedback.on, tells: '' };
      if ((state === 'DRAFT' || state === 'SENT') && dueOn < this.practice.today)
        yield { code: 'REFERRAL_SILENT', row: id, since: plusDays(dueOn, 1), tells: '' };
    }
  }

  private *topics({ topics }: OraclePerson): Iterable<OracleReason> {
    for (const { id, meeting, at, withdrawn } of topics)
      if (meeting === this.practice.meeting && !withdrawn)
        yield { code: 'MANUAL', row: id, since: amsterdamDay(at), tells: '' };
  }

  private reasonsOf(person: OraclePerson): OracleReason[] {
    if (person.merged || (person.status !== 'ACTIVE' && person.status !== 'ADMITTED')) return [];
    return [
      ...this.carried(person),
      ...this.actions(person),
      ...this.profile(person),
      ...this.signals(person),
      ...this.plans(person),
      ...this.medication(person),
      ...this.silence(person),
      ...this.referrals(person),
      ...this.topics(person),
    ];
  }

  /** Rank by rank, and in each rank by dividing its people again and again, first by what counts most. */
  build(): OracleLine[] {
    const entries = this.practice.people.map((person) => ({ person, reasons: this.reasonsOf(person) }));
    const built: OracleLine[] = [];
    for (let rank = 1; rank <= 10; rank++) {
      const here = entries.filter(
        ({ reasons }) => Math.min(...reasons.map(({ code }) => RANK_OF[code] ?? 11)) === rank,
      );
      for (const { person, reasons } of divide(here, rank)) {
        const onTop = isThirdTime(reasons);
        built.push({ person: person.id, rank, onTop, reasons });
      }
    }
    return built;
  }
}

/** Category of what each reason is about, by domain paper 13.8; a signal has that of its type. */
const CATEGORY_OF: Readonly<Record<string, number>> = {
  CARRIED_OVER: 6,
  OPEN_ACTION: 6,
  PROFILE_UNDETERMINED: 3,
  PROFILE_NEW: 3,
  PROFILE_CHANGED: 3,
  PROFILE_SAME: 3,
  PLAN_TO_ADOPT: 4,
  EVALUATION_DUE: 4,
  REVIEW_DUE: 6,
  MEDICATION_REVIEW_DUE: 5,
  NOT_RETURNED: 1,
  REFERRAL_FEEDBACK: 4,
  REFERRAL_SILENT: 4,
  MANUAL: 6,
};

export function oracleCategory({ people }: OraclePractice, { code, row }: OracleReason): number {
  const signal = people.flatMap(({ signals }) => signals).find(({ id }) => id === row);
  return signal === undefined ? (CATEGORY_OF[code] ?? 0) : signal.type === 'LONELINESS' ? 2 : 4;
}

/** The agenda of the meeting in hand, in its order. */
export const oracleAgenda = (practice: OraclePractice): OracleLine[] => new Agenda(practice).build();
