import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { appUrl } from '../database/roles.ts';
import { type Announcement, HINTS, readAnnouncement } from './hint.ts';

const TRY_AGAIN_MS = 500;
const LOOK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

interface Follower {
  readonly heard: (announcement: Announcement) => void;
  /** Hints may have been missed. */
  readonly missed: () => void;
}

/** The one connection of this process that listens; it is made for the first listener and comes back by itself. */
@Injectable()
export class HintListener implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private listening: Promise<void> | undefined;
  private work: Promise<void> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Resolves once hints arrive, or once it is known that the database is away: then `missed` follows when it is back. */
  start(follower: Follower): Promise<void> {
    this.listening ??= new Promise((resolve) => {
      this.work = this.keepListening(follower, resolve);
    });
    return this.listening;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.work;
  }

  private async keepListening(follower: Follower, tried: () => void): Promise<void> {
    const { signal } = this.stopping;
    for (let time = 0; !signal.aborted; time += 1) {
      await this.listen(follower, time > 0, tried).catch(() => undefined); // the database is away: the streams know it too
      tried();
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until the connection or the process ends. */
  private async listen({ heard, missed }: Follower, again: boolean, ready: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: appUrl(this.config),
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', ({ payload }) => {
      const announcement = readAnnouncement(payload);
      if (announcement) heard(announcement);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${HINTS}`);
      ready();
      if (again) missed();
      await this.stayConnected(client, AbortSignal.any([lost.signal, this.stopping.signal]));
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** A connection that is gone without a word is noticed by asking. */
  private async stayConnected(client: pg.Client, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { signal: ended }).catch(() => undefined);
      if (!ended.aborted) await client.query('SELECT 1');
    }
  }
}
