import { Module } from '@nestjs/common';
import { DecideDestructions } from './decide-destructions.service.ts';
import { DestroyClients } from './destroy-clients.service.ts';
import { DestructionsController } from './destructions.controller.ts';
import { Destructions } from './destructions.service.ts';

@Module({
  controllers: [DestructionsController],
  providers: [DecideDestructions, DestroyClients, Destructions],
  exports: [DestroyClients],
})
export class DestructionsModule {}
