import { isDay } from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import type { RequestOrigin } from './transaction.ts';

/** Where a request came from. `Samenoud-Now` moves the clock of a database with a demo or test mark, and of no other. */
export function originOf(request: FastifyRequest): RequestOrigin {
  const now = request.headers['samenoud-now'];
  return { requestId: request.id, address: request.ip, ...(isInstant(now) ? { now } : {}) };
}

/** An instant of a day that exists, as the database reads it too. */
function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/.test(value)) return false;
  return isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}
