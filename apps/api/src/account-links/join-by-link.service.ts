import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { requireOwnSignIn } from '../platform/identity/own-sign-in.ts';
import { sessionOf } from '../platform/identity/second-factor.ts';
import { SessionStore } from '../platform/identity/session-store.ts';
import { queryOne, requestContext } from '../platform/request/request-context.ts';
import { Joining } from '../users/joining.service.ts';
import type { JoinedView } from './account-link.dto.ts';
import { logLink } from './account-links.service.ts';
import { type OpenLink, OpenLinks } from './open-link.ts';

interface Taken {
  readonly accountId: string | null;
}

/** Somebody with an account of her own, signed in with both factors, takes the membership she is invited to. */
@Injectable()
export class JoinByLink {
  constructor(
    private readonly links: OpenLinks,
    private readonly sessions: SessionStore,
    private readonly joining: Joining,
  ) {}

  /** Throws VIA_ORGANISATION for a session of an organisation's own sign-in, and OTHER_ACCOUNT when the invitation is for another address. Twice gives the same answer. */
  async join(token: string, request: FastifyRequest): Promise<JoinedView> {
    if (!sessionOf(request).secondFactorAt) throw new DomainError('SECOND_FACTOR_REQUIRED');
    requireOwnSignIn(request);
    const link = await this.links.find(token, request);
    if (link.purpose !== 'INVITATION') throw new DomainError('LINK_INVALID');
    return this.links.act(link, request, () => this.take(link, request));
  }

  private async take(link: OpenLink, request: FastifyRequest): Promise<JoinedView> {
    await this.joining.lock(link.userId);
    const { manager } = requestContext();
    const session = this.sessions.tokenHashOf(request);
    const taken = await callAuth<Taken | null>(manager, 'join_invitation', link.hash, session);
    if (!taken) throw new DomainError('LINK_INVALID');
    if (taken.accountId === null) throw new DomainError('OTHER_ACCOUNT');
    if (await this.joining.accept(link.userId, taken.accountId)) logLink('JOIN_BY_LINK', link);
    await this.joining.complete(link.userId);
    return joined(link.userId, taken.accountId);
  }
}

/** What became of it; throws LINK_INVALID when another account took the invitation, or it is closed. */
async function joined(userId: string, accountId: string): Promise<JoinedView> {
  const { state, holder } = await queryOne<{ state: string | null; holder: string | null }>(
    `SELECT i.account_id AS holder, CASE WHEN m.id IS NULL AND i.withdrawn_at IS NULL THEN 'WAITING'
       WHEN m.valid @> now() THEN 'ACTIVE' WHEN lower(m.valid) > now() THEN 'PLANNED' END AS state
     FROM care.user_invitation i LEFT JOIN care.membership m ON m.practice_id = i.practice_id AND m.id = i.id
     WHERE i.practice_id = ctx.practice_id() AND i.id = $1`,
    [userId],
  );
  if (state === null || holder !== accountId) throw new DomainError('LINK_INVALID');
  return { userId, state };
}
