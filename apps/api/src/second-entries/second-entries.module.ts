import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.ts';
import { ScreeningRoundsModule } from '../screening-rounds/screening-rounds.module.ts';
import { CompareEntries } from './compare-entries.service.ts';
import { EntryErrors } from './entry-errors.service.ts';
import { SecondEntriesController } from './second-entries.controller.ts';
import { SecondEntries } from './second-entries.service.ts';

@Module({
  imports: [QuestionnairesModule, ScreeningRoundsModule],
  controllers: [SecondEntriesController],
  providers: [CompareEntries, EntryErrors, SecondEntries],
})
export class SecondEntriesModule {}
