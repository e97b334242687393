import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.ts';
import { ClientHistoryController } from './client-history.controller.ts';
import { ClientHistory } from './client-history.service.ts';

@Module({ imports: [ClientsModule], controllers: [ClientHistoryController], providers: [ClientHistory] })
export class ClientHistoryModule {}
