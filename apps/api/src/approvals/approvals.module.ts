import { Global, Module } from '@nestjs/common';
import { ApprovalsController } from './approvals.controller.ts';
import { Approvals } from './approvals.service.ts';
import { DecideApproval } from './decide-approval.service.ts';

/** Global: every slice with an act for two people asks here, and says what its approval carries out. */
@Global()
@Module({ controllers: [ApprovalsController], providers: [Approvals, DecideApproval], exports: [Approvals] })
export class ApprovalsModule {}
