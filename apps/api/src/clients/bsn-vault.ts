import { Inject, Injectable } from '@nestjs/common';
import { maskBsn } from '@samenoud/domain';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { blindIndex, decrypt, deriveKey, encrypt } from '../platform/config/secrets.ts';

/** Keeps BSNs: encrypted to one row, found again by a keyed index, shown masked. */
@Injectable()
export class BsnVault {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(bsn: string, practiceId: string, clientId: string): { bsnCipher: Buffer; bsnBidx: Buffer } {
    const key = deriveKey(this.config.key, 'bsn');
    const indexKey = deriveKey(this.config.key, 'bsn-index', practiceId);
    return { bsnCipher: encrypt(key, bsn, rowOf(practiceId, clientId)), bsnBidx: blindIndex(indexKey, bsn) };
  }

  /** Computes the blind index of many BSNs of one practice. */
  indexer(practiceId: string): (bsn: string) => Buffer {
    const key = deriveKey(this.config.key, 'bsn-index', practiceId);
    return (bsn) => blindIndex(key, bsn);
  }

  open(cipher: Buffer, practiceId: string, clientId: string): string {
    return decrypt(deriveKey(this.config.key, 'bsn'), cipher, rowOf(practiceId, clientId));
  }

  masked(cipher: Buffer, practiceId: string, clientId: string): string {
    return maskBsn(this.open(cipher, practiceId, clientId));
  }
}

function rowOf(practiceId: string, clientId: string): string {
  return `${practiceId}|${clientId}|bsn|v1`;
}
