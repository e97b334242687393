import { Module } from '@nestjs/common';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { AnswerHandover } from './answer-handover.service.ts';
import { HandoversController } from './handovers.controller.ts';
import { Handovers } from './handovers.service.ts';
import { ProposeHandover } from './propose-handover.service.ts';

@Module({
  imports: [CareTeamsModule],
  controllers: [HandoversController],
  providers: [AnswerHandover, Handovers, ProposeHandover],
})
export class HandoversModule {}
