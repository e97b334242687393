import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { decrypt, deriveKey, encrypt } from '../platform/config/secrets.ts';

/** The client secrets of identity providers, encrypted for their own row: moved to another they cannot be read. */
@Injectable()
export class ProviderSecrets {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = deriveKey(config.key, 'provider');
  }

  seal(secret: string, practiceId: string, providerId: string): Buffer {
    return encrypt(this.key, secret, contextOf(practiceId, providerId));
  }

  open(sealed: Buffer, practiceId: string, providerId: string): string {
    return decrypt(this.key, sealed, contextOf(practiceId, providerId));
  }
}

const contextOf = (practiceId: string, providerId: string): string => `${practiceId}|${providerId}|client-secret`;
