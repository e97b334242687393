import { Module } from '@nestjs/common';
import { ActionParts } from './action-parts.ts';
import { ActionSteps } from './action-steps.service.ts';
import { ActionsController } from './actions.controller.ts';
import { Actions } from './actions.service.ts';

@Module({
  controllers: [ActionsController],
  providers: [Actions, ActionSteps, ActionParts],
  exports: [Actions, ActionSteps],
})
export class ActionsModule {}
