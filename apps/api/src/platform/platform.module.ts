import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { ClientAccess } from './access/client-access.ts';
import { RouteDeclarations } from './access/route-declarations.ts';
import { HealthController, Readiness } from './health/health.controller.ts';
import { BodyPipe } from './http/body.pipe.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { SessionController } from './identity/session.controller.ts';
import { SessionStore } from './identity/session-store.ts';
import { SignIn } from './identity/sign-in.service.ts';
import { Idempotency } from './request/idempotency.ts';
import { RequestInterceptor } from './request/request.interceptor.ts';
import { Transactions } from './request/transaction.ts';

/** What every slice needs; knows no slice. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, SessionController],
  providers: [
    ClientAccess,
    Idempotency,
    Readiness,
    RouteDeclarations,
    SessionStore,
    SignIn,
    Transactions,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
    { provide: APP_PIPE, useClass: BodyPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [ClientAccess, Readiness, SessionStore, Transactions],
})
export class PlatformModule {}
