import { describe, expect, it } from '@jest/globals';
import { type ActionOfMeeting, type HeldMeeting, lookBack } from './look-back.ts';

const TODAY = '2026-06-15';
const HAND = { broughtIn: 0, questions: 0, confirmed: 0, outcomes: 0, feedback: 0, reopened: 0 };
const held = (one: Partial<HeldMeeting>): HeldMeeting => ({
  startedAt: null,
  endedAt: null,
  plannedMinutes: 60,
  outcomes: [],
  notShared: 0,
  decisions: [],
  actions: [],
  byHand: HAND,
  ...one,
});
const took = (kind: HeldMeeting['decisions'][number]['kind'], isUndone = false, takesBack = false) => ({
  kind,
  isUndone,
  takesBack,
});

/** Two meetings, and by hand what they come to. */
const MARCH = held({
  startedAt: '2026-03-02T11:30:00.000Z',
  endedAt: '2026-03-02T12:24:40.000Z',
  outcomes: ['DISCUSSED', 'DISCUSSED', 'NOT_DISCUSSED'],
  notShared: 1,
  decisions: [took('ACTION'), took('ACTION', true), took('ACTION', false, true), took('NOTE'), took('ASSIGN_PROFILE')],
  actions: [
    { state: 'DONE', firstDueOn: '2026-03-09', doneOn: '2026-03-09' },
    { state: 'DONE', firstDueOn: '2026-03-09', doneOn: '2026-03-10' },
  ],
  byHand: { ...HAND, broughtIn: 2, questions: 1, confirmed: 4 },
});
const APRIL = held({
  startedAt: '2026-04-06T11:30:00.000Z',
  endedAt: '2026-04-06T12:00:00.000Z',
  plannedMinutes: 45,
  outcomes: ['DISCUSSED'],
  decisions: [took('NOTE'), took('END_REVIEW')],
  actions: [
    { state: 'OPEN', firstDueOn: '2026-06-15', doneOn: null },
    { state: 'OPEN', firstDueOn: '2026-06-14', doneOn: null },
    { state: 'CANCELLED', firstDueOn: '2026-04-20', doneOn: null },
  ],
  byHand: { ...HAND, outcomes: 1, feedback: 2, reopened: 1 },
});

describe('looking back', () => {
  it('counts a year as it adds up on paper', () => {
    expect(lookBack([MARCH, APRIL], TODAY)).toEqual({
      meetings: 2,
      discussed: 3,
      notDiscussed: 1,
      notShared: 1,
      minutes: 85,
      plannedMinutes: 105,
      decisions: {
        ASSIGN_PROFILE: 1,
        NAME_CASE_MANAGER: 0,
        ACTION: 1,
        REFER: 0,
        NEXT_REVIEW: 0,
        END_REVIEW: 1,
        NOTE: 2,
      },
      undone: 1,
      actionsInTime: 1,
      actionsLate: 2,
      actionsRunning: 1,
      actionsCancelled: 1,
      byHand: { broughtIn: 2, questions: 1, confirmed: 4, outcomes: 1, feedback: 2, reopened: 1 },
      acts: 18,
    });
  });

  it.each<[ActionOfMeeting['state'], string | null, 'actionsInTime' | 'actionsLate' | 'actionsRunning' | 'actionsCancelled']>([
    ['DONE', '2026-06-10', 'actionsInTime'],
    ['DONE', '2026-06-11', 'actionsLate'],
    ['OPEN', null, 'actionsLate'],
    ['CANCELLED', null, 'actionsCancelled'],
  ])('counts an action for 10 June that is %s on %s once, as %s', (state, doneOn, counted) => {
    const figures = lookBack([held({ actions: [{ state, firstDueOn: '2026-06-10', doneOn }] })], TODAY);
    const { actionsInTime, actionsLate, actionsRunning, actionsCancelled } = figures;
    expect(actionsInTime + actionsLate + actionsRunning + actionsCancelled).toBe(1);
    expect(figures[counted]).toBe(1);
  }); // prettier-ignore

  it('counts a meeting that never ran as no time, and a clock that went back as none', () => {
    expect(lookBack([held({})], TODAY).minutes).toBe(0);
    const back = held({ startedAt: '2026-03-02T11:30:00.000Z', endedAt: '2026-03-02T11:00:00.000Z' });
    expect(lookBack([back], TODAY).minutes).toBe(0);
  });

  it('is nothing without meetings', () => {
    expect(lookBack([], TODAY)).toMatchObject({ meetings: 0, discussed: 0, minutes: 0, acts: 0 });
  });
});
