import { createHmac } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deriveKey, randomToken, tokenHash } from '../platform/config/secrets.ts';
import type { FlowSecrets } from './provider-client.ts';

const LIFETIME_SECONDS = 10 * 60;

/** One way to a provider and back. */
export interface FlowWay {
  readonly secrets: FlowSecrets;
  readonly browserHash: Buffer;
}

/**
 * Binds the way back from a provider to the browser that went there. Lax, since the browser comes from another site; it opens
 * nothing by itself. State, nonce and verifier follow from it by a key, so that none of them is stored anywhere.
 */
export class FlowCookie {
  private readonly name: string;
  private readonly attributes: CookieSerializeOptions;
  private readonly key: Buffer;

  constructor(secure: boolean, key: Buffer) {
    this.name = secure ? '__Host-samenoud-organisation' : 'samenoud-organisation';
    this.attributes = { httpOnly: true, sameSite: 'lax', secure, path: '/' };
    this.key = deriveKey(key, 'provider-flow');
  }

  /** A new way there, and the hash of its cookie. */
  write(reply: FastifyReply): FlowWay {
    const token = randomToken();
    void reply.setCookie(this.name, token, { ...this.attributes, maxAge: LIFETIME_SECONDS });
    return { secrets: this.secretsOf(token), browserHash: tokenHash(token) };
  }

  /** The way this browser went last; undefined when it went none. */
  take(request: FastifyRequest, reply: FastifyReply): FlowWay | undefined {
    const token = request.cookies[this.name];
    if (token === undefined) return undefined;
    void reply.clearCookie(this.name, this.attributes);
    return { secrets: this.secretsOf(token), browserHash: tokenHash(token) };
  }

  private secretsOf(token: string): FlowSecrets {
    const secret = (use: string): string =>
      createHmac('sha256', this.key).update(`${use}|${token}`).digest('base64url');
    return { state: secret('state'), nonce: secret('nonce'), verifier: secret('verifier') };
  }
}
