import { describe, expect, it } from '@jest/globals';
import { INVITATION_STATES, mayStep } from './invitation-state.ts';
import { receivedStateOf, stateAfterVoid, stepsBetween } from './received-state.ts';

const form = { hasSecondEntry: false, proposedProfile: 'FRAIL', emptyForm: false, askingClosed: false } as const;

describe('receivedStateOf', () => {
  it.each([
    [{}, 'SCORED'],
    [{ hasSecondEntry: true }, 'RECEIVED_COMPLETE'],
    [{ hasSecondEntry: true, proposedProfile: 'UNDETERMINED' }, 'RECEIVED_COMPLETE'],
    [{ proposedProfile: 'UNDETERMINED' }, 'RECEIVED_INCOMPLETE'],
    [{ proposedProfile: 'UNDETERMINED', askingClosed: true }, 'SCORED'],
    [{ proposedProfile: 'UNDETERMINED', emptyForm: true }, 'RECEIVED_INCOMPLETE'],
    [{ proposedProfile: 'UNDETERMINED', emptyForm: true, askingClosed: true }, 'RECEIVED_INCOMPLETE'],
  ] as const)('of %j is %s', (changes, state) => {
    expect(receivedStateOf({ ...form, ...changes })).toBe(state);
  });
});

describe('stepsBetween', () => {
  it('takes no step that the table does not have', () => {
    for (const from of INVITATION_STATES)
      for (const to of INVITATION_STATES) {
        const path = [from, ...stepsBetween(from, to)];
        expect(path.slice(1).every((state, index) => mayStep(path[index] ?? from, state))).toBe(true);
      }
  });

  it('goes by SCORED from an incomplete form to second entry, and nowhere from an assigned profile', () => {
    expect(stepsBetween('RECEIVED_INCOMPLETE', 'RECEIVED_COMPLETE')).toEqual(['SCORED', 'RECEIVED_COMPLETE']);
    expect(stepsBetween('SENT', 'SCORED')).toEqual(['SCORED']);
    expect(stepsBetween('PROFILE_ASSIGNED', 'SCORED')).toEqual([]);
  });
});

describe('stateAfterVoid', () => {
  const open = { state: 'SCORED', before: 'REMINDED', roundState: 'OPEN', clientStatus: 'ACTIVE' } as const;
  it.each([
    [{}, 'REMINDED'],
    [{ before: 'PLANNED' }, 'PLANNED'],
    [{ state: 'PROFILE_ASSIGNED' }, 'REMINDED'],
    [{ state: 'DECEASED' }, 'DECEASED'],
    [{ state: 'MOVED' }, 'MOVED'],
    [{ clientStatus: 'ADMITTED' }, 'ADMITTED'],
    [{ before: 'REFUSED', clientStatus: 'ADMITTED' }, 'REFUSED'],
    [{ roundState: 'CLOSED' }, 'NOT_RETURNED'],
    [{ roundState: 'CLOSED', before: 'SENT' }, 'NOT_RETURNED'],
    [{ roundState: 'CLOSED', before: 'PLANNED' }, 'CANCELLED'],
    [{ roundState: 'CLOSED', before: 'UNDELIVERABLE' }, 'UNDELIVERABLE'],
    [{ roundState: 'CLOSED', before: 'REFUSED' }, 'REFUSED'],
  ] as const)('of %j is %s', (changes, state) => {
    expect(stateAfterVoid({ ...open, ...changes })).toBe(state);
  });
});
