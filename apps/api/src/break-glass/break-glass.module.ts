import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.ts';
import { BreakGlassController } from './break-glass.controller.ts';
import { BreakGlass } from './break-glass.service.ts';
import { EmergencyClients } from './emergency-clients.service.ts';
import { EmergencyNotes } from './emergency-notes.service.ts';
import { EmergencyReviewsController } from './emergency-reviews.controller.ts';
import { EmergencyReviews } from './emergency-reviews.service.ts';

@Module({
  imports: [NoticesModule],
  controllers: [BreakGlassController, EmergencyReviewsController],
  providers: [BreakGlass, EmergencyClients, EmergencyNotes, EmergencyReviews],
  exports: [BreakGlass, EmergencyReviews],
})
export class BreakGlassModule {}
