import type { FastifyReply, FastifyRequest } from 'fastify';

const SECURE_NAME = '__Host-samenoud';
const PLAIN_NAME = 'samenoud';

/** Name and attributes of the session cookie: only plain http on loopback, outside production, goes without Secure. */
export class SessionCookie {
  constructor(private readonly secure: boolean) {}

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.secure ? SECURE_NAME : PLAIN_NAME];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.secure ? SECURE_NAME : PLAIN_NAME, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.secure,
      path: '/',
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.secure ? SECURE_NAME : PLAIN_NAME, { path: '/', secure: this.secure });
    void reply.header('Clear-Site-Data', '"cache", "storage"');
  }
}
