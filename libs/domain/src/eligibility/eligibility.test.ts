import { describe, expect, it } from '@jest/globals';
import { isEligible, leftOutReason } from './eligibility.ts';

const AT_HOME = { livesAtHome: true, status: 'ACTIVE', doNotInvite: false } as const;

describe('isEligible', () => {
  it.each([
    ['1950-06-15', '2025-06-14', false],
    ['1950-06-15', '2025-06-15', true],
    ['1948-02-29', '2023-02-28', false],
    ['1948-02-29', '2023-03-01', true],
    ['1952-02-29', '2027-02-28', false],
    ['1952-02-29', '2027-03-01', true],
    ['1940-02-29', '2024-02-29', true],
    ['1949-03-01', '2024-02-29', false],
  ])('born %s, on %s: %s', (birthDate, referenceDate, eligible) => {
    expect(isEligible({ ...AT_HOME, birthDate }, referenceDate)).toBe(eligible);
  });

  it.each(['ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED'] as const)('leaves out a client who is %s', (status) => {
    expect(leftOutReason({ ...AT_HOME, status, birthDate: '1940-01-01' }, '2026-10-02')).toBe('STATUS');
  });

  it('names the first reason that fits', () => {
    const nothing = { status: 'MOVED', livesAtHome: false, doNotInvite: true, birthDate: '1960-01-01' } as const;
    expect(leftOutReason(nothing, '2026-10-02')).toBe('STATUS');
    expect(leftOutReason({ ...nothing, status: 'ACTIVE' }, '2026-10-02')).toBe('TOO_YOUNG');
    expect(leftOutReason({ ...nothing, status: 'ACTIVE', birthDate: '1940-01-01' }, '2026-10-02')).toBe('NOT_AT_HOME');
    const marked = { ...AT_HOME, birthDate: '1940-01-01', doNotInvite: true };
    expect(leftOutReason({ ...marked, restricted: true }, '2026-10-02')).toBe('DO_NOT_INVITE');
    expect(leftOutReason({ ...marked, doNotInvite: false, restricted: true }, '2026-10-02')).toBe('RESTRICTED');
  });
});
