import { describe, expect, it } from '@jest/globals';
import { clockOf, instantAt } from './clock.ts';

const NEAR = new Date(2026, 9, 2, 12, 0).toISOString();

describe('instantAt', () => {
  it.each([
    ['0:00', 0, 0],
    ['9.05', 9, 5],
    ['0905', 9, 5],
    [' 22:25 ', 22, 25],
    ['23:59', 23, 59],
  ])('reads %j on the day it is near', (typed, hours, minutes) => {
    expect(instantAt(typed, NEAR)).toBe(new Date(2026, 9, 2, hours, minutes).toISOString());
  });

  it.each(['', '24:00', '9:60', '9', 'straks', '9:5'])('knows that %j is no hour', (typed) => {
    expect(instantAt(typed, NEAR)).toBeUndefined();
  });

  it('takes today where nothing is known', () => {
    expect(new Date(instantAt('00:00', null) ?? '').toDateString()).toBe(new Date().toDateString());
  });
});

it('writes an hour as it is read', () => {
  expect(clockOf(new Date(2026, 9, 2, 9, 5).toISOString())).toBe('09:05');
});
