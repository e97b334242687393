import { describe, expect, it } from '@jest/globals';
import { goalDayProblem, goalYearEndsOn, nextEvaluationAfter, scoreDayProblem } from './goal-days.ts';
import { goalResult, isMaintenanceGoal, isWorseThanStart } from './goal-arithmetic.ts';
import { changesSince, type PlanPicture } from './plan-picture.ts';
import { unjudgedGoals } from './unjudged-goals.ts';

describe('the arithmetic of a goal', () => {
  /** The table of the domain reference, 8. */
  it.each([
    [8, 4, 4, 4, 0, 'ATTAINED'],
    [8, 4, 3, 5, -1, 'ATTAINED'],
    [8, 4, 6, 2, 2, 'PARTLY'],
    [8, 4, 8, 0, 4, 'UNCHANGED'],
    [8, 4, 9, -1, 5, 'WORSE'],
    [6, 6, 6, 0, 0, 'ATTAINED'],
    [6, 6, 7, -1, 1, 'WORSE'],
    [4, 6, 5, -1, -1, 'ATTAINED'],
    [0, 0, 0, 0, 0, 'ATTAINED'],
    [10, 0, 10, 0, 10, 'UNCHANGED'],
    [0, 0, 10, -10, 10, 'WORSE'],
  ])('from %i, wished %i, at the end %i: progress %i, gap %i, %s', (baseline, target, end, progress, gap, of) => {
    expect(goalResult({ baseline, target, end })).toEqual({ progress, gap, class: of });
  });

  it.each([11, -1, 6.5, Number.NaN])('refuses %d as a score', (end) => {
    expect(() => goalResult({ baseline: 8, target: 4, end })).toThrow(RangeError);
  });

  it('knows a goal to keep things as they are, and one whose wish is worse than its start', () => {
    const pairs = [8, 6, 4].map((baseline) => ({ baseline, target: 6 }));
    expect(pairs.map(isMaintenanceGoal)).toEqual([false, true, false]);
    expect(pairs.map(isWorseThanStart)).toEqual([false, false, true]);
  });
});

describe('the days of a goal', () => {
  it('end on the first day or later, and begin today or before', () => {
    const of = (baselineOn: string, targetDate: string) => goalDayProblem({ baselineOn, targetDate }, '2026-11-30');
    expect(of('2026-11-30', '2026-11-30')).toBeNull();
    expect(of('2026-11-30', '2026-11-29')).toEqual({ field: 'targetDate', code: 'BEFORE_START' });
    expect(of('2026-12-01', '2027-01-01')).toEqual({ field: 'baselineOn', code: 'IN_FUTURE' });
  });

  it('take a score from the start through today', () => {
    const of = (on: string) => scoreDayProblem(on, '2026-11-01', '2026-11-30');
    expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(of)).toEqual([
      'BEFORE_BASELINE', null, null, 'IN_FUTURE',
    ]); // prettier-ignore
  });

  it('are 365 until a score at the end is too late, also over 29 February', () => {
    expect(goalYearEndsOn('2026-03-01')).toBe('2027-03-01');
    expect(goalYearEndsOn('2027-03-01')).toBe('2028-02-29');
  });

  it('bring an evaluation six months on, clamped to the end of the month', () => {
    expect(['2026-08-31', '2027-08-31', '2026-03-12'].map((on) => nextEvaluationAfter(on))).toEqual([
      '2027-02-28', '2028-02-29', '2026-09-12',
    ]); // prettier-ignore
  });
});

describe('what is agreed otherwise', () => {
  const action = { id: 'a', text: 'Bellen', ownerKind: 'CLIENT', ownerUserId: null, ownerName: null, dueOn: '2026-12-12', state: 'OPEN' }; // prettier-ignore
  const goal = { id: 'g', text: 'Naar de markt', baselineScore: 8, baselineOn: '2026-11-01', targetScore: 4, targetDate: '2027-05-01', state: 'OPEN', actions: [action] }; // prettier-ignore
  const problem = { id: 'p', area: 'd460', description: 'Ik kom er niet uit', severity: 8, wantsToWorkOnIt: 'YES', omahaArea: null, closedOn: null, goals: [goal] }; // prettier-ignore
  const texts = { strengths: null, whatMatters: 'De tuin', wishes: null, informalCarers: null, household: null, dailyLife: null }; // prettier-ignore
  const plan: PlanPicture = { texts, nextEvaluationOn: '2027-05-01', problems: [problem] };
  const withGoal = (change: object): PlanPicture => ({ ...plan, problems: [{ ...problem, goals: [{ ...goal, ...change }] }] }); // prettier-ignore

  it('is nothing where nothing changed, and how a plan goes is no change', () => {
    expect(changesSince(plan, plan)).toEqual([]);
    expect(changesSince(plan, { ...plan, nextEvaluationOn: '2027-11-01' })).toEqual([]);
    expect(changesSince(plan, withGoal({ state: 'EVALUATED', actions: [{ ...action, state: 'DONE' }] }))).toEqual([]);
  });

  it('names each text, problem, goal and action with the fields that changed', () => {
    expect(changesSince(plan, { ...plan, texts: { ...texts, whatMatters: 'De markt', wishes: 'Een hond' } })).toEqual([
      { subject: 'PLAN', id: null, kind: 'CHANGED', fields: ['whatMatters', 'wishes'] },
    ]);
    expect(changesSince(plan, withGoal({ targetScore: 5, actions: [{ ...action, dueOn: '2026-12-24' }] }))).toEqual([
      { subject: 'GOAL', id: 'g', kind: 'CHANGED', fields: ['targetScore'] },
      { subject: 'ACTION', id: 'a', kind: 'CHANGED', fields: ['dueOn'] },
    ]);
  });

  it('names what came and what went: stopped, cancelled and closed are gone', () => {
    expect(changesSince({ ...plan, problems: [] }, plan).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'ADDED p', 'ADDED g', 'ADDED a',
    ]); // prettier-ignore
    expect(changesSince(plan, withGoal({ state: 'STOPPED' })).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'REMOVED g', 'REMOVED a',
    ]); // prettier-ignore
    expect(changesSince(plan, withGoal({ actions: [{ ...action, state: 'CANCELLED' }] }))).toEqual([
      { subject: 'ACTION', id: 'a', kind: 'REMOVED', fields: [] },
    ]);
    expect(changesSince(plan, { ...plan, problems: [{ ...problem, closedOn: '2026-12-01' }] })).toHaveLength(3);
  });
});

describe('evaluating', () => {
  it('waits for open goals of which nobody said that they go on', () => {
    const goals = [
      { id: 'open', state: 'OPEN' },
      { id: 'goes on', state: 'OPEN' },
      { id: 'scored', state: 'EVALUATED' },
      { id: 'stopped', state: 'STOPPED' },
    ] as const;
    expect(unjudgedGoals(goals, ['goes on'])).toEqual(['open']);
    expect(unjudgedGoals(goals, ['goes on', 'open'])).toEqual([]);
  });
});
