import { Module } from '@nestjs/common';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { LetterheadsModule } from '../letterheads/letterheads.module.ts';
import { ScreeningRoundsModule } from '../screening-rounds/screening-rounds.module.ts';
import { BlankFormController } from './blank-form.controller.ts';
import { BlankForm } from './blank-form.service.ts';
import { LetterCountsController } from './letter-counts.controller.ts';
import { LetterCounts } from './letter-counts.service.ts';
import { LetterRecipients } from './letter-recipients.service.ts';
import { LettersController } from './letters.controller.ts';
import { Letters } from './letters.service.ts';
import { PrintedLetterheads } from './printed-letterhead.service.ts';
import { PrintJob } from './print-job.service.ts';
import { PrintKeeper } from './print-keeper.service.ts';
import { PrintReader } from './print-reader.service.ts';

@Module({
  imports: [InstrumentsModule, LetterheadsModule, ScreeningRoundsModule],
  controllers: [LettersController, LetterCountsController, BlankFormController],
  providers: [
    BlankForm,
    Letters,
    LetterCounts,
    LetterRecipients,
    PrintJob,
    PrintKeeper,
    PrintReader,
    PrintedLetterheads,
  ],
})
export class LettersModule {}
