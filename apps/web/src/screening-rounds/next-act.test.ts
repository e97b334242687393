import { describe, expect, it } from '@jest/globals';
import { INVITATION_STATES } from '@samenoud/domain';
import { dueActs, NEXT_ACTS, nextActOf, placeOfAct } from './next-act.ts';
import type { Round } from './round-types.ts';

const NONE = { INVITATION: 0, REMINDER_1: 0, REMINDER_2: 0 } as const;
const NO_STATES = Object.fromEntries(INVITATION_STATES.map((state) => [state, 0])) as Round['states'];
const FUNNEL = {
  invited: 10, sent: 10, reminded: 0, received: 0, incomplete: 0, scored: 0, discussed: 0, assigned: 0,
}; // prettier-ignore

const round = (states: Partial<Round['states']>, parts: Partial<Round> = {}): Round => ({
  id: 'r1',
  version: 1,
  name: 'Ronde',
  state: 'OPEN',
  referenceDate: '2026-02-02',
  returnBy: '2026-03-02',
  invitationOn: '2026-02-02',
  reminder1On: '2026-02-23',
  reminder2On: '2026-03-16',
  madeBy: 'u1',
  madeAt: '2026-02-01T09:00:00Z',
  openedAt: '2026-02-02T09:00:00Z',
  closedAt: null,
  cancelledAt: null,
  cancelReason: null,
  eligible: 10,
  funnel: FUNNEL,
  states: { ...NO_STATES, ...states },
  toReach: { phone: 0, findAddress: 0 },
  leftOut: { STATUS: 0, TOO_YOUNG: 0, NOT_AT_HOME: 0, DO_NOT_INVITE: 0, RESTRICTED: 0, IN_OTHER_ROUND: 0 },
  ...parts,
});

describe('nextActOf', () => {
  it('looks first who is invited, and ends with the round', () => {
    expect(nextActOf(round({}, { state: 'DRAFT' }), NONE, '2026-02-02')).toBe('CANDIDATES');
    expect(nextActOf(round({}, { state: 'CLOSED' }), NONE, '2026-02-02')).toBeNull();
    expect(nextActOf(round({}, { state: 'CANCELLED' }), NONE, '2026-02-02')).toBeNull();
  });

  it('makes invitations whatever the day, and a reminder on its day and not before', () => {
    expect(nextActOf(round({ PLANNED: 5 }), { ...NONE, INVITATION: 5 }, '2026-01-01')).toBe('INVITATION');
    const letters = { ...NONE, REMINDER_1: 5 };
    expect(nextActOf(round({ SENT: 5 }), letters, '2026-02-22')).toBe('ENTER');
    expect(nextActOf(round({ SENT: 5 }), letters, '2026-02-23')).toBe('REMINDER_1');
    expect(nextActOf(round({ REMINDED: 5 }), { ...NONE, REMINDER_2: 5 }, '2026-03-16')).toBe('REMINDER_2');
  });

  it('then has forms completed, before anybody goes round', () => {
    expect(nextActOf(round({ SENT: 5, RECEIVED_INCOMPLETE: 1, PLANNED: 1 }), NONE, '2026-02-10')).toBe('QUESTIONS');
    expect(nextActOf(round({ SENT: 5, RECEIVED_COMPLETE: 1, PLANNED: 1 }), NONE, '2026-02-10')).toBe('SECOND_ENTRY');
    expect(nextActOf(round({ SENT: 5, PLANNED: 1 }), NONE, '2026-02-10')).toBe('BY_HAND');
  });

  it('phones from the day of the second reminder, and closes a fortnight after it', () => {
    const reach = (phone: number) => round({ REMINDED: 5 }, { toReach: { phone, findAddress: 0 } });
    expect(nextActOf(reach(5), NONE, '2026-03-15')).toBe('ENTER');
    expect(nextActOf(reach(5), NONE, '2026-03-16')).toBe('PEOPLE');
    expect(nextActOf(reach(0), NONE, '2026-03-16')).toBe('ENTER');
    expect(nextActOf(reach(0), NONE, '2026-03-30')).toBe('ENTER');
    expect(nextActOf(reach(0), NONE, '2026-03-31')).toBe('CLOSE');
  });

  it('does not close while somebody is still to be phoned, or an address to be found', () => {
    const reach = (phone: number, findAddress: number) =>
      round({ REMINDED: phone, UNDELIVERABLE: findAddress }, { toReach: { phone, findAddress } });
    expect(nextActOf(reach(14, 4), NONE, '2026-06-01')).toBe('PEOPLE');
    expect(nextActOf(reach(0, 4), NONE, '2026-06-01')).toBe('ADDRESSES');
    expect(nextActOf(reach(0, 0), NONE, '2026-06-01')).toBe('CLOSE');
  });

  it('closes as soon as nobody is waited for', () => {
    expect(nextActOf(round({ SCORED: 9, REFUSED: 1 }), NONE, '2026-02-10')).toBe('CLOSE');
  });
});

describe('dueActs', () => {
  it('names everything there is to do, with how many, in the order of the work', () => {
    const late = round(
      { REMINDED: 14, UNDELIVERABLE: 4, RECEIVED_COMPLETE: 8, RECEIVED_INCOMPLETE: 2 },
      { toReach: { phone: 14, findAddress: 4 } },
    );
    expect(dueActs(late, NONE, '2026-06-01')).toEqual([
      { act: 'QUESTIONS', count: 2 },
      { act: 'SECOND_ENTRY', count: 8 },
      { act: 'PEOPLE', count: 14 },
      { act: 'ADDRESSES', count: 4 },
    ]);
  });

  it('phones nobody whom a reminder waits for, and counts by hand only who gets no letter', () => {
    const reached = round({ PLANNED: 3, SENT: 5 }, { toReach: { phone: 5, findAddress: 0 } });
    expect(dueActs(reached, { ...NONE, INVITATION: 2, REMINDER_2: 5 }, '2026-03-16')).toEqual([
      { act: 'INVITATION', count: 2 },
      { act: 'BY_HAND', count: 1 },
      { act: 'ENTER' },
    ]);
  });
});

describe('placeOfAct', () => {
  it('leads each act to its own place, by id', () => {
    expect(NEXT_ACTS.map((act) => placeOfAct(act, 'r1'))).toEqual([
      '/screening-rounds/r1/candidates',
      '/screening-rounds/r1/letters',
      '/screening-rounds/r1/letters',
      '/screening-rounds/r1/letters',
      '/screening-rounds/r1/questions',
      '/second-entry',
      '/screening-rounds/r1/invitations?state=PLANNED',
      '/screening-rounds/r1/invitations',
      '/screening-rounds/r1/invitations?state=UNDELIVERABLE',
      '/screening-rounds/r1',
      '/entry',
    ]);
  });
});
