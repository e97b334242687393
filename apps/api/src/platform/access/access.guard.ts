import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayEver } from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../http/problem.ts';
import { isUuid } from '../http/uuid.ts';
import { RespondentStore } from '../identity/respondent-store.ts';
import { SessionStore } from '../identity/session-store.ts';
import type { UserSession } from '../identity/session.ts';
import { originOf } from '../request/request-origin.ts';
import { Transactions } from '../request/transaction.ts';
import { BACKGROUND_ROUTE, ROUTE_ACCESS, type RouteAccess } from './permission.ts';

/** Session and role, before any id is looked at. Relation, consent and state follow inside the transaction. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    private readonly respondents: RespondentStore,
    private readonly transactions: Transactions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (access?.kind === 'PUBLIC') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access?.kind === 'SIGNING_IN') {
      request.session = await this.sessions.use(request);
      return true;
    }
    const background = this.reflector.get<string | undefined>(BACKGROUND_ROUTE, context.getHandler()) !== undefined;
    const user =
      access?.kind === 'RESPONDENT' ? await this.respondents.use(request) : await this.staff(request, background);
    const isHers = access?.kind === 'RESPONDENT' || user.role !== 'RESPONDENT';
    const allowed = access?.anyOf.some(({ resource, action }) => mayEver(user.role, resource, action)) ?? false;
    if (!isHers || !allowed) await this.refuse(user, request, access);
    request.user = user;
    return true;
  }

  /** Who answers a questionnaire online is known here too: to be refused, not to be asked to sign in. */
  private async staff(request: FastifyRequest, background: boolean): Promise<UserSession> {
    try {
      request.session = await this.sessions.use(request, background);
    } catch (error) {
      const respondent = await this.respondents.find(request);
      if (!respondent) throw error;
      return respondent;
    }
    return this.sessions.requireUser(request.session);
  }

  private async refuse(user: UserSession, request: FastifyRequest, access: RouteAccess | undefined): Promise<never> {
    const named = Object.values(request.params ?? {}).find(isUuid);
    const permission = access && 'anyOf' in access ? access.anyOf[0] : undefined;
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
