import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { blindIndex, deriveKey } from '../platform/config/secrets.ts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';

/** Source: `trust.md` 7. A household, a library or a practice may share one address. */
const TRIES_PER_CODE = 5;
const WRONG_TRIES_PER_ADDRESS = 100;

/** Slows guessing of access codes: so many tries per code and hour, so many wrong ones per address and hour. */
@Injectable()
export class AccessThrottle {
  private readonly key: Buffer;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = deriveKey(config.key, 'throttle');
  }

  /** Counts a try, in advance. Throws TOO_MANY_CODE_TRIES with the seconds to wait. */
  async begin(code: string, address: string): Promise<void> {
    const seconds = await callAuth<number>(
      this.dataSource,
      'begin_code',
      ...this.keysOf(code, address),
      TRIES_PER_CODE,
      WRONG_TRIES_PER_ADDRESS,
    );
    if (seconds > 0) throw new DomainError('TOO_MANY_CODE_TRIES', { extra: { retryAfter: seconds } });
  }

  /** A right code and birth date forget the tries; wrong ones count against the address too. */
  async end(code: string, address: string, isRight: boolean): Promise<void> {
    await callAuth(this.dataSource, 'end_code', ...this.keysOf(code, address), isRight);
  }

  private keysOf(code: string, address: string): [code: Buffer, address: Buffer] {
    return [blindIndex(this.key, `code|${code}`), blindIndex(this.key, `code-address|${address}`)];
  }
}
