import {
  amsterdamDay, type OracleInstant, type OracleMeeting, type OraclePerson, type OraclePractice, type OracleResponse,
} from '../oracles/agenda-history.ts'; // prettier-ignore
import { type OracleDay, plusDays } from '../oracles/due-lists-oracle.ts';
import { anyToday } from '../due-lists/histories.ts';
import { pick, type Random, someOf } from '../support/random.ts';

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const times = <T>(random: Random, most: number, make: (index: number) => T): T[] =>
  Array.from({ length: upTo(random, most) }, (_, index) => make(index));

/** Hours at which the day is another one in Amsterdam than in UTC, in winter or in summer, among ordinary ones. */
const HOURS = ['00:30', '09:15', '12:00', '21:59', '22:00', '22:59', '23:00', '23:30'];
const PROFILES = ['ROBUST', 'FRAIL', 'COMPLEX'] as const;

/** An id as the product has them. */
function idFrom(random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => upTo(random, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** A practice on the day that an agenda is built: meetings before, beside and after it, and people with everything that can be. */
export function practiceFrom(random: Random, mostPeople: number): OraclePractice {
  const today = anyToday(random);
  const at = (day: OracleDay): OracleInstant =>
    `${day}T${pick(random, HOURS)}:00.${pick(random, ['000000', '000001', '500000'])}Z`;
  const meetingOn = plusDays(today, upTo(random, 40));
  const meeting: OracleMeeting = { id: idFrom(random), at: at(meetingOn), state: pick(random, ['DRAFT', 'OPEN']) };
  const others = times(random, 6, (index): OracleMeeting => ({
    id: idFrom(random),
    at: random() < 0.1 ? meeting.at : at(plusDays(meetingOn, -28 * index - upTo(random, 3))),
    state: pick(random, ['CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'REOPENED', 'RUNNING', 'CANCELLED', 'OPEN']),
  }));
  const later = times(random, 2, (): OracleMeeting => ({
    id: idFrom(random),
    at: at(plusDays(meetingOn, upTo(random, 40))),
    state: pick(random, ['DRAFT', 'OPEN', 'CANCELLED', 'CLOSED']),
  }));
  const rounds = Array.from({ length: 3 }, (_, index) => {
    const state = pick(random, ['CLOSED', 'CLOSED', 'OPEN'] as const);
    return {
      id: idFrom(random),
      state,
      closedAt: state === 'CLOSED' ? at(plusDays(today, -1 - index * 100 - upTo(random, 90))) : null,
    };
  });
  const head = { today, meetings: [meeting, ...others, ...later], meeting: meeting.id, rounds };
  const people = Array.from({ length: 2 + upTo(random, mostPeople - 2) }, () =>
    new PersonMaker(random, head, at).make(),
  );
  return { ...head, people };
}

/** One person of a practice, with a chance of each thing in it. */
class PersonMaker {
  private readonly edges: readonly OracleDay[];

  constructor(
    private readonly random: Random,
    private readonly practice: Omit<OraclePractice, 'people'>,
    private readonly at: (day: OracleDay) => OracleInstant,
  ) {
    const { today, meetings } = practice;
    const days = [today, ...meetings.map((meeting) => amsterdamDay(meeting.at))];
    const [meetingOn = today] = days.slice(1);
    this.edges = [...days, plusDays(meetingOn, 35)].flatMap((day) => [plusDays(day, -1), day, plusDays(day, 1)]);
  }

  private id = (): string => idFrom(this.random);
  private past = (): OracleDay => plusDays(this.practice.today, -upTo(this.random, 300));
  private any = (): OracleDay => pick(this.random, this.edges);
  private maybe = <T>(chance: number, make: () => T): T | null => (this.random() < chance ? make() : null);
  /** A list that is empty more often than not, so that agendas are made of different things. */
  private some = <T>(most: number, make: (index: number) => T, chance = 0.4): T[] =>
    this.random() < chance ? times(this.random, most, make) : [];

  make(): OraclePerson {
    const { random, id, at, past } = this;
    const responses = this.some(3, () => this.response(), 0.6);
    const basis = (): string | null =>
      this.maybe(0.7, () => pick(random, responses.length === 0 ? [null] : responses.map((one) => one.id)));
    const signals = this.some(2, () => ({
      id: id(),
      state: pick(random, ['NEW', 'ASSESSED', 'ON_AGENDA', 'ON_AGENDA', 'CLOSED'] as const),
      type: pick(random, ['FALL', 'LONELINESS'] as const),
      urgent: random() < 0.4,
      recordedAt: at(past()),
    }));
    const invitations = this.practice.rounds
      .filter(() => random() < 0.3)
      .map(({ id: round }) => ({ id: id(), round, state: pick(random, INVITATIONS), madeAt: at(past()) }));
    const referrals = this.some(2, () => this.referral());
    const decisions = this.some(3, () => this.decision());
    const rows = [
      ...signals.map((row) => ({ code: 'SIGNAL', row: row.id })),
      ...invitations.map((row) => ({ code: 'NOT_RETURNED', row: row.id })),
      ...referrals.flatMap(({ feedbacks }) => feedbacks.map((row) => ({ code: 'REFERRAL_FEEDBACK', row: row.id }))),
      ...decisions.map((row) => ({ code: 'REVIEW_DUE', row: row.id })),
      { code: 'OPEN_ACTION', row: id() },
      { code: 'OPEN_ACTION', row: id() },
      { code: 'MANUAL', row: id() },
    ];
    const lines = this.lines(rows);
    const someLine = (): string => pick(random, lines).id;
    return {
      id: id(),
      sortName: pick(random, ['AARDEN', 'BERG', 'BERG', 'BERG VAN DEN', 'WIT DE']),
      born: pick(random, ['1939-11-30', '1940-02-29', '1941-04-03']),
      merged: random() < 0.1,
      status: pick(random, ['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ADMITTED', 'MOVED', 'DEREGISTERED', 'DECEASED']),
      lines,
      actions:
        lines.length === 0
          ? []
          : this.some(2, () => ({
              id: id(),
              line: someLine(),
              state: pick(random, ['OPEN', 'OPEN', 'DONE', 'CANCELLED']),
            })),
      responses,
      assignments: this.some(
        3,
        () => ({
          id: id(),
          profile: pick(random, PROFILES),
          at: at(past()),
          response: basis(),
        }),
        0.6,
      ),
      signals,
      plans: this.some(1, () => this.plan()),
      decisions: lines.length === 0 ? [] : decisions.map((decision) => ({ ...decision, line: someLine() })),
      medication: this.maybe(0.2, () => ({ id: id(), nextOn: this.maybe(0.8, this.any) })),
      invitations,
      referrals,
      topics: this.some(2, () => ({
        id: id(),
        meeting: random() < 0.7 ? this.practice.meeting : pick(random, this.practice.meetings).id,
        at: at(past()),
        withdrawn: random() < 0.3,
      })),
    };
  }

  private lines(rows: OraclePerson['lines'][number]['because']): OraclePerson['lines'] {
    const { random, practice } = this;
    const chance = pick(random, [0, 0, 0.5, 0.9]);
    const passed = pick(random, [0.3, 0.6, 0.95]);
    return practice.meetings
      .filter(({ id }) => id !== practice.meeting && random() < chance)
      .map(({ id: meeting }) => ({
        id: this.id(),
        meeting,
        gone: random() < 0.1,
        outcome: random() < passed ? ('NOT_DISCUSSED' as const) : ('DISCUSSED' as const),
        because:
          random() < 0.2
            ? rows.filter(({ code }) => code === 'OPEN_ACTION')
            : [pick(random, rows), ...someOf(random, rows, 0.3)],
      }));
  }

  private response(): OracleResponse {
    const { random } = this;
    const completedOn = this.past();
    return {
      id: this.id(),
      state: pick(random, ['COMPLETED', 'COMPLETED', 'COMPLETED', 'SUPERSEDED', 'VOID']),
      empty: random() < 0.1,
      completedOn: random() < 0.2 ? this.practice.today : completedOn,
      completedAt: this.at(random() < 0.5 ? completedOn : this.past()),
      proposal: pick(random, [...PROFILES, 'UNDETERMINED']),
      secondEntry: pick(random, [null, null, null, null, 'PENDING', 'DIFFERENT', 'EQUAL', 'WAIVED']),
    };
  }

  private plan(): OraclePerson['plans'][number] {
    const state = pick(this.random, ['DRAFT', 'DISCUSSED', 'ADOPTED', 'ACTIVE', 'EVALUATED', 'CLOSED'] as const);
    const isRunning = state !== 'DRAFT' && state !== 'DISCUSSED';
    return {
      id: this.id(),
      state,
      discussedOn: state === 'DRAFT' ? null : this.past(),
      nextEvaluationOn: isRunning ? this.any() : null,
    };
  }

  private referral(): OraclePerson['referrals'][number] {
    const { random } = this;
    const state = pick(random, ['DRAFT', 'SENT', 'FEEDBACK_GIVEN', 'FEEDBACK_GIVEN', 'CLOSED'] as const);
    const given = state === 'FEEDBACK_GIVEN' ? 1 + upTo(random, 1) : 0;
    return {
      id: this.id(),
      state,
      dueOn: this.any(),
      feedbacks: Array.from({ length: given }, () => ({ id: this.id(), on: this.past() })),
    };
  }

  private decision(): OraclePerson['decisions'][number] {
    const kind = pick(this.random, ['NEXT_REVIEW', 'NEXT_REVIEW', 'END_REVIEW'] as const);
    const on = kind === 'NEXT_REVIEW' ? this.any() : null;
    return { id: this.id(), line: '', kind, at: this.at(this.past()), on, undone: this.random() < 0.2 };
  }
}

const INVITATIONS = [
  'NOT_RETURNED', 'NOT_RETURNED', 'REFUSED', 'NOT_REACHED', 'UNDELIVERABLE', 'SCORED', 'PROFILE_ASSIGNED', 'CANCELLED',
]; // prettier-ignore
