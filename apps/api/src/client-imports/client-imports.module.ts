import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.ts';
import { ClientImportsController } from './client-imports.controller.ts';
import { ClientImports } from './client-imports.service.ts';
import { CommitImport } from './commit-import.ts';
import { DecideRows } from './decide-rows.ts';
import { ImportMappings } from './import-mappings.ts';
import { ImportPlanner } from './import-planner.ts';
import { ImportRows } from './import-rows.ts';
import { ImportSeal } from './import-seal.ts';
import { ImportStore } from './import-store.ts';
import { RenewPlan } from './renew-plan.ts';
import { ReviewRows } from './review-rows.ts';
import { RowViews } from './row-views.ts';

@Module({
  imports: [ClientsModule],
  controllers: [ClientImportsController],
  providers: [
    ClientImports, CommitImport, DecideRows, ImportMappings, ImportPlanner, ImportRows, ImportSeal, ImportStore, RenewPlan,
    ReviewRows, RowViews,
  ], // prettier-ignore
})
export class ClientImportsModule {}
