import { Module } from '@nestjs/common';
import { AccessLogsController } from './access-logs.controller.ts';
import { AccessLogs } from './access-logs.service.ts';
import { ClientOverviewController } from './client-overview.controller.ts';
import { ClientOverview } from './client-overview.service.ts';
import { ExportLogs } from './export-log.service.ts';
import { LoggedClients } from './logged-clients.ts';
import { PrintOverviews } from './print-overview.service.ts';

@Module({
  controllers: [AccessLogsController, ClientOverviewController],
  providers: [AccessLogs, ClientOverview, ExportLogs, LoggedClients, PrintOverviews],
  exports: [AccessLogs],
})
export class AccessLogsModule {}
