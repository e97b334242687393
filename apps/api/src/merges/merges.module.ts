import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.ts';
import { MergeCandidates } from './merge-candidates.service.ts';
import { MergesController } from './merges.controller.ts';
import { Merges } from './merges.service.ts';
import { SplitMerge } from './split-merge.service.ts';

@Module({
  imports: [ConsentsModule],
  controllers: [MergesController],
  providers: [MergeCandidates, Merges, SplitMerge],
})
export class MergesModule {}
