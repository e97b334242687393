import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './problem.ts';
import { problemDetails } from './problem-details.ts';
import { sendProblem } from './problem.filter.ts';

/** No hook runs for an address that cannot be read, so these come along by hand. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const;

const logger = new Logger('http');

/** Answers what never finds a route, such as an address with a broken percent sign, the way all refusals are answered. */
export function answerUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(HEADERS);
  sendProblem(logger, error, request, reply);
}

/** Answers bytes that are no HTTP at all, or headers past every limit: there is no request to answer, only a socket. */
export function answerUnreadable(error: Error, socket: Socket): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) return;
  const body = JSON.stringify(problemDetails(new DomainError('BAD_REQUEST')));
  const headers = Object.entries({ ...HEADERS, 'Content-Type': 'application/problem+json; charset=utf-8' });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(
    `HTTP/1.1 400 Bad Request\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
