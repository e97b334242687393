import { Module } from '@nestjs/common';
import { AccessLogsController } from './access-logs.controller.ts';
import { AccessLogs } from './access-logs.service.ts';
import { LoggedClients } from './logged-clients.ts';

@Module({ controllers: [AccessLogsController], providers: [AccessLogs, LoggedClients] })
export class AccessLogsModule {}
