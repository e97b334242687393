import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { DomainError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Lets the styles that Mantine makes at run time through the content policy. */
    styleNonce: string;
  }
}

const YEAR_SECONDS = 31_536_000;

/** Headers of every response. Source: `trust.md` 7. */
export async function setSecurityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: false,
    hsts: { maxAge: YEAR_SECONDS, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  server.decorateRequest('styleNonce', '');
  server.addHook('onRequest', async (request, reply) => {
    request.styleNonce = randomBytes(16).toString('base64');
    reply.header('Content-Security-Policy', contentPolicy(request.styleNonce));
    reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (request.url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
  });
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const OWN_SITES = ['same-origin', 'none'];

/** Refuses what another website makes a browser send: a changing request with a foreign `Origin` or `Sec-Fetch-Site`. */
export function refuseCrossOrigin(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.includes(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    const foreignSite = site !== undefined && !OWN_SITES.includes(site);
    if (foreignSite || !isOwnOrigin(request, config)) throw new DomainError('CROSS_ORIGIN');
  });
}

function isOwnOrigin(request: FastifyRequest, config: Config): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (config.publicUrl) return origin === config.publicUrl;
  if (config.production || !URL.canParse(origin)) return false;
  const { hostname, port } = new URL(origin);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && Number(port) === request.socket.localPort;
}
