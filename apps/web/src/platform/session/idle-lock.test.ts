import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isFollowingElsewhere, noteFollowing, noteFollowingElsewhere, stopFollowing } from './following.ts';
import { watchIdle } from './idle-lock.ts';

const MINUTE_MS = 60_000;
let stop: () => void = () => undefined;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  stop();
  stopFollowing();
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

  it('locks a screen that follows a running meeting after 60 minutes, and after 15 once it does not say so any more', () => {
    const onIdle = jest.fn();
    stop = watchIdle(onIdle);
    for (let minute = 0; minute < 59; minute += 1) {
      noteFollowing();
      jest.advanceTimersByTime(MINUTE_MS);
    }
    expect(onIdle).not.toHaveBeenCalled();
    noteFollowing();
    jest.advanceTimersByTime(MINUTE_MS);
    expect(onIdle).toHaveBeenCalledTimes(1);
    stop();
    const onIdleLater = jest.fn();
    stop = watchIdle(onIdleLater);
    noteFollowing();
    jest.advanceTimersByTime(16 * MINUTE_MS);
    expect(onIdleLater).toHaveBeenCalled();
  });

  it('knows for a minute and a half that another tab needs the session', () => {
    noteFollowingElsewhere();
    expect(isFollowingElsewhere()).toBe(true);
    jest.advanceTimersByTime(2 * MINUTE_MS);
    expect(isFollowingElsewhere()).toBe(false);
  });

  it('locks a laptop that slept at the first input, before that input counts', () => {
    const onIdle = jest.fn();
    stop = watchIdle(onIdle);
    jest.setSystemTime(Date.now() + 60 * MINUTE_MS);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '1' }));
    expect(onIdle).toHaveBeenCalledTimes(1);
  });
});
