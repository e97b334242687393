import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DomainError } from '../http/problem.ts';
import { Turns } from '../identity/turns.ts';
import { EventStream } from './event-stream.ts';
import type { Announcement } from './hint.ts';
import { HintGate, type Listener } from './hint-gate.ts';
import { HintListener } from './hint-listener.ts';

/** One per visible tab; more is a program. */
const MOST_PER_PERSON = 10;

/** Ended sessions are silent within a second. */
const LOOK_EVERY_MS = 400;
const BEAT_EVERY_LOOKS = 40;

/** Connections of the pool that deciding may take, however many listen. */
const AT_ONCE = 2;
const LONGEST_QUEUE = 10_000;

/** All streams of this process. None holds a connection: one is taken for the moment of deciding. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private readonly busy = new Set<EventStream>();
  private readonly turns = new Turns(AT_ONCE, LONGEST_QUEUE);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private looks = 0;

  constructor(
    private readonly gate: HintGate,
    private readonly listener: HintListener,
  ) {}

  /** @throws DomainError TOO_MANY_REQUESTS past the number of streams one person may have. */
  async open(listener: Listener): Promise<Readable> {
    this.refuseTooMany(listener.user.accountId);
    const stream = new EventStream(listener);
    this.streams.add(stream);
    stream.outlet.once('close', () => this.forget(stream));
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    await this.listener.start({
      heard: (announcement) => this.pass(announcement),
      missed: () => this.allMissed(),
    });
    return stream.outlet;
  }

  /** Streams would keep the server from closing. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.streams].map((stream) => stream.end()));
    await this.looking;
  }

  private refuseTooMany(accountId: string): void {
    const own = [...this.streams].filter(({ user }) => user.accountId === accountId);
    if (own.length >= MOST_PER_PERSON) throw new DomainError('TOO_MANY_REQUESTS', { extra: { retryAfter: 30 } });
  }

  private forget(stream: EventStream): void {
    this.streams.delete(stream);
    if (this.streams.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private pass(announcement: Announcement): void {
    for (const stream of this.streams) {
      if (stream.user.practiceId !== announcement.practiceId) continue;
      stream.keep(announcement);
      void this.work(stream);
    }
  }

  private allMissed(): void {
    for (const stream of this.streams) {
      stream.missedSome();
      void this.work(stream);
    }
  }

  /** Decides and tells, one turn after the other, until nothing waits; what comes meanwhile is decided together. */
  private async work(stream: EventStream): Promise<void> {
    if (this.busy.has(stream)) return;
    this.busy.add(stream);
    try {
      while (stream.hasWork && this.streams.has(stream)) await this.turns.take(() => this.turn(stream));
    } catch {
      void stream.end(); // nothing can be decided now: she comes back, and asks for everything then
    } finally {
      this.busy.delete(stream);
    }
  }

  private async turn(stream: EventStream): Promise<void> {
    const { heard, refetch } = stream.take();
    const allowed = await this.gate.judge(stream, heard);
    if (allowed === undefined) return void stream.end();
    if (refetch) stream.tell();
    for (const one of allowed) stream.tell(one);
  }

  private look(): void {
    this.looks += 1;
    if (this.looks % BEAT_EVERY_LOOKS === 0) for (const stream of this.streams) stream.beat();
    this.looking ??= this.endWhoLeft().finally(() => (this.looking = undefined));
  }

  private async endWhoLeft(): Promise<void> {
    const streams = [...this.streams];
    try {
      const there = await this.gate.stillThere(streams);
      for (const stream of streams) if (!there.has(stream)) void stream.end();
    } catch {
      // the database is away: nothing is told meanwhile, as nothing can be decided
    }
  }
}
