import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/day.ts';
import { dayOfInstant } from '../calendar/instant.ts';
import { contactDueOn, planDueOn, profileRunFrom } from './care-days.ts';
import type { CareFacts, ContactFact, GoalFact, PlanFact } from './care-facts.ts';
import { DEFAULT_CARE_INTERVALS as INTERVALS } from './care-intervals.ts';
import { type DueReason, dueReasons, mostDaysOverdue } from './due-reasons.ts';

const TODAY = '2026-11-30';
const before = (days: number): string => addDays(TODAY, -days);

const NOTHING: CareFacts = {
  status: 'ACTIVE',
  assignments: [],
  contacts: [],
  plans: [],
  actions: [],
  signals: [],
  referrals: [],
  handoversProposedOn: [],
  seesCare: true,
};
const assigned = (profile: 'ROBUST' | 'FRAIL' | 'COMPLEX', assignedOn: string) => ({ profile, assignedOn });
const contact = (on: string, more: Partial<ContactFact> = {}): ContactFact => ({
  on,
  recordedAt: `${on}T10:00:00Z`,
  reached: true,
  nextOn: null,
  ...more,
});
const goal = (more: Partial<GoalFact>): GoalFact => ({
  state: 'OPEN',
  madeOn: '2026-01-01',
  baselineOn: null,
  targetDate: null,
  actions: [],
  ...more,
});
const plan = (more: Partial<PlanFact>): PlanFact => ({
  state: 'ACTIVE',
  nextEvaluationOn: null,
  firstEditionOn: '2026-01-02',
  goals: [],
  ...more,
});
const due = (facts: Partial<CareFacts>, today = TODAY): readonly DueReason[] =>
  dueReasons({ ...NOTHING, ...facts }, INTERVALS, today);
/** Code, since and days overdue, in short. */
const short = (facts: Partial<CareFacts>, today = TODAY): unknown[] =>
  due(facts, today).map(({ code, since, daysOverdue }) => [code, since, daysOverdue]);

describe('contactDueOn', () => {
  const frail = (contacts: ContactFact[], assignedOn = '2026-06-01') =>
    contactDueOn({ ...NOTHING, assignments: [assigned('FRAIL', assignedOn)], contacts }, INTERVALS);

  it('counts the interval of the profile from the assignment until somebody was reached', () => {
    expect(frail([])).toBe('2026-08-30');
    expect(frail([contact('2026-06-10', { reached: false })])).toBe('2026-08-30');
    expect(contactDueOn({ ...NOTHING, assignments: [assigned('COMPLEX', '2028-02-01')] }, INTERVALS)).toBe(
      '2028-03-02',
    );
  });

  it('counts it from the last reached contact, but is never before the assignment', () => {
    expect(frail([contact('2026-07-01'), contact('2026-08-01', { reached: false })])).toBe('2026-09-29');
    expect(frail([contact('2026-01-01')])).toBe('2026-06-01');
  });

  it('takes the day that the newest contact names, of two on one day the later recorded', () => {
    const first = contact('2026-07-01', { nextOn: '2026-07-08', recordedAt: '2026-07-01T08:00:00+02:00' });
    const second = contact('2026-07-01', { nextOn: '2026-07-20', recordedAt: '2026-07-01T07:00:00Z', reached: false });
    expect(frail([second, first])).toBe('2026-07-20');
    expect(frail([first, contact('2026-07-02')])).toBe('2026-09-30');
  });

  it('has none for who is ROBUST, has no profile, or without an interval and a named day', () => {
    const none = { contactIntervalDays: { FRAIL: null, COMPLEX: 30 } };
    const facts = { ...NOTHING, assignments: [assigned('FRAIL', '2026-06-01')], contacts: [contact('2026-07-01')] };
    expect(contactDueOn(facts, none)).toBeUndefined();
    const named = [contact('2026-07-01', { nextOn: '2026-08-01' })];
    expect(contactDueOn({ ...facts, contacts: named }, none)).toBe('2026-08-01');
    expect(contactDueOn({ ...NOTHING, contacts: named }, none)).toBeUndefined();
    const robust = [assigned('FRAIL', '2026-01-01'), assigned('ROBUST', '2026-06-01')];
    expect(contactDueOn({ ...NOTHING, assignments: robust }, none)).toBeUndefined();
  });
});

