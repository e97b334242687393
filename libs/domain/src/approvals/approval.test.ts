import { describe, expect, it } from '@jest/globals';
import { APPROVAL_STATES, approvalStateAt, isSecondPerson } from './approval.ts';

const ASKED = '2026-03-20T09:00:00Z'; // the clock goes forward in between

describe('approvalStateAt', () => {
  it.each([
    ['2026-03-20T09:00:00Z', 'OPEN'],
    ['2026-04-03T08:59:59.999Z', 'OPEN'],
    ['2026-04-03T09:00:00Z', 'EXPIRED'],
    ['2026-04-03T11:00:00+02:00', 'EXPIRED'],
    ['2027-01-01T00:00:00Z', 'EXPIRED'],
  ])('at %s an open question is %s', (now, state) => {
    expect(approvalStateAt('OPEN', ASKED, now)).toBe(state);
  });

  it.each(APPROVAL_STATES.filter((state) => state !== 'OPEN'))('%s stays as it is', (state) => {
    expect(approvalStateAt(state, ASKED, '2027-01-01T00:00:00Z')).toBe(state);
  });
});

describe('isSecondPerson', () => {
  it.each([
    ['other', null, true],
    ['other', 'about', true],
    ['asker', null, false],
    ['about', 'about', false],
  ])('%s, about %s: %s', (account, about, expected) => {
    expect(isSecondPerson(account, { askedBy: 'asker', about })).toBe(expected);
  });
});
