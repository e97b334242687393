import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { decrypt, deriveKey, encrypt } from '../config/secrets.ts';

const ISSUER = 'Samenoud';
const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** Steps a phone's clock may be off, to either side. */
const STEPS_OFF = 1;

export interface TotpOffer {
  /** For the QR code. */
  readonly otpauthUri: string;
  /** The same secret in base 32, to type over. */
  readonly secret: string;
  /** Encrypted for this account only. */
  readonly sealed: Buffer;
}

/** Codes of an authenticator app (RFC 6238, 6 digits, 30 seconds). */
@Injectable()
export class Totp {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = deriveKey(config.key, 'totp');
  }

  offer(accountId: string, email: string): TotpOffer {
    const secret = new Secret({ size: SECRET_BYTES });
    const totp = new TOTP({ issuer: ISSUER, label: email, secret });
    return {
      otpauthUri: totp.toString(),
      secret: secret.base32,
      sealed: encrypt(this.key, secret.base32, accountId),
    };
  }

  /** The time step a code belongs to; undefined when it belongs to none of now. That a step counts once is up to the account. */
  stepOf(code: string, sealed: Buffer, accountId: string, nowMs: number = Date.now()): number | undefined {
    const totp = new TOTP({ secret: Secret.fromBase32(decrypt(this.key, sealed, accountId)) });
    const delta = totp.validate({ token: code, window: STEPS_OFF, timestamp: nowMs });
    return delta === null ? undefined : Math.floor(nowMs / (PERIOD_SECONDS * 1000)) + delta;
  }
}