describe('profileRunFrom', () => {
  it('is the first day of the unbroken run of FRAIL and COMPLEX', () => {
    const run = (...assignments: CareFacts['assignments']) => profileRunFrom({ assignments });
    expect(run()).toBeUndefined();
    expect(run(assigned('FRAIL', '2025-01-01'), assigned('ROBUST', '2025-06-01'))).toBeUndefined();
    expect(run(assigned('FRAIL', '2024-01-01'), assigned('COMPLEX', '2025-01-01'))).toBe('2024-01-01');
    expect(
      run(assigned('FRAIL', '2024-01-01'), assigned('ROBUST', '2025-01-01'), assigned('COMPLEX', '2026-01-01'),
        assigned('FRAIL', '2026-03-01')), // prettier-ignore
    ).toBe('2026-01-01');
  });

  it('starts the days to a plan, over a leap day too', () => {
    expect(planDueOn({ assignments: [assigned('FRAIL', '2028-01-20')] }, INTERVALS)).toBe('2028-03-02');
    expect(planDueOn({ assignments: [assigned('FRAIL', '2027-01-20')] }, INTERVALS)).toBe('2027-03-03');
  });
});

describe('dueReasons', () => {
  const quiet = { assignments: [assigned('FRAIL', '2026-01-01')], plans: [plan({})] };

  it.each([
    ['2026-11-29', []],
    ['2026-11-30', [['CONTACT_DUE', '2026-11-30', 0]]],
    ['2026-12-01', [['CONTACT_DUE', '2026-11-30', 1]]],
  ])('asks for a contact from its day, and is late the day after: %s', (today, expected) => {
    expect(short({ ...quiet, contacts: [contact('2026-09-01')] }, today)).toEqual(expected);
  });

  it('asks for an evaluation of a running plan only', () => {
    const at = (state: PlanFact['state']) => short({ plans: [plan({ state, nextEvaluationOn: before(3) })] });
    expect(at('ADOPTED')).toEqual([['EVALUATION_DUE', before(3), 3]]);
    expect(at('EVALUATED')).toEqual([['EVALUATION_DUE', before(3), 3]]);
    for (const state of ['DRAFT', 'DISCUSSED', 'CLOSED'] as const) expect(at(state)).toEqual([]);
    expect(short({ plans: [plan({ nextEvaluationOn: addDays(TODAY, 1) })] })).toEqual([]);
  });

  it('tells of open goals whose day came or whose start is a year old', () => {
    const goals = [
      goal({ targetDate: before(2) }),
      goal({ targetDate: before(5) }),
      goal({ targetDate: before(9), state: 'EVALUATED' }),
      goal({ baselineOn: before(366) }),
      goal({ baselineOn: before(364) }),
    ];
    expect(short({ plans: [plan({ goals })] })).toEqual([
      ['GOAL_DATE', before(5), 5],
      ['GOAL_YEAR', before(1), 1],
    ]);
    expect(short({ plans: [plan({ goals, state: 'DISCUSSED' })] })).toEqual([]);
  });

  it('counts 365 days from a start, so a leap year ends a day earlier', () => {
    const of = (baselineOn: string, today: string) =>
      short({ plans: [plan({ goals: [goal({ baselineOn })] })] }, today);
    expect(of('2027-03-01', '2028-02-29')).toEqual([['GOAL_YEAR', '2028-02-29', 0]]);
    expect(of('2026-03-01', '2027-02-28')).toEqual([]);
  });

  it('tells of actions whose day came and of signals nobody judged, also of who is admitted', () => {
    const facts: Partial<CareFacts> = {
      ...quiet,
      status: 'ADMITTED',
      actions: [
        { state: 'OPEN', dueOn: before(1), ownerLeftOn: null },
        { state: 'OPEN', dueOn: null, ownerLeftOn: null },
        { state: 'DONE', dueOn: before(9), ownerLeftOn: null },
      ],
      signals: [
        { isClosed: false, hasVerdict: false, recordedOn: before(7), urgent: false },
        { isClosed: true, hasVerdict: false, recordedOn: before(20), urgent: false },
        { isClosed: false, hasVerdict: true, recordedOn: before(20), urgent: true },
      ],
    };
    expect(short(facts)).toEqual([
      ['ACTION_DUE', before(1), 1],
      ['SIGNAL_NEW', before(7), 0],
    ]);
    for (const status of ['DEREGISTERED', 'MOVED', 'DECEASED'] as const) expect(due({ ...facts, status })).toEqual([]);
  });

  it('keeps the oldest day, and counts an urgent signal of yesterday as late', () => {
    const signal = (recordedOn: string, urgent: boolean) => ({
      isClosed: false,
      hasVerdict: false,
      recordedOn,
      urgent,
    });
    expect(short({ signals: [signal(before(8), false)] })).toEqual([['SIGNAL_NEW', before(8), 1]]);
    expect(short({ signals: [signal(TODAY, true)] })).toEqual([['SIGNAL_NEW', TODAY, 0]]);
    expect(short({ signals: [signal(before(1), true), signal(before(3), false)] })).toEqual([
      ['SIGNAL_NEW', before(3), 1],
    ]);
  });

  it('calls a profile new until somebody was reached, and when it is another than before', () => {
    const fresh = (assignments: CareFacts['assignments'], contacts: ContactFact[] = []) =>
      short({ assignments, contacts, plans: [plan({})] });
    expect(fresh([assigned('FRAIL', before(14))])).toEqual([['NEW_PROFILE', before(14), 0]]);
    expect(fresh([assigned('FRAIL', before(40)), assigned('COMPLEX', before(15))])).toEqual([
      ['NEW_PROFILE', before(15), 1],
    ]);
    expect(fresh([assigned('FRAIL', before(40)), assigned('FRAIL', before(15))])).toEqual([]);
    expect(fresh([assigned('FRAIL', before(14))], [contact(before(14))])).toEqual([]);
    expect(fresh([assigned('FRAIL', before(14))], [contact(before(13), { reached: false })])).toHaveLength(1);
    expect(fresh([assigned('ROBUST', before(14))])).toEqual([]);
  });

  it('asks for a plan from its day while none is discussed or running', () => {
    const at = (state?: PlanFact['state']) =>
      short({
        assignments: [assigned('FRAIL', before(42))],
        contacts: [contact(before(1))],
        plans: state === undefined ? [] : [plan({ state })],
      });
    expect(at()).toEqual([['PLAN_DUE', TODAY, 0]]);
    expect(at('DRAFT')).toEqual([['PLAN_DUE', TODAY, 0]]);
    expect(at('CLOSED')).toEqual([['PLAN_DUE', TODAY, 0]]);
    for (const state of ['DISCUSSED', 'ADOPTED', 'ACTIVE', 'EVALUATED'] as const) expect(at(state)).toEqual([]);
  });

  it('tells of a silent referral the day after its day, and of a hand-over that waits for three days', () => {
    const of = (dueOn: string, state = 'SENT') => short({ referrals: [{ state, dueOn }] });
    expect(of(TODAY)).toEqual([]);
    expect(of(before(1))).toEqual([['REFERRAL_SILENT', TODAY, 0]]);
    expect(of(before(2), 'DRAFT')).toEqual([['REFERRAL_SILENT', before(1), 1]]);
    expect(of(before(2), 'RECEIVED')).toEqual([]);
    expect(short({ handoversProposedOn: [before(3)] })).toEqual([['HANDOVER_WAITING', before(3), 1]]);
  });

  it('says of what is not shared only what it sees', () => {
    const facts = { assignments: [assigned('COMPLEX', before(90))] };
    expect(due(facts).map(({ code }) => code)).toEqual(['CONTACT_DUE', 'NEW_PROFILE', 'PLAN_DUE']);
    expect(due({ ...facts, seesCare: false })).toEqual([]);
  });

  it('gives the most days overdue of all, and nothing without a reason', () => {
    expect(mostDaysOverdue([])).toBeNull();
    expect(mostDaysOverdue(due({ assignments: [assigned('COMPLEX', before(90))] }))).toBe(76);
  });

  it('judges by the day in Amsterdam, also where the clock changes', () => {
    const lastHour = dayOfInstant('2026-10-24T22:30:00Z');
    expect(lastHour).toBe('2026-10-25');
    expect(short({ handoversProposedOn: [lastHour] }, '2026-10-28')).toEqual([['HANDOVER_WAITING', lastHour, 1]]);
    expect(dayOfInstant('2026-03-28T23:30:00Z')).toBe('2026-03-29');
  });
});
