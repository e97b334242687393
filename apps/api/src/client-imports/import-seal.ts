import { gunzipSync, gzipSync } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { decrypt, deriveKey, encrypt } from '../platform/config/secrets.ts';
import { requestContext } from '../platform/request/request-context.ts';

/** What a file says about people, encrypted at rest and bound to its place: a sealed row cannot be moved to another import. */
export interface Sealer {
  readonly seal: (content: unknown, place: string) => Buffer;
  readonly open: (sealed: Buffer, place: string) => unknown;
  /** As `seal` and `open`, for much at once. */
  readonly pack: (content: unknown, place: string) => Buffer;
  readonly unpack: (sealed: Buffer, place: string) => unknown;
}

@Injectable()
export class ImportSeal {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  of(importId: string): Sealer {
    const { practiceId } = requestContext().user;
    const key = deriveKey(this.config.key, 'import', practiceId);
    const context = (place: string): string => `${practiceId}|${importId}|${place}|import|v1`;
    const seal = (text: string, place: string): Buffer => encrypt(key, text, context(place));
    const open = (sealed: Buffer, place: string): string => decrypt(key, sealed, context(place));
    return {
      seal: (content, place) => seal(JSON.stringify(content), place),
      open: (sealed, place) => JSON.parse(open(sealed, place)) as unknown,
      pack: (content, place) => seal(gzipSync(JSON.stringify(content)).toString('base64'), place),
      unpack: (sealed, place) =>
        JSON.parse(gunzipSync(Buffer.from(open(sealed, place), 'base64')).toString()) as unknown,
    };
  }
}
