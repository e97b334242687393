import { Module } from '@nestjs/common';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { ClientRestrictionsController } from './client-restrictions.controller.ts';
import { ClientRestrictions } from './client-restrictions.service.ts';

@Module({
  imports: [CareTeamsModule],
  controllers: [ClientRestrictionsController],
  providers: [ClientRestrictions],
  exports: [ClientRestrictions],
})
export class ClientRestrictionsModule {}
