import { Module } from '@nestjs/common';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { ChangeUsers } from './change-users.service.ts';
import { InviteUsers } from './invite-users.service.ts';
import { Joining } from './joining.service.ts';
import { Recertifications } from './recertification.service.ts';
import { UserLinks } from './user-links.service.ts';
import { UsersController } from './users.controller.ts';
import { Users } from './users.service.ts';

@Module({
  imports: [CareTeamsModule, OrganisationsModule],
  controllers: [UsersController],
  providers: [ChangeUsers, InviteUsers, Joining, Recertifications, UserLinks, Users],
  exports: [Joining, Recertifications],
})
export class UsersModule {}
