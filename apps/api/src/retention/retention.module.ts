import { Module } from '@nestjs/common';
import { DestructionsModule } from '../destructions/destructions.module.ts';
import { RetentionExtensions } from './retention-extensions.service.ts';
import { RetentionBatches } from './retention-batches.service.ts';
import { RetentionController } from './retention.controller.ts';
import { Retention } from './retention.service.ts';

@Module({
  imports: [DestructionsModule],
  controllers: [RetentionController],
  providers: [Retention, RetentionBatches, RetentionExtensions],
})
export class RetentionModule {}
