import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.ts';
import { CareTeams } from './care-teams.service.ts';

@Module({ imports: [ConsentsModule], providers: [CareTeams], exports: [CareTeams] })
export class CareTeamsModule {}
