import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './problem.ts';

const SITE = fileURLToPath(new URL('../../../../web/dist/site/', import.meta.url));

/** Serves the web app beside the API. Paths of the app's own pages get the one page, with the nonce of this response. */
export async function serveSite(server: FastifyInstance): Promise<void> {
  if (!existsSync(`${SITE}index.html`)) return;
  const page = readFileSync(`${SITE}index.html`, 'utf8');
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send(page.replaceAll('__CSP_NONCE__', request.styleNonce));
  await server.register(staticFiles, { root: `${SITE}assets`, prefix: '/assets/', immutable: true, maxAge: '365d' });
  const icon = readFileSync(`${SITE}favicon.svg`);
  server.get('/favicon.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));
  server.get('/', sendPage);
  server.get('/*', (request, reply) => {
    if (/^\/(api|assets)([/?]|$)/.test(request.url)) throw new DomainError('NOT_FOUND');
    return sendPage(request, reply);
  });
}
