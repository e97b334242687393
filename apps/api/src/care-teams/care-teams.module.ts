import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.ts';
import { CareTeamsController } from './care-teams.controller.ts';
import { CareTeams } from './care-teams.service.ts';
import { ClientTeam } from './client-team.service.ts';
import { LeaveTeams } from './leave-teams.service.ts';
import { MeetingPlaces } from './meeting-places.service.ts';
import { SettleChanges } from './settle-changes.service.ts';

@Module({
  imports: [ConsentsModule],
  controllers: [CareTeamsController],
  providers: [CareTeams, ClientTeam, LeaveTeams, MeetingPlaces, SettleChanges],
  exports: [CareTeams, LeaveTeams, MeetingPlaces, SettleChanges],
})
export class CareTeamsModule {}
