import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { blindIndex, deriveKey } from '../config/secrets.ts';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';

/**
 * Slows guessing down without shutting anybody out: a growing delay (1 s to 15 min) per account and address, a slower and
 * shorter one per account and per address. Accounts that do not exist are slowed the same.
 */
@Injectable()
export class SignInThrottle {
  private readonly key: Buffer;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = deriveKey(config.key, 'throttle');
  }

  /** Counts a try as failed, in advance. Throws TOO_MANY_REQUESTS with the seconds to wait when it comes too early. */
  async begin(email: string, address: string): Promise<void> {
    const seconds = await callAuth<number>(this.dataSource, 'begin_sign_in', ...this.keysOf(email, address));
    if (seconds > 0) throw new DomainError('TOO_MANY_REQUESTS', { extra: { retryAfter: seconds } });
  }

  /** Both factors were right: forgets the failures, and trusts this address for this person. */
  async clear(email: string, address: string): Promise<void> {
    await callAuth(this.dataSource, 'clear_sign_in', ...this.keysOf(email, address));
  }

  /** What an address is counted by, for steps that name no account yet. */
  addressKey(address: string): Buffer {
    return blindIndex(this.key, `address|${address}`);
  }

  private keysOf(email: string, address: string): [pair: Buffer, account: Buffer, address: Buffer] {
    const account = email.trim().toLowerCase();
    return [
      blindIndex(this.key, `pair|${account}|${address}`),
      blindIndex(this.key, `account|${account}`),
      this.addressKey(address),
    ];
  }
}
