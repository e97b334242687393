import { describe, expect, it } from '@jest/globals';
import { idleAfter } from './use-idle.ts';

const MINUTE = 60_000;

describe('an hour without input', () => {
  it.each([
    [0, { kind: 'ACTIVE' }],
    [54 * MINUTE + 59_999, { kind: 'ACTIVE' }],
    [55 * MINUTE, { kind: 'WARNING', minutes: 5 }],
    [58 * MINUTE + 1, { kind: 'WARNING', minutes: 2 }],
    [59 * MINUTE + 59_999, { kind: 'WARNING', minutes: 1 }],
    [60 * MINUTE, { kind: 'OVER' }],
    [600 * MINUTE, { kind: 'OVER' }],
  ])('after %d ms', (elapsed, idle) => {
    expect(idleAfter(elapsed, 60)).toEqual(idle);
  });
});
