import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_KINDS, STAFF_ROLES } from '../access/roles.ts';
import { normaliseBigNumber } from './big-number.ts';
import { PARTNER_KINDS, ROLES_OF_KIND } from './network-roles.ts';
import { isRecertificationDue, recertificationDueOn } from './recertification.ts';
import { userState } from './user-state.ts';

describe('roles of an organisation', () => {
  it('gives every role one home', () => {
    const given = ORGANISATION_KINDS.flatMap((kind) => ROLES_OF_KIND[kind]);
    expect(given.toSorted()).toEqual(STAFF_ROLES.toSorted());
  });

  it('lets every kind but the practice be added', () => {
    expect(PARTNER_KINDS.toSorted()).toEqual(ORGANISATION_KINDS.filter((kind) => kind !== 'PRACTICE').toSorted());
  });
});

describe('recertification', () => {
  it.each([
    ['2026-08-29', null, '2026-11-29'],
    ['2025-11-30', null, '2026-02-28'],
    ['2023-11-30', null, '2024-02-29'],
    ['2020-01-01', '2026-08-30', '2026-11-30'],
  ])('started %s, confirmed %s: due on %s', (started, confirmed, due) => {
    expect(recertificationDueOn(started, confirmed)).toBe(due);
  });

  it('is due from the day itself', () => {
    expect(isRecertificationDue('2026-08-29', null, '2026-11-28')).toBe(false);
    expect(isRecertificationDue('2026-08-29', null, '2026-11-29')).toBe(true);
    expect(isRecertificationDue('2026-08-29', '2026-11-28', '2026-11-29')).toBe(false);
  });
});

describe('where somebody stands', () => {
  const open = { membership: null, isAccepted: false, isClosed: false, isOver: false };
  const now = '2026-11-29T12:00:00.000000Z';

  it.each([
    ['INVITED', open],
    ['WAITING', { ...open, isAccepted: true }],
    ['WITHDRAWN', { ...open, isClosed: true }],
    ['WITHDRAWN', { ...open, isAccepted: true, isClosed: true }],
    ['WITHDRAWN', { ...open, isOver: true }],
    ['ACTIVE', { ...open, membership: { from: now, until: null } }],
    ['PLANNED', { ...open, membership: { from: '2026-11-29T12:00:00.000001Z', until: null } }],
    ['ENDED', { ...open, membership: { from: '2026-01-01T00:00:00.000000Z', until: now } }],
    ['ACTIVE', { ...open, membership: { from: now, until: '2026-11-29T12:00:00.000001Z' } }],
  ])('%s', (state, facts) => {
    expect(userState(facts, now)).toBe(state);
  });
});

describe('BIG number', () => {
  it.each([
    ['19012345601', '19012345601'],
    ['1901 23456 01', '19012345601'],
    ['1901234560', undefined],
    ['190123456011', undefined],
    ['1901234560a', undefined],
    ['', undefined],
  ])('%j is %s', (typed, stored) => {
    expect(normaliseBigNumber(typed)).toBe(stored);
  });
});
