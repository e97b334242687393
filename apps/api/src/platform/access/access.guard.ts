import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayEver } from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../http/problem.ts';
import { isUuid } from '../http/uuid.ts';
import { SessionStore } from '../identity/session-store.ts';
import type { UserSession } from '../identity/session.ts';
import { originOf } from '../request/request-origin.ts';
import { Transactions } from '../request/transaction.ts';
import { ROUTE_ACCESS, type RouteAccess } from './permission.ts';

/** Session and role, before any id is looked at. Relation, consent and state follow inside the transaction. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    private readonly transactions: Transactions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (access?.kind === 'PUBLIC') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = await this.sessions.use(request);
    request.session = session;
    if (access?.kind === 'SIGNING_IN') return true;
    const user = this.sessions.requireUser(session);
    const allowed = access?.anyOf.some(({ resource, action }) => mayEver(user.role, resource, action)) ?? false;
    if (!allowed) await this.refuse(user, request, access);
    return true;
  }

  private async refuse(user: UserSession, request: FastifyRequest, access: RouteAccess | undefined): Promise<never> {
    const named = Object.values(request.params ?? {}).find(isUuid);
    const permission = access?.kind === 'PERMISSION' ? access.anyOf[0] : undefined;
    await this.transactions.refuse(user, originOf(request), {
      type: 'REFUSED',
      action: 'E',
      outcome: 'DENIED',
      objectType: permission?.resource ?? 'UNKNOWN',
      rule: `${permission?.resource}.${permission?.action}.${user.role}`,
      checks: 'F',
      query: { code: 'ROLE', route: `${request.method} ${request.routeOptions.url}` },
      ...(named ? { refusedId: named } : {}),
    });
    throw new DomainError('ROLE');
  }
}
