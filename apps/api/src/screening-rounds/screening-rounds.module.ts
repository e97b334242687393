import { Module } from '@nestjs/common';
import { InvitationFollower } from './invitation-follower.service.ts';
import { InvitationSteps } from './invitation-steps.service.ts';
import { SecondEntryMaker } from './second-entry-maker.service.ts';

@Module({
  providers: [InvitationFollower, InvitationSteps, SecondEntryMaker],
  exports: [InvitationFollower, InvitationSteps],
})
export class ScreeningRoundsModule {}
