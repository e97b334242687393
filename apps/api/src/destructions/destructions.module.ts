import { Module } from '@nestjs/common';
import { DecideDestructions } from './decide-destructions.service.ts';
import { DestroyClients } from './destroy-clients.service.ts';
import { DestroyParts } from './destroy-parts.service.ts';
import { DestructionLetters } from './destruction-letters.service.ts';
import { DestructionsController } from './destructions.controller.ts';
import { Destructions } from './destructions.service.ts';

@Module({
  controllers: [DestructionsController],
  providers: [DecideDestructions, DestroyClients, DestroyParts, DestructionLetters, Destructions],
  exports: [DestroyClients],
})
export class DestructionsModule {}
