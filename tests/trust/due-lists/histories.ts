import {
  dayNumber, dayOf, type OracleAction, type OracleContact, type OracleDay, type OracleGoal, type OracleHistory,
  type OraclePlan, type OracleProfile, type OracleSignal, plusDays, plusMonths,
} from '../oracles/due-lists-oracle.ts'; // prettier-ignore
import { pick, type Random } from '../support/random.ts';

/** Distances at which something begins or ends in one of the tables, and what lies beside them. */
const EDGES = [0, 1, 7, 8, 14, 15, 29, 30, 31, 42, 43, 44, 45, 89, 90, 91, 104, 105, 180, 364, 365, 366];
const REFERRAL_STATES = ['DRAFT', 'SENT', 'FEEDBACK_GIVEN', 'CLOSED'] as const;
const FIRST_DAY = dayNumber('2024-01-01');
const DAYS = 3000;
/** Days on which calendars go wrong, among ordinary ones. */
const ODD_DAYS = ['2028-02-29', '2028-03-01', '2027-02-28', '2027-03-01', '2026-03-29', '2026-10-25', '2027-01-01'];

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const times = <T>(random: Random, most: number, make: (index: number) => T): T[] =>
  Array.from({ length: upTo(random, most) }, (_, index) => make(index));

/** Any day to judge by. */
export const anyToday = (random: Random): OracleDay =>
  random() < 0.2 ? pick(random, ODD_DAYS) : dayOf(FIRST_DAY + upTo(random, DAYS));

/** A history of one client as it may stand on `today`; what was recorded lies not after it, what is planned may. */
export function historyOn(today: OracleDay, random: Random): OracleHistory {
  const past = (): OracleDay => plusDays(today, -(random() < 0.6 ? pick(random, EDGES) : upTo(random, 500)));
  const planned = (): OracleDay => (random() < 0.7 ? past() : plusDays(today, pick(random, EDGES)));
  const maybe = <T>(make: () => T, chance = 0.5): T | null => (random() < chance ? make() : null);
  const action = (): OracleAction => ({
    ...pick(random, [
      { state: 'OPEN' as const, cancelledOn: null },
      { state: 'DONE' as const, cancelledOn: null },
      { state: 'CANCELLED' as const, cancelledOn: past() },
    ]),
    dueOn: planned(),
    ownerUntil: maybe(past, 0.2),
  });
  const goal = (): OracleGoal => ({
    state: pick(random, ['OPEN', 'OPEN', 'OPEN', 'EVALUATED', 'STOPPED']),
    madeOn: past(),
    baselineOn: past(),
    targetDate: planned(),
    actions: times(random, 2, action),
  });
  const plan = (state: OraclePlan['state']): OraclePlan => ({
    state,
    firstEditionOn: ['DRAFT', 'DISCUSSED'].includes(state) ? null : past(),
    nextEvaluationOn: ['DRAFT', 'DISCUSSED'].includes(state) ? null : maybe(planned, 0.9),
    goals: times(random, 2, goal),
  });
  const contact = (number: number): OracleContact => ({
    on: past(),
    number,
    reached: random() < 0.7,
    nextOn: maybe(planned, 0.3),
  });
  const signal = (): OracleSignal => ({
    recordedOn: past(),
    urgent: random() < 0.3,
    closed: random() < 0.3,
    verdict: random() < 0.3,
  });
  const open = pick(random, ['DRAFT', 'DISCUSSED', 'ADOPTED', 'ACTIVE', 'ACTIVE', 'EVALUATED', null] as const);
  const assignedOn = times(random, 4, past).toSorted();
  return {
    today,
    contactIntervalDays: { ROBUST: null, FRAIL: 90, COMPLEX: 30 },
    planWithinDays: 42,
    rescreenIntervalMonths: 12,
    status: pick(random, ['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ADMITTED', 'MOVED', 'DEREGISTERED']),
    birthDate: pick(random, [
      '1941-04-03',
      '1940-02-29',
      '1952-02-29',
      plusMonths(today, -75 * 12),
      plusDays(today, -27000),
    ]),
    registeredOn: past(),
    livesAtHome: random() < 0.9,
    doNotInvite: random() < 0.1,
    assignments: assignedOn.map((on) => ({ on, profile: pick<OracleProfile>(random, ['ROBUST', 'FRAIL', 'COMPLEX']) })),
    managers: times(random, 2, past)
      .toSorted()
      .map((until, index, all) => ({ until: index === all.length - 1 ? maybe(() => until) : until })),
    contacts: times(random, 4, contact),
    plans: [...(random() < 0.3 ? [plan('CLOSED')] : []), ...(open === null ? [] : [plan(open)])],
    tasks: times(random, 2, action),
    signals: times(random, 2, signal),
    referrals: times(random, 2, () => ({ state: pick(random, REFERRAL_STATES), dueOn: planned() })),
    responses: times(random, 2, () => ({
      completedOn: random() < 0.5 ? past() : plusMonths(today, -upTo(random, 20)),
    })),
    liveInvitation: random() < 0.2,
  };
}
