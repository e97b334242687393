import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/day.ts';
import type { GapFacts, GoalFact, PlanFact } from '../caseload/care-facts.ts';
import { DEFAULT_CARE_INTERVALS } from '../caseload/care-intervals.ts';
import { gapsOf } from './gap-rules.ts';

const TODAY = '2026-11-30';
const INTERVALS = { ...DEFAULT_CARE_INTERVALS, rescreenIntervalMonths: 12 };
const before = (days: number): string => addDays(TODAY, -days);

/** A robust woman who answered, whom nothing is missing. */
const IN_ORDER: GapFacts = {
  status: 'ACTIVE',
  birthDate: '1941-04-03',
  livesAtHome: true,
  doNotInvite: false,
  registeredOn: '2020-01-01',
  answeredOn: before(30),
  hasLiveInvitation: false,
  hasCaseManager: true,
  caseManagerLeftOn: null,
  seesProfile: true,
  seesCare: true,
  assignments: [{ profile: 'ROBUST', assignedOn: before(20) }],
  contacts: [],
  plans: [],
  actions: [],
  signals: [],
  referrals: [],
  handoversProposedOn: [],
};
const FRAIL = [{ profile: 'FRAIL', assignedOn: before(200) }] as const;
const SEEN = [{ on: before(1), recordedAt: `${before(1)}T10:00:00Z`, reached: true, nextOn: null }];
const goal = (more: Partial<GoalFact> = {}): GoalFact => ({
  state: 'OPEN',
  madeOn: before(50),
  baselineOn: null,
  targetDate: null,
  actions: [],
  ...more,
});
const plan = (more: Partial<PlanFact> = {}): PlanFact => ({
  state: 'ACTIVE',
  nextEvaluationOn: null,
  firstEditionOn: before(40),
  goals: [],
  ...more,
});
/** Who is frail, with a plan and a contact of yesterday. */
const CARED_FOR = { assignments: FRAIL, contacts: SEEN, plans: [plan()] };
const gaps = (facts: Partial<GapFacts>, today = TODAY) =>
  gapsOf({ ...IN_ORDER, ...facts }, INTERVALS, today).map(({ code, since }) => [code, since]);

