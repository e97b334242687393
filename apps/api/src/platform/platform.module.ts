import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { ClientAccess } from './access/client-access.ts';
import { RouteDeclarations } from './access/route-declarations.ts';
import { ClientDocuments } from './client-documents/client-documents.ts';
import { RecordVersions } from './client-documents/record-versions.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { Documents } from './documents/documents.ts';
import { EventStreams } from './events/event-streams.ts';
import { EventsController } from './events/events.controller.ts';
import { HintGate } from './events/hint-gate.ts';
import { HintListener } from './events/hint-listener.ts';
import { LiveEvents } from './events/live-events.ts';
import { ExportParts } from './exports/export-parts.ts';
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
  controllers: [DocumentsController, EventsController, HealthController, JobsController],
  providers: [
    ClientAccess,
    ClientDocuments,
    Documents,
    EventStreams,
    HintGate,
    HintListener,
    ExportParts,
    Idempotency,
    JobRunner,
    Jobs,
    LiveEvents,
    Readiness,
    RecordVersions,
    RouteDeclarations,
    Transactions,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
    { provide: APP_PIPE, useClass: BodyPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [
    ClientAccess, ClientDocuments, Documents, ExportParts, IdentityModule, JobRunner, Jobs, LiveEvents, Readiness, RecordVersions,
    Transactions,
  ], // prettier-ignore
})
export class PlatformModule {}
