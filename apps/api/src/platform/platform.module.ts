import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { ClientAccess } from './access/client-access.ts';
import { RouteDeclarations } from './access/route-declarations.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { Documents } from './documents/documents.ts';
import { HealthController, Readiness } from './health/health.controller.ts';
import { BodyPipe } from './http/body.pipe.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { JobsController } from './jobs/jobs.controller.ts';
import { Jobs } from './jobs/jobs.ts';
import { Idempotency } from './request/idempotency.ts';
import { RequestInterceptor } from './request/request.interceptor.ts';
import { Transactions } from './request/transaction.ts';

/** What every slice needs; knows no slice. */
@Global()
@Module({
  imports: [DiscoveryModule, IdentityModule],
  controllers: [DocumentsController, HealthController, JobsController],
  providers: [
    ClientAccess,
    Documents,
    Idempotency,
    JobRunner,
    Jobs,
    Readiness,
    RouteDeclarations,
    Transactions,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
    { provide: APP_PIPE, useClass: BodyPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [ClientAccess, Documents, IdentityModule, JobRunner, Jobs, Readiness, Transactions],
})
export class PlatformModule {}
