import { describe, expect, it } from '@jest/globals';
import { STAFF_ROLES } from '../access/roles.ts';
import { ACTION_STATES, type ActionState, isActionLate, isActionStep, isPostponed, mayMoveAction } from './action.ts';

describe('an action', () => {
  /** As printed in docs/state-machines/action.md. */
  const TABLE: Readonly<Record<ActionState, readonly ActionState[]>> = {
    OPEN: ['OPEN', 'DONE', 'CANCELLED'],
    DONE: ['OPEN'],
    CANCELLED: ['OPEN'],
  };

  it('takes the steps of its state machine and no others', () => {
    for (const from of ACTION_STATES)
      for (const to of ACTION_STATES)
        expect([from, to, isActionStep(from, to)]).toEqual([from, to, TABLE[from].includes(to)]);
  });

  it('is moved by GP, practice nurse and assistant; by others as its owner or as case manager', () => {
    const nobody = { isOwner: false, isCaseManager: false };
    expect(STAFF_ROLES.filter((role) => mayMoveAction({ role, ...nobody }))).toEqual([
      'GP',
      'PRACTICE_NURSE',
      'PRACTICE_ASSISTANT',
    ]);
    expect(mayMoveAction({ role: 'ELDERLY_ADVISER', isOwner: true, isCaseManager: false })).toBe(true);
    expect(mayMoveAction({ role: 'DISTRICT_NURSE', isOwner: false, isCaseManager: true })).toBe(true);
  });

  it.each([
    ['2026-11-29', false],
    ['2026-11-30', false],
    ['2026-12-01', true],
  ])('that was due on 30 November and now on %s: postponed %s', (newDueOn, postponed) => {
    expect(isPostponed('2026-11-30', newDueOn)).toBe(postponed);
  });

  it.each([
    ['OPEN', '2028-02-28', true],
    ['OPEN', '2028-02-29', false],
    ['OPEN', '2028-03-01', false],
    ['DONE', '2028-02-28', false],
    ['CANCELLED', '2028-02-28', false],
  ] as const)('%s and due on %s, on 29 February 2028: late %s', (state, dueOn, late) => {
    expect(isActionLate({ state, dueOn }, '2028-02-29')).toBe(late);
  });
});
