import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watchIdle } from './idle-lock.ts';

const MINUTE_MS = 60_000;
let stop: () => void = () => undefined;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

describe('watchIdle', () => {
  it('locks after 15 minutes without input, and not before', () => {
    const onIdle = jest.fn();
    stop = watchIdle(onIdle);
    jest.advanceTimersByTime(15 * MINUTE_MS - 5_000);
    expect(onIdle).not.toHaveBeenCalled();
    jest.advanceTimersByTime(5_000);
    expect(onIdle).toHaveBeenCalled();
  });

  it('starts counting again at a key press', () => {
    const onIdle = jest.fn();
    stop = watchIdle(onIdle);
    jest.advanceTimersByTime(14 * MINUTE_MS);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '1' }));
    jest.advanceTimersByTime(14 * MINUTE_MS);
    expect(onIdle).not.toHaveBeenCalled();
  });

  it('locks a laptop that slept at the first input, before that input counts', () => {
    const onIdle = jest.fn();
    stop = watchIdle(onIdle);
    jest.setSystemTime(Date.now() + 60 * MINUTE_MS);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '1' }));
    expect(onIdle).toHaveBeenCalledTimes(1);
  });
});
