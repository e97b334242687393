import type { FastifyRequest } from 'fastify';
import { DomainError } from '../http/problem.ts';
import { sessionOf } from './second-factor.ts';

/**
 * Passkeys and recovery codes of an account open every practice of its person, so a session that the identity provider of one
 * organisation opened may not change them. The functions of schema `auth` hold the same. Throws VIA_ORGANISATION.
 */
export function requireOwnSignIn(request: FastifyRequest): void {
  if (sessionOf(request).viaProvider) throw new DomainError('VIA_ORGANISATION');
}
