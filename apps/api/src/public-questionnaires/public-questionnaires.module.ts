import { Module } from '@nestjs/common';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.ts';
import { ScreeningRoundsModule } from '../screening-rounds/screening-rounds.module.ts';
import { AccessThrottle } from './access-throttle.ts';
import { GrantAccess } from './grant-access.service.ts';
import { OnlineForm } from './online-form.service.ts';
import { OpenForm } from './open-form.service.ts';
import { PublicQuestionnairesController } from './public-questionnaires.controller.ts';
import { RefuseOnline } from './refuse-online.service.ts';

@Module({
  imports: [InstrumentsModule, QuestionnairesModule, ScreeningRoundsModule],
  controllers: [PublicQuestionnairesController],
  providers: [AccessThrottle, GrantAccess, OnlineForm, OpenForm, RefuseOnline],
})
export class PublicQuestionnairesModule {}
