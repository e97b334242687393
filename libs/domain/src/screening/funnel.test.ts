import { describe, expect, it } from '@jest/globals';
import { type FunnelRow, funnelOf, INVITATION_GROUPS, isInGroup } from './funnel.ts';

const PLAIN = { isSent: false, isReminded: false, isAnswered: false } as const;
const ROWS: readonly FunnelRow[] = [
  { ...PLAIN, state: 'PLANNED', count: 5 },
  { ...PLAIN, state: 'SENT', isSent: true, count: 40 },
  { ...PLAIN, state: 'REMINDED', isSent: true, isReminded: true, count: 30 },
  { ...PLAIN, state: 'UNDELIVERABLE', isSent: true, count: 2 },
  { ...PLAIN, state: 'REFUSED', isSent: true, isReminded: true, count: 3 },
  { ...PLAIN, state: 'RECEIVED_INCOMPLETE', isSent: true, isAnswered: true, count: 4 },
  { ...PLAIN, state: 'RECEIVED_INCOMPLETE', isSent: true, isAnswered: false, count: 1 },
  { ...PLAIN, state: 'SCORED', isSent: true, isAnswered: true, count: 20 },
  { ...PLAIN, state: 'PROFILE_ASSIGNED', isSent: true, isReminded: true, isAnswered: true, count: 10 },
  { ...PLAIN, state: 'CANCELLED', isSent: true, count: 7 },
];

describe('funnelOf', () => {
  it('counts everyone who came that far, whatever happened afterwards, and nobody who was withdrawn', () => {
    expect(funnelOf(ROWS)).toEqual({
      invited: 115,
      sent: 110,
      reminded: 43,
      received: 34,
      incomplete: 5,
      scored: 30,
      discussed: 0,
      assigned: 10,
    });
  });

  it('counts nobody in a round without invitations', () => {
    expect(Object.values(funnelOf([]))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('isInGroup', () => {
  it('takes as waiting who did not answer and still may', () => {
    const waiting = ROWS.filter((row) => isInGroup(row, 'WAITING')).map(({ state }) => state);
    expect(waiting).toEqual(['PLANNED', 'SENT', 'REMINDED', 'UNDELIVERABLE']);
  });

  it.each(INVITATION_GROUPS)('has nobody in %s whose invitation was withdrawn', (group) => {
    expect(isInGroup({ state: 'CANCELLED', isSent: true, isReminded: true, isAnswered: true }, group)).toBe(false);
  });
});
