import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { grantFor, mayEver, type Role } from '@samenoud/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AccessLogEntry } from '../access-log/access-log-entry.ts';
import {
  NEVER_KEPT,
  type Permission,
  ROUTE_ACCESS,
  type RouteAccess,
  WITHOUT_TRANSACTION,
} from '../access/permission.ts';
import { DomainError, type ProblemCode } from '../http/problem.ts';
import { asDomainError } from '../http/problem-details.ts';
import { readUpload } from '../http/upload.ts';
import { isUuid } from '../http/uuid.ts';
import { Idempotency } from './idempotency.ts';
import { requestContext } from './request-context.ts';
import { originOf } from './request-origin.ts';
import { Transactions } from './transaction.ts';

type PermittedAccess = Extract<RouteAccess, { anyOf: unknown }>;

/** Opens the transaction of a request, answers after its commit, and keeps refusals in the log. */
@Injectable()
export class RequestInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    const slow = this.reflector.get<string | undefined>(WITHOUT_TRANSACTION, context.getHandler());
    if (access === undefined || !('anyOf' in access) || slow !== undefined) return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { user } = request;
    if (!user) throw new DomainError('UNAUTHENTICATED');
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const isKept = this.reflector.get<string | undefined>(NEVER_KEPT, context.getHandler()) === undefined;
    const permission = permissionOf(access, user.role);
    const why = ruleOf(permission, user.role);
    const work = async (): Promise<unknown> => {
      const answer = await (isKept ? this.idempotency.once(request, reply, permission, handle) : handle());
      explain(requestContext().log, why);
      return answer;
    };
    const run = async (): Promise<unknown> => {
      await readUpload(request);
      return this.transactions.run(user, originOf(request), work, (error) => refusalEntry(error, request, access, why));
    };
    return from(run());
  }
}

type Why = Pick<AccessLogEntry, 'rule' | 'relation'>;

/** By which cell of the matrix the route is open to this role. */
const permissionOf = ({ anyOf }: PermittedAccess, role: Role): Permission =>
  anyOf.find((one) => mayEver(role, one.resource, one.action)) ?? anyOf[0];

function ruleOf({ resource, action }: Permission, role: Role): Why {
  const relation = grantFor(role, resource, action)?.relation;
  return { rule: `${resource}.${action}.${role}`, ...(relation ? { relation } : {}) };
}

/** Rows that name no rule of their own, such as those of lists, were allowed by that of the route. */
function explain(log: AccessLogEntry[], why: Why): void {
  for (const [index, entry] of log.entries()) log[index] = { ...why, ...entry };
}

/** How far the decision came: function, tenant, relation, consent, state. */
const CHECKS_OF_REFUSAL: Partial<Record<ProblemCode, string>> = {
  ROLE: 'F',
  STEP_UP_REQUIRED: 'F',
  NOT_FOUND: 'F,T,R',
  NO_BASIS: 'F,T,R,C',
};

/** A refusal is logged when it may concern a client; faults in the input say nothing about one. */
function refusalEntry(
  error: unknown,
  request: FastifyRequest,
  access: PermittedAccess,
  why: Why,
): AccessLogEntry | undefined {
  const problem = asDomainError(error);
  if (problem.status < 403 || problem.status >= 500 || problem.status === 428) return undefined;
  const named = Object.values(request.params ?? {}).find(isUuid);
  const checks = CHECKS_OF_REFUSAL[problem.code];
  return {
    ...why,
    type: 'REFUSED',
    action: request.method === 'GET' ? 'R' : 'U',
    outcome: problem.status <= 404 ? 'DENIED' : 'REFUSED',
    objectType: access.anyOf[0].resource,
    query: { code: problem.code, route: `${request.method} ${request.routeOptions.url}` },
    ...(checks ? { checks } : {}),
    ...(named ? { objectId: named, refusedId: named } : {}),
  };
}
