import { Module } from '@nestjs/common';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { AnswerHandover } from './answer-handover.service.ts';
import { CareFactsModule } from '../care-facts/care-facts.module.ts';
import { HandoverSummaries } from './care-summaries.service.ts';
import { HandoversController } from './handovers.controller.ts';
import { Handovers } from './handovers.service.ts';
import { ProposeHandover } from './propose-handover.service.ts';

@Module({
  imports: [CareFactsModule, CareTeamsModule],
  controllers: [HandoversController],
  providers: [HandoverSummaries, AnswerHandover, Handovers, ProposeHandover],
})
export class HandoversModule {}
