import { Module } from '@nestjs/common';
import { AccessLogsModule } from '../access-logs/access-logs.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { DetectMisuse } from './detect-misuse.service.ts';
import { JudgeLines } from './judge-lines.service.ts';
import { LogReviewsController } from './log-reviews.controller.ts';
import { LogReviews } from './log-reviews.service.ts';
import { ReviewMonths } from './review-months.service.ts';

@Module({
  imports: [AccessLogsModule, NoticesModule],
  controllers: [LogReviewsController],
  providers: [DetectMisuse, JudgeLines, LogReviews, ReviewMonths],
  exports: [DetectMisuse],
})
export class LogReviewsModule {}
