import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { blindIndex, deriveKey } from '../config/secrets.ts';

const COUNT = 10;
const LENGTH = 10;
/** Crockford's base 32: no I, L, O or U, so that it can be read aloud and typed over. 10 characters are 50 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface RecoveryCodes {
  /** Shown once. */
  readonly shown: string[];
  /** All that is kept. */
  readonly hashes: Buffer[];
}

/** One-time codes for a day without phone. */
@Injectable()
export class RecoveryCodeMaker {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  make(accountId: string): RecoveryCodes {
    const shown = Array.from({ length: COUNT }, makeCode);
    return { shown, hashes: shown.map((code) => this.hashOf(code, accountId)) };
  }

  /** Keyed hash of a code, however it was typed: case, blanks and dashes don't matter, O is 0, I and L are 1. */
  hashOf(code: string, accountId: string): Buffer {
    const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
    return blindIndex(deriveKey(this.config.key, 'recovery', accountId), plain);
  }
}

function makeCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}
