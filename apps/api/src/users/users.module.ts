import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.ts';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { ChangeUsers } from './change-users.service.ts';
import { InviteUsers } from './invite-users.service.ts';
import { Joining } from './joining.service.ts';
import { Recertifications } from './recertification.service.ts';
import { RoleGrants } from './role-grants.service.ts';
import { UserAlerts } from './user-alerts.ts';
import { UserLinks } from './user-links.service.ts';
import { UserSessionsController } from './user-sessions.controller.ts';
import { UserSessions } from './user-sessions.service.ts';
import { UsersController } from './users.controller.ts';
import { Users } from './users.service.ts';

@Module({
  imports: [ApprovalsModule, CareTeamsModule, NoticesModule, OrganisationsModule],
  controllers: [UsersController, UserSessionsController],
  providers: [
    ChangeUsers,
    InviteUsers,
    Joining,
    Recertifications,
    RoleGrants,
    UserAlerts,
    UserLinks,
    UserSessions,
    Users,
  ],
  exports: [Joining, Recertifications, RoleGrants],
})
export class UsersModule {}
