import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { IDLE_LIMIT, SessionStore } from '../platform/identity/session-store.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { refuseOneself } from './own-acts.ts';
import { logUser } from './user-log.ts';
import type { UserSessionList, UserSessionView } from './user-session.dto.ts';
import { Users } from './users.service.ts';

/** Where a colleague is signed in to this practice. Her sessions elsewhere are not seen here. Source: trust.md 7. */
@Injectable()
export class UserSessions {
  constructor(
    private readonly users: Users,
    private readonly sessions: SessionStore,
  ) {}

  /** Throws NOT_ONESELF: one's own stand under one's own account, with those of every practice. */
  async list(id: string, request: FastifyRequest): Promise<UserSessionList> {
    await refuseOneself(await this.users.row(id));
    const asked = [this.sessions.tokenHashOf(request), id, IDLE_LIMIT];
    const items = await callAuth<UserSessionView[]>(requestContext().manager, 'colleague_sessions', ...asked);
    logUser('READ_USER_SESSIONS', 'R', id, { count: items.length });
    return { items };
  }

  /** It works nowhere from the next request on, also in open screens. Throws NOT_FOUND for a session that is over. */
  async end(id: string, sessionId: string, request: FastifyRequest): Promise<void> {
    await refuseOneself(await this.users.row(id));
    if (!isUuid(sessionId)) throw new DomainError('NOT_FOUND');
    const asked = [this.sessions.tokenHashOf(request), id, sessionId];
    const isEnded = await callAuth<boolean>(requestContext().manager, 'end_colleague_session', ...asked);
    if (!isEnded) throw new DomainError('NOT_FOUND');
    logUser('END_USER_SESSION', 'D', id, { sessionId });
  }
}
