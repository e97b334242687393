import { Module } from '@nestjs/common';
import { AccessLogsModule } from '../access-logs/access-logs.module.ts';
import { ClientsModule } from '../clients/clients.module.ts';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { LetterheadsModule } from '../letterheads/letterheads.module.ts';
import { ClientExportsController } from './client-exports.controller.ts';
import { ClientExports } from './client-exports.service.ts';
import { ExportJob } from './export-job.service.ts';
import { CoreParts } from './parts/core-parts.service.ts';
import { ReadRecord } from './read-record.service.ts';

@Module({
  imports: [AccessLogsModule, ClientsModule, InstrumentsModule, LetterheadsModule],
  controllers: [ClientExportsController],
  providers: [ClientExports, CoreParts, ExportJob, ReadRecord],
})
export class ClientExportsModule {}
