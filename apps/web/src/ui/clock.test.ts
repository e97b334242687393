import { describe, expect, it } from '@jest/globals';
import { dayOfInstant } from '@samenoud/domain';
import { clockOf, instantAt, momentOf } from './clock.ts';

describe('instantAt', () => {
  it.each([
    ['0:00', '2026-10-01T22:00:00.000Z'],
    ['9.05', '2026-10-02T07:05:00.000Z'],
    ['0905', '2026-10-02T07:05:00.000Z'],
    [' 22:25 ', '2026-10-02T20:25:00.000Z'],
    ['23:59', '2026-10-02T21:59:00.000Z'],
  ])('reads %j on the clock in the Netherlands, wherever the screen is', (typed, instant) => {
    expect(instantAt(typed, '2026-10-02')).toBe(instant);
  });

  it('is an hour nearer to UTC in winter', () => {
    expect(instantAt('14:00', '2026-12-07')).toBe('2026-12-07T13:00:00.000Z');
  });

  it('takes today where no day is given', () => {
    expect(dayOfInstant(instantAt('12:00') ?? '')).toBe(dayOfInstant(Date.now()));
  });

  it.each(['', '24:00', '9:60', '9', 'straks', '9:5'])('knows that %j is no hour', (typed) => {
    expect(instantAt(typed, '2026-10-02')).toBeUndefined();
  });
});

it('writes an hour and a moment of the clock in the Netherlands', () => {
  expect(clockOf('2026-12-07T13:00:00.000Z')).toBe('14:00');
  expect(clockOf('2026-10-02T07:05:00.000Z')).toBe('09:05');
  expect(momentOf('2026-10-01T22:30:00.000Z')).toBe('02-10-2026 00:30');
});
