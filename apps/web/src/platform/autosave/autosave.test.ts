import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '../problem.ts';
import { createAutosave, type Saved } from './autosave.ts';

type Sent = {
  changes: Record<string, string>;
  version: number;
  keepalive: boolean;
  succeed: (version: number) => Promise<void>;
  fail: (error: unknown) => Promise<void>;
};

/** A network in the hands of the test: every request waits until the test answers it. */
function start(saved: Saved<string> = { version: 1, values: {} }) {
  const sent: Sent[] = [];
  const autosave = createAutosave<string>({
    saved,
    readCurrent: (current) => current as Saved<string> | undefined,
    send: (changes, version, { keepalive }) =>
      new Promise((resolve, reject) => {
        const settle = async (act: () => void): Promise<void> => {
          act();
          await jest.advanceTimersByTimeAsync(0);
        };
        sent.push({
          changes,
          version,
          keepalive,
          succeed: (next) => settle(() => resolve(next)),
          fail: (error) => settle(() => reject(error)),
        });
      }),
  });
  const request = (index: number): Sent => {
    const found = sent[index];
    if (found === undefined) throw new Error(`Only ${sent.length} requests were sent`);
    return found;
  };
  return { autosave, sent, request };
}

const problem = (status: number, more: { current?: unknown; retryAfterSeconds?: number } = {}): ApiProblem =>
  new ApiProblem({ status, code: `CODE_${status}`, detail: `zin ${status}`, errors: [], ...more });

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-10-02T14:03:00') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('autosave', () => {
  it('is idle before the first change', () => {
    expect(start().autosave.status.get()).toEqual({ kind: 'IDLE' });
  });

  it('says saved only after the server answered', async () => {
    const { autosave, request } = start();
    autosave.change({ a: '1' });
    expect(autosave.status.get()).toEqual({ kind: 'SAVING' });
    await request(0).succeed(2);
    expect(autosave.status.get()).toEqual({ kind: 'SAVED', at: new Date('2026-10-02T14:03:00') });
  });

  it('keeps one request in flight; the next carries the newest version and all that changed meanwhile', async () => {
    const { autosave, sent, request } = start();
    autosave.change({ a: '1' });
    autosave.change({ b: '1' });
    autosave.change({ b: '2', c: '3' });
    expect(sent).toHaveLength(1);
    await request(0).succeed(7);
    expect(sent).toHaveLength(2);
    expect(request(1)).toMatchObject({ changes: { b: '2', c: '3' }, version: 7 });
    expect(autosave.status.get()).toEqual({ kind: 'SAVING' });
    await request(1).succeed(8);
    expect(autosave.status.get().kind).toBe('SAVED');
  });

  it('waits for a pause in the typing when asked to', async () => {
    const { autosave, sent } = start();
    autosave.change({ a: 'x' }, 500);
    await jest.advanceTimersByTimeAsync(400);
    autosave.change({ a: 'xy' }, 500);
    await jest.advanceTimersByTimeAsync(499);
    expect(sent).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent[0]?.changes).toEqual({ a: 'xy' });
  });

  it('tries again after 1, 2, 5, 10 and 10 seconds and says so', async () => {
    const { autosave, sent, request } = start();
    autosave.change({ a: '1' });
    for (const [index, wait] of [1, 2, 5, 10, 10].entries()) {
      await request(index).fail(new TypeError('network'));
      expect(autosave.status.get()).toEqual({ kind: 'NOT_SAVED', why: 'RETRYING', retryInSeconds: wait });
      await jest.advanceTimersByTimeAsync(wait * 1000 - 1);
      expect(sent).toHaveLength(index + 1);
      await jest.advanceTimersByTimeAsync(1);
      expect(sent).toHaveLength(index + 2);
    }
    await request(5).succeed(2);
    expect(autosave.status.get().kind).toBe('SAVED');
  });

  it('sends what was typed during the outage with the first retry, newest value first', async () => {
    const { autosave, request } = start();
    autosave.change({ a: '1', b: '1' });
    await request(0).fail(problem(503));
    autosave.change({ b: '2' });
    expect(autosave.status.get().kind).toBe('NOT_SAVED');
    await jest.advanceTimersByTimeAsync(1000);
    expect(request(1).changes).toEqual({ a: '1', b: '2' });
  });

  it('keeps the newest value of an item that changed while its older value was on its way', async () => {
    const { autosave, request } = start();
    autosave.change({ a: '1' });
    autosave.change({ a: '2' });
    await request(0).fail(problem(503));
    await jest.advanceTimersByTimeAsync(1000);
    expect(request(1).changes).toEqual({ a: '2' });
  });

  it('waits as long as a 429 asks', async () => {
    const { autosave, request } = start();
    autosave.change({ a: '1' });
    await request(0).fail(problem(429, { retryAfterSeconds: 30 }));
    expect(autosave.status.get()).toMatchObject({ why: 'RETRYING', retryInSeconds: 30 });
  });

  it('keeps everything while the person is signed out and saves it after signing in', async () => {
    const { autosave, sent, request } = start();
    autosave.change({ a: '1' });
    await request(0).fail(problem(401));
    expect(autosave.status.get()).toEqual({ kind: 'NOT_SAVED', why: 'LOCKED' });
    await jest.advanceTimersByTimeAsync(60_000);
    autosave.change({ b: '2' });
    expect(sent).toHaveLength(1);
    autosave.resume();
    expect(request(1).changes).toEqual({ a: '1', b: '2' });
  });

  it('shows a refusal and does not repeat it by itself', async () => {
    const { autosave, sent, request } = start();
    autosave.change({ a: '1' });
    await request(0).fail(problem(409));
    expect(autosave.status.get()).toEqual({ kind: 'NOT_SAVED', why: 'REFUSED', detail: 'zin 409' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(autosave.isClean()).toBe(false);
  });

  describe('when the version is stale', () => {
    it('sends again by itself where nobody touched the same items', async () => {
      const { autosave, request } = start({ version: 1, values: { a: '0' } });
      autosave.change({ a: '1' });
      await request(0).fail(problem(412, { current: { version: 5, values: { a: '0', z: '9' } } }));
      expect(request(1)).toMatchObject({ changes: { a: '1' }, version: 5 });
      expect(autosave.current.get()).toEqual({ a: '0', z: '9' });
      await request(1).succeed(6);
      expect(autosave.status.get().kind).toBe('SAVED');
    });

    it('counts as saved what is there already, after a lost answer', async () => {
      const { autosave, sent, request } = start();
      autosave.change({ a: '1' });
      await request(0).fail(new TypeError('answer lost'));
      await jest.advanceTimersByTimeAsync(1000);
      await request(1).fail(problem(412, { current: { version: 2, values: { a: '1' } } }));
      expect(sent).toHaveLength(2);
      expect(autosave.status.get().kind).toBe('SAVED');
      autosave.change({ b: '1' });
      expect(request(2).version).toBe(2);
    });

    it('goes on by itself when that shows only after an outage', async () => {
      const { autosave, request } = start();
      autosave.change({ a: '1' });
      await request(0).fail(problem(503));
      await jest.advanceTimersByTimeAsync(1000);
      await request(1).fail(problem(412, { current: { version: 5, values: { z: '9' } } }));
      expect(request(2)).toMatchObject({ changes: { a: '1' }, version: 5 });
      await request(2).succeed(6);
      expect(autosave.status.get().kind).toBe('SAVED');
    });

    it('shows both answers where somebody else answered the same item, and saves the others', async () => {
      const { autosave, request } = start({ version: 1, values: { a: '0' } });
      autosave.change({ a: '1', b: '1' });
      await request(0).fail(problem(412, { current: { version: 5, values: { a: '2' } } }));
      expect(request(1)).toMatchObject({ changes: { b: '1' }, version: 5 });
      await request(1).succeed(6);
      expect(autosave.status.get()).toEqual({
        kind: 'NOT_SAVED',
        why: 'CONFLICT',
        conflicts: [{ item: 'a', mine: '1', theirs: '2' }],
      });
      autosave.change({ a: '1' });
      expect(request(2)).toMatchObject({ changes: { a: '1' }, version: 6 });
      await request(2).succeed(7);
      expect(autosave.status.get().kind).toBe('SAVED');
    });
  });

  it('sends all that is open in one last keepalive request when the page goes away', () => {
    const { autosave, request } = start();
    autosave.change({ a: '1' });
    autosave.change({ b: '2' });
    autosave.flushKeepalive();
    expect(request(1)).toMatchObject({ changes: { a: '1', b: '2' }, keepalive: true });
  });

  it('sends no last request when everything is saved', async () => {
    const { autosave, sent, request } = start();
    autosave.change({ a: '1' });
    await request(0).succeed(2);
    autosave.flushKeepalive();
    expect(sent).toHaveLength(1);
  });

  it('takes over what was read meanwhile, but not over what is open, and never an older version', async () => {
    const { autosave, request } = start({ version: 3, values: { a: '0' } });
    expect(autosave.refresh({ version: 2, values: { a: 'old' } })).toBe(false);
    expect(autosave.refresh({ version: 4, values: { a: '1' } })).toBe(true);
    expect(autosave.current.get()).toEqual({ a: '1' });
    autosave.change({ a: '2' });
    expect(autosave.refresh({ version: 5, values: { a: '9' } })).toBe(false);
    expect(request(0)).toMatchObject({ changes: { a: '2' }, version: 4 });
    await request(0).succeed(5);
    expect(autosave.current.get()).toEqual({ a: '1' });
  });

  it('settles with the version when saved and with nothing when it cannot be', async () => {
    const { autosave, request } = start();
    autosave.change({ a: '1' });
    const first = autosave.settled();
    await request(0).succeed(2);
    expect(await first).toBe(2);
    autosave.change({ a: '2' });
    const second = autosave.settled();
    await request(1).fail(problem(500));
    expect(await second).toBeUndefined();
  });
});
