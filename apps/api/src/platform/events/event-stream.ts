import { Readable } from 'node:stream';
import { type Announcement, type Hint, REFETCH } from './hint.ts';
import type { Listener } from './hint-gate.ts';

/** Past this much unread the listener has stalled: she is cut off, and asks for everything when she comes back. */
const MOST_UNREAD_BYTES = 65_536;

/** Past this many hints at once it is cheaper to ask for everything. */
const MOST_WAITING = 50;

const END_WITHIN_MS = 250;

/** How soon a browser comes back after its stream ended. */
const COME_BACK_MS = 1_000;

/** What one listener is being told, as server-sent events. */
export class EventStream implements Listener {
  readonly outlet = new Readable({ read: () => undefined, highWaterMark: MOST_UNREAD_BYTES });
  readonly user: Listener['user'];
  readonly origin: Listener['origin'];
  readonly tokenHash: Listener['tokenHash'];
  private waiting: Announcement[] = [];
  private mustRefetch = false;
  private ending = false;

  constructor({ user, origin, tokenHash }: Listener) {
    this.user = user;
    this.origin = origin;
    this.tokenHash = tokenHash;
    this.outlet.push(`retry: ${COME_BACK_MS}\n\n`);
  }

  /** Keeps what was heard until its turn; the same thing twice is once. */
  keep(one: Announcement): void {
    if (this.mustRefetch || this.waiting.some((other) => isSame(one, other))) return;
    this.waiting.push(one);
    if (this.waiting.length <= MOST_WAITING) return;
    this.waiting = [];
    this.mustRefetch = true;
  }

  /** Hands over what waits. */
  take(): { readonly heard: Announcement[]; readonly refetch: boolean } {
    const taken = { heard: this.waiting, refetch: this.mustRefetch };
    this.waiting = [];
    this.mustRefetch = false;
    return taken;
  }

  get hasWork(): boolean {
    return this.mustRefetch || this.waiting.length > 0;
  }

  missedSome(): void {
    this.waiting = [];
    this.mustRefetch = true;
  }

  tell({ type, id, version, clientId }: Hint = REFETCH): void {
    this.write(`data: ${JSON.stringify({ type, id, version, clientId })}\n\n`);
  }

  /** Keeps the connection open in proxies that close what is silent. */
  beat(): void {
    this.write(':\n\n');
  }

  /** Resolves once the connection has nothing to wait for. */
  async end(): Promise<void> {
    if (this.outlet.closed) return;
    const closed = new Promise((resolve) => this.outlet.once('close', resolve));
    if (!this.ending) this.outlet.push(null);
    this.ending = true;
    const timer = setTimeout(() => this.outlet.destroy(), END_WITHIN_MS);
    await closed;
    clearTimeout(timer);
  }

  private write(text: string): void {
    if (this.ending || this.outlet.destroyed) return;
    if (!this.outlet.push(text)) this.outlet.destroy();
  }
}

const isSame = (one: Announcement, other: Announcement): boolean => JSON.stringify(one) === JSON.stringify(other);
