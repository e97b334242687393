import { Module } from '@nestjs/common';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { ScreeningRoundsModule } from '../screening-rounds/screening-rounds.module.ts';
import { AmendCompletedResponse } from './amend-response.service.ts';
import { BeginResponse } from './begin-response.service.ts';
import { EnterAnswers } from './enter-answers.service.ts';
import { FormStore } from './form-store.ts';
import { OnlineForms } from './online-forms.service.ts';
import { ReadRemark } from './read-remark.service.ts';
import { ResponseChanges } from './response-changes.service.ts';
import { ResponsesController } from './responses.controller.ts';
import { Responses } from './responses.service.ts';
import { VoidWrongResponse } from './void-response.service.ts';

@Module({
  imports: [InstrumentsModule, ScreeningRoundsModule],
  controllers: [ResponsesController],
  providers: [
    AmendCompletedResponse,
    BeginResponse,
    EnterAnswers,
    FormStore,
    OnlineForms,
    ReadRemark,
    ResponseChanges,
    Responses,
    VoidWrongResponse,
  ],
  exports: [AmendCompletedResponse, BeginResponse, EnterAnswers, OnlineForms, ResponseChanges, Responses],
})
export class QuestionnairesModule {}
