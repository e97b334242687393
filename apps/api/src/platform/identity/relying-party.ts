import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';

/** The site that passkeys belong to: a passkey of another site never works here. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Outside production and without PUBLIC_URL: the one loopback name that browsers make passkeys for; an address will not do. */
const LOOPBACK_NAME = 'localhost';

@Injectable()
export class RelyingParties {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Read from the settings and the served port, never from what the request says of itself. */
  of(request: FastifyRequest): RelyingParty {
    const { publicUrl } = this.config;
    if (publicUrl) return { id: new URL(publicUrl).hostname, origin: publicUrl };
    return { id: LOOPBACK_NAME, origin: `http://${LOOPBACK_NAME}:${request.socket.localPort}` };
  }
}
