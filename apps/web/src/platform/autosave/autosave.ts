import { ApiProblem, explain } from '../problem.ts';
import { createStore } from '../store.ts';
import type { Conflict, SaveStatus } from './save-status.ts';

/** What the server holds: a version and the values by item. */
export type Saved<Value> = { version: number; values: Readonly<Record<string, Value>> };
export type Changes<Value> = Record<string, Value>;

export type AutosaveOptions<Value> = {
  saved: Saved<Value>;
  /** Sends changes on top of `version`; resolves with the new version, rejects with what went wrong. */
  send: (changes: Changes<Value>, version: number, options: { keepalive: boolean }) => Promise<number>;
  /** Reads the `current` of a 412; undefined when it is not understood. */
  readCurrent: (current: unknown) => Saved<Value> | undefined;
  isEqual?: (a: Value | undefined, b: Value | undefined) => boolean;
};

export type Autosave<Value> = {
  status: { get: () => SaveStatus<Value>; subscribe: (listener: () => void) => () => void };
  /** What the server held at the last comparison: somebody else may have added to it. */
  current: { get: () => Readonly<Record<string, Value>>; subscribe: (listener: () => void) => () => void };
  /** Notes changes and sends them, at once or after `delayMs` without a newer change. */
  change: (changes: Changes<Value>, delayMs?: number) => void;
  /** Tries now instead of at the next planned moment: the network is back, the person signed in again. */
  resume: () => void;
  /** The last try of a page that goes away; no answer will be seen. */
  flushKeepalive: () => void;
  isClean: () => boolean;
  /** Takes over what the server holds now, read in another way. Only where nothing is open; answers whether it did. */
  refresh: (saved: Saved<Value>) => boolean;
  /** The version once everything is saved, or undefined as soon as something cannot be. */
  settled: () => Promise<number | undefined>;
};

const RETRY_SECONDS = [1, 2, 5, 10] as const;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const seconds = (attempt: number): number => RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)] ?? 10;

type Trouble = Extract<SaveStatus, { why: 'RETRYING' | 'LOCKED' | 'REFUSED' }>;

/** A lost connection, a server fault and "too many" pass by themselves; any other refusal does not. */
function troubleOf(error: unknown, attempt: number): Trouble {
  if (error instanceof ApiProblem && error.status === 401) return { kind: 'NOT_SAVED', why: 'LOCKED' };
  const isPassing = !(error instanceof ApiProblem) || error.status >= 500 || error.status === 429;
  if (!isPassing) return { kind: 'NOT_SAVED', why: 'REFUSED', detail: explain(error) };
  const asked = error instanceof ApiProblem ? (error.retryAfterSeconds ?? 0) : 0;
  return { kind: 'NOT_SAVED', why: 'RETRYING', retryInSeconds: Math.max(seconds(attempt), asked) };
}

/**
 * Saves items of one form as they change: the server first, one request at a time, each carrying the newest version.
 * Nothing counts as saved before the server said so, and what failed is kept and sent again.
 */
export function createAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const equal = options.isEqual ?? isSame;
  const status = createStore<SaveStatus<Value>>({ kind: 'IDLE' });
  let { version, values: base } = options.saved;
  const shown = createStore(base);
  let waiting = new Map<string, Value>();
  let flying: Map<string, Value> | undefined;
  const conflicts = new Map<string, Conflict<Value>>();
  let trouble: Trouble | undefined;
  let savedAt: Date | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isClean = (): boolean => waiting.size === 0 && flying === undefined && conflicts.size === 0;

  function show(): void {
    if (conflicts.size > 0) status.set({ kind: 'NOT_SAVED', why: 'CONFLICT', conflicts: [...conflicts.values()] });
    else if (trouble !== undefined) status.set(trouble);
    else if (!isClean()) status.set({ kind: 'SAVING' });
    else status.set(savedAt === undefined ? { kind: 'IDLE' } : { kind: 'SAVED', at: savedAt });
  }

  function plan(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void pump(), delayMs);
  }

  function accept(newVersion: number, sent: ReadonlyMap<string, Value>): void {
    version = newVersion;
    base = { ...base, ...Object.fromEntries(sent) };
    savedAt = new Date();
    attempt = 0;
    trouble = undefined;
  }

  /** After a 412: what nobody else touched goes again, what is there already is saved, the rest is shown twice. */
  function compare(current: Saved<Value>): void {
    for (const [item, mine] of waiting) {
      const theirs = current.values[item];
      if (equal(theirs, mine)) waiting.delete(item);
      else if (!equal(theirs, base[item])) {
        waiting.delete(item);
        conflicts.set(item, { item, mine, theirs });
      }
    }
    ({ version, values: base } = current);
    shown.set(base);
    trouble = undefined;
    if (waiting.size === 0 && conflicts.size === 0) accept(version, waiting);
  }

  function fail(error: unknown, sent: ReadonlyMap<string, Value>): void {
    waiting = new Map([...sent, ...waiting]);
    const isStale = error instanceof ApiProblem && error.status === 412;
    const current = isStale ? options.readCurrent(error.current) : undefined;
    if (current !== undefined) return compare(current);
    trouble = troubleOf(error, attempt);
    attempt += 1;
    if (trouble.why === 'RETRYING') plan(trouble.retryInSeconds * 1000);
  }

  async function pump(): Promise<void> {
    clearTimeout(timer);
    if (flying !== undefined || waiting.size === 0) return;
    const sent = waiting;
    flying = sent;
    waiting = new Map();
    show();
    try {
      accept(await options.send(Object.fromEntries(sent), version, { keepalive: false }), sent);
      flying = undefined;
    } catch (error) {
      flying = undefined;
      fail(error, sent);
    }
    show();
    if (trouble === undefined && waiting.size > 0) void pump();
  }

  function change(changes: Changes<Value>, delayMs = 0): void {
    for (const [item, value] of Object.entries(changes)) {
      conflicts.delete(item);
      waiting.set(item, value);
    }
    if (trouble?.why === 'REFUSED') trouble = undefined;
    show();
    if (trouble !== undefined) return;
    if (delayMs === 0) void pump();
    else plan(delayMs);
  }

  function resume(): void {
    trouble = undefined;
    show();
    void pump();
  }

  function flushKeepalive(): void {
    const everything = new Map([...(flying ?? []), ...waiting]);
    if (everything.size === 0) return;
    options.send(Object.fromEntries(everything), version, { keepalive: true }).catch(() => undefined);
  }

  function refresh(saved: Saved<Value>): boolean {
    if (!isClean() || saved.version < version) return false;
    ({ version, values: base } = saved);
    shown.set(base);
    return true;
  }

  function settled(): Promise<number | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isClean() && status.get().kind !== 'NOT_SAVED') return;
        unsubscribe();
        resolve(isClean() ? version : undefined);
      };
      const unsubscribe = status.subscribe(look);
      if (waiting.size > 0) void pump();
      look();
    });
  }

  return { status, current: shown, change, resume, flushKeepalive, isClean, refresh, settled };
}
