import { Module } from '@nestjs/common';
import { ClientWatchesController } from './client-watches.controller.ts';
import { ClientWatches } from './client-watches.service.ts';

@Module({ controllers: [ClientWatchesController], providers: [ClientWatches] })
export class ClientWatchesModule {}
