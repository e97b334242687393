import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

const sources = new AsyncLocalStorage<() => string>();

/** Takes the ids of `work` from `source`, so that the demo and tests can make the same rows twice. */
export function withIds<T>(source: () => string, work: () => T): T {
  return sources.run(source, work);
}

/** A time-ordered id (RFC 9562, version 7), made in the app because older servers cannot. */
export function newId(nowMs: number = performance.timeOrigin + performance.now()): string {
  const source = sources.getStore();
  if (source) return source();
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
