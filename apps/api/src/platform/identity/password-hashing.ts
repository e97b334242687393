import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { randomToken } from '../config/secrets.ts';
import { Turns } from './turns.ts';

/** argon2id (the library's default kind); memory in KiB. Source: `trust.md` 7, floor of ASVS 5 appendix C. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** 4 × 19 MiB; a hash takes about 25 ms, so nobody waits longer than about two seconds. */
const AT_ONCE = 4;
const LONGEST_QUEUE = 100;

/** Hashes and judges passwords: slow work, so never inside a transaction. */
@Injectable()
export class PasswordHashing implements OnModuleInit {
  private readonly turns = new Turns(AT_ONCE, LONGEST_QUEUE);
  private dummy = '';

  async onModuleInit(): Promise<void> {
    this.dummy = await this.hash(randomToken());
  }

  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(password, COST));
  }

  /** Without a stored hash a dummy is judged and refused, so that time does not tell which accounts exist. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const isRight = await this.turns.take(() => verify(stored ?? this.dummy, password));
    return isRight && stored !== null;
  }

  /** Whether a stored hash was made with less work than today's. */
  isOutdated(stored: string): boolean {
    const [, memory, time, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored) ?? [];
    const made = [memory, time, lanes].map(Number);
    const wanted = [COST.memoryCost, COST.timeCost, COST.parallelism];
    return wanted.some((least, index) => !((made[index] ?? 0) >= least));
  }
}
