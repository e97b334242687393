import type { FastifyRequest } from 'fastify';
import type { RequestOrigin } from './transaction.ts';

/** Where a request came from. `Samenoud-Now` moves the clock of a database with a demo or test mark, and of no other. */
export function originOf(request: FastifyRequest): RequestOrigin {
  const now = request.headers['samenoud-now'];
  const movable = typeof now === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(now);
  return { requestId: request.id, address: request.ip, ...(movable ? { now } : {}) };
}
