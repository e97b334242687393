import { describe, expect, it } from '@jest/globals';
import { dayOfInstant } from './instant.ts';

describe('dayOfInstant', () => {
  it.each([
    ['2026-01-31T22:59:59Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-07-31T21:59:59.999Z', '2026-07-31'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59Z', '2026-03-29'],
    ['2026-03-29T22:00Z', '2026-03-30'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-12-31T23:30:00+00:00', '2027-01-01'],
    ['2026-12-31T23:30:00+01:00', '2026-12-31'],
  ])('%s is in Amsterdam on %s', (instant, day) => {
    expect(dayOfInstant(instant)).toBe(day);
    expect(dayOfInstant(Date.parse(instant))).toBe(day);
    expect(dayOfInstant(new Date(instant))).toBe(day);
  });

  it('knows other time zones', () => {
    expect(dayOfInstant('2026-01-31T23:00:00Z', 'UTC')).toBe('2026-01-31');
  });

  it.each(['2026-01-31', '2026-01-31T12:00:00', 'yesterday', '', Number.NaN, '2026-13-01T00:00Z'])(
    'refuses %j',
    (instant) => {
      expect(() => dayOfInstant(instant)).toThrow('Not an instant');
    },
  );
});
