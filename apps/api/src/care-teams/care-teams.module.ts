import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.ts';
import { CareTeams } from './care-teams.service.ts';
import { LeaveTeams } from './leave-teams.service.ts';

@Module({ imports: [ConsentsModule], providers: [CareTeams, LeaveTeams], exports: [CareTeams, LeaveTeams] })
export class CareTeamsModule {}
