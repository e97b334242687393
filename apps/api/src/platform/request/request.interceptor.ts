import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AccessLogEntry } from '../access-log/access-log-entry.ts';
import { ROUTE_ACCESS, type RouteAccess } from '../access/permission.ts';
import { DomainError } from '../http/problem.ts';
import { asDomainError } from '../http/problem-details.ts';
import { isUuid } from '../http/uuid.ts';
import { SessionStore } from '../identity/session-store.ts';
import { Idempotency } from './idempotency.ts';
import { originOf } from './request-origin.ts';
import { Transactions } from './transaction.ts';

/** Opens the transaction of a request, answers after its commit, and keeps refusals in the log. */
@Injectable()
export class RequestInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (access?.kind !== 'PERMISSION') return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const session = request.session;
    if (!session) throw new DomainError('UNAUTHENTICATED');
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const work = (): Promise<unknown> => this.idempotency.once(request, reply, access.anyOf[0], handle);
    const run = this.transactions.run(this.sessions.requireUser(session), originOf(request), work, (error) =>
      refusalEntry(error, request, access),
    );
    return from(run);
  }
}

/** A refusal is logged when it may concern a client; faults in the input say nothing about one. */
function refusalEntry(error: unknown, request: FastifyRequest, access: RouteAccess): AccessLogEntry | undefined {
  const problem = asDomainError(error);
  if (problem.status < 403 || problem.status >= 500 || problem.status === 428) return undefined;
  const named = Object.values(request.params ?? {}).find(isUuid);
  return {
    type: 'REFUSED',
    action: request.method === 'GET' ? 'R' : 'U',
    outcome: problem.status <= 404 ? 'DENIED' : 'REFUSED',
    objectType: access.kind === 'PERMISSION' ? access.anyOf[0].resource : 'UNKNOWN',
    query: { code: problem.code, route: `${request.method} ${request.routeOptions.url}` },
    ...(named ? { objectId: named, refusedId: named } : {}),
  };
}