describe('gapsOf', () => {
  it('finds nothing where nothing is missing', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps(CARED_FOR)).toEqual([]);
  });

  it('asks for a questionnaire the day after the last one ceased to hold', () => {
    expect(gaps({ answeredOn: '2025-08-30' })).toEqual([]);
    expect(gaps({ answeredOn: '2025-08-29' })).toEqual([['NO_QUESTIONNAIRE', '2026-11-30']]);
    // a month without that day holds to its end: 30-11-2026 + 15 = 29-02-2028
    expect(gaps({ answeredOn: '2026-11-30' }, '2028-02-29')).toEqual([]);
    expect(gaps({ answeredOn: '2026-11-30' }, '2028-03-01')).toEqual([['NO_QUESTIONNAIRE', '2028-03-01']]);
  });

  it('counts from the later of the 75th birthday and the registration', () => {
    const fresh = (birthDate: string, registeredOn: string, today = TODAY) =>
      gaps({ birthDate, registeredOn, answeredOn: null, assignments: [] }, today);
    expect(fresh('1941-04-03', '2026-02-01')).toEqual([
      ['NO_QUESTIONNAIRE', '2026-02-01'],
      ['NO_PROFILE', '2026-02-01'],
    ]);
    expect(fresh('1948-02-29', '2020-01-01', '2023-02-28')).toEqual([]);
    expect(fresh('1948-02-29', '2020-01-01', '2023-03-01')[0]).toEqual(['NO_QUESTIONNAIRE', '2023-03-01']);
  });

  it.each([
    ['is too young', { birthDate: addDays('1951-11-30', 1) }],
    ['does not live at home', { livesAtHome: false }],
    ['is not to be invited', { doNotInvite: true }],
    ['has a live invitation', { hasLiveInvitation: true }],
    ['is admitted', { status: 'ADMITTED' as const }],
    ['has profiles the reader does not see', { seesProfile: false }],
  ])('asks nothing of who %s', (_, facts) => {
    expect(gaps({ answeredOn: null, assignments: [], ...facts })).toEqual([]);
  });

  it('asks for a case manager since the profile run or the day after the last one left', () => {
    expect(gaps({ ...CARED_FOR, hasCaseManager: false })).toEqual([['NO_CASE_MANAGER', before(200)]]);
    expect(gaps({ ...CARED_FOR, hasCaseManager: false, caseManagerLeftOn: before(300) })).toEqual([
      ['NO_CASE_MANAGER', before(200)],
    ]);
    expect(gaps({ ...CARED_FOR, hasCaseManager: false, caseManagerLeftOn: before(3) })).toEqual([
      ['NO_CASE_MANAGER', before(2)],
    ]);
    expect(gaps({ hasCaseManager: false })).toEqual([]);
  });

  it('asks for a plan the day after its day, and for a contact after two weeks more', () => {
    const at = (assignedOn: string, more: Partial<GapFacts> = {}) =>
      gaps({ assignments: [{ profile: 'FRAIL', assignedOn }], ...more });
    expect(at(before(42), { contacts: SEEN })).toEqual([]);
    expect(at(before(43), { contacts: SEEN })).toEqual([['NO_PLAN', TODAY]]);
    expect(at(before(104), { plans: [plan()] })).toEqual([]);
    expect(at(before(105), { plans: [plan()] })).toEqual([['NO_NEXT_CONTACT', TODAY]]);
    expect(at(before(300), { seesCare: false })).toEqual([]);
  });

  it('tells of an evaluation the day after its day', () => {
    const at = (nextEvaluationOn: string, state: PlanFact['state'] = 'ADOPTED') =>
      gaps({ ...CARED_FOR, plans: [plan({ nextEvaluationOn, state })] });
    expect(at(TODAY)).toEqual([]);
    expect(at(before(1))).toEqual([['EVALUATION_OVERDUE', TODAY]]);
    expect(at(before(9), 'EVALUATED')).toEqual([['EVALUATION_OVERDUE', before(8)]]);
    expect(at(before(9), 'DISCUSSED')).toEqual([]);
  });

  it('tells of a goal without action since the latest of made, adopted and the last action cancelled', () => {
    const of = (one: GoalFact, more: Partial<PlanFact> = {}) =>
      gaps({ ...CARED_FOR, plans: [plan({ goals: [one], ...more })] });
    expect(of(goal())).toEqual([['GOAL_WITHOUT_ACTION', before(40)]]);
    expect(of(goal({ madeOn: before(10) }))).toEqual([['GOAL_WITHOUT_ACTION', before(10)]]);
    const cancelled = { state: 'CANCELLED', cancelledOn: before(5) } as const;
    expect(of(goal({ actions: [cancelled] }))).toEqual([['GOAL_WITHOUT_ACTION', before(5)]]);
    expect(of(goal({ actions: [cancelled, { state: 'DONE', cancelledOn: null }] }))).toEqual([]);
    expect(of(goal({ state: 'STOPPED' }))).toEqual([]);
    expect(of(goal(), { state: 'EVALUATED' })).toEqual([]);
  });

  it('tells of an owner who left and a signal that nobody judged for over a week, also of who is admitted', () => {
    const signal = (recordedOn: string) => ({ isClosed: false, hasVerdict: false, recordedOn, urgent: false });
    const facts: Partial<GapFacts> = {
      ...CARED_FOR,
      status: 'ADMITTED',
      actions: [
        { state: 'OPEN', dueOn: null, ownerLeftOn: before(4) },
        { state: 'DONE', dueOn: null, ownerLeftOn: before(9) },
      ],
      signals: [signal(before(8)), signal(before(7))],
    };
    expect(gaps(facts)).toEqual([
      ['OWNER_GONE', before(3)],
      ['SIGNAL_UNASSESSED', TODAY],
    ]);
    expect(gaps({ ...facts, signals: [signal(before(7))], actions: [] })).toEqual([]);
    expect(gaps({ ...facts, status: 'MOVED' })).toEqual([]);
  });
});
