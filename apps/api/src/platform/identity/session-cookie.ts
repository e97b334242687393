import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Name and attributes of the session cookie: only plain http on loopback, outside production, goes without Secure. */
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: CookieSerializeOptions;

  constructor(secure: boolean, name = 'samenoud') {
    this.name = secure ? `__Host-${name}` : name;
    this.attributes = { httpOnly: true, sameSite: 'strict', secure, path: '/' };
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.attributes);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
    void reply.header('Clear-Site-Data', '"cache", "storage"');
  }
}
