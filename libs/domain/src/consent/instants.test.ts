import { describe, expect, it } from '@jest/globals';
import { compareInstants, isWithin } from './instants.ts';

describe('compareInstants', () => {
  it.each([
    ['2026-10-02T08:00:00Z', '2026-10-02T08:00:01Z'],
    ['2026-10-02T08:00:00Z', '2026-10-02T08:00:00.5Z'],
    ['2026-10-02T08:00:00.123Z', '2026-10-02T08:00:00.123456Z'],
    ['2026-10-02T08:00:09.9Z', '2026-10-02T08:00:10Z'],
  ])('puts %s before %s', (a, b) => {
    expect(compareInstants(a, b)).toBeLessThan(0);
    expect(compareInstants(b, a)).toBeGreaterThan(0);
  });

  it.each([
    ['2026-10-02T08:00:00Z', '2026-10-02T08:00:00Z'],
    ['2026-10-02T08:00:00Z', '2026-10-02T08:00:00.000Z'],
    ['2026-10-02T08:00:10.100Z', '2026-10-02T08:00:10.1Z'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(compareInstants(a, b)).toBe(0);
  });

  it('refuses an instant in another zone', () => {
    expect(() => compareInstants('2026-10-02T08:00:00+02:00', '2026-10-02T08:00:00Z')).toThrow(RangeError);
    expect(() => compareInstants('2026-10-02T08:00:00Z', '2026-10-02')).toThrow(RangeError);
  });
});

describe('isWithin', () => {
  const [before, start, during, end] = [1, 2, 3, 4].map((day) => `2026-10-0${day}T08:00:00Z`) as [
    string,
    string,
    string,
    string,
  ];

  it('counts the start in and the end out', () => {
    expect([before, start, during, end].map((at) => isWithin(start, end, at))).toEqual([false, true, true, false]);
  });

  it('takes null for open', () => {
    expect([isWithin(null, null, before), isWithin(start, null, end), isWithin(null, end, before)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
