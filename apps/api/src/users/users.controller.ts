import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NeverKept, Permits } from '../platform/access/permission.ts';
import { ChangeUsers } from './change-users.service.ts';
import { InviteUsers } from './invite-users.service.ts';
import { Recertifications } from './recertification.service.ts';
import { RoleGrants } from './role-grants.service.ts';
import { UserLinks } from './user-links.service.ts';
import {
  NewUser,
  Recertification,
  RecertificationList,
  ReEnrolment,
  ReEnrolmentAnswer,
  UserChange,
  UserEnd,
  UserLink,
  UserList,
  UserView,
} from './user.dto.ts';
import { Users } from './users.service.ts';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly invitations: InviteUsers,
    private readonly changes: ChangeUsers,
    private readonly links: UserLinks,
    private readonly recertifications: Recertifications,
    private readonly grants: RoleGrants,
  ) {}

  @Get()
  @Permits('USERS.READ')
  @ApiOperation({ summary: 'All organisations of the practice network with their people, also ended and future ones' })
  @ApiOkResponse({ type: UserList })
  listUsers(@Req() request: FastifyRequest): Promise<UserList> {
    return this.users.list(request);
  }

  @Post()
  @Permits('USERS.CREATE')
  @ApiOperation({ summary: 'Invite a colleague; a one-time link follows with `POST /users/{id}/link`' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: UserView })
  inviteUser(@Body() body: NewUser, @Req() request: FastifyRequest): Promise<UserView> {
    return this.invitations.invite(body, request);
  }

  @Get('recertification')
  @Permits('USERS.READ')
  @ApiOperation({ summary: 'Memberships that nobody confirmed in the last three months' })
  @ApiOkResponse({ type: RecertificationList })
  listRecertification(@Req() request: FastifyRequest): Promise<RecertificationList> {
    return this.recertifications.list(request);
  }

  @Post('recertification')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Confirm that these people still belong here; answers who is left' })
  @ApiOkResponse({ type: RecertificationList })
  confirmUsers(@Body() { userIds }: Recertification, @Req() request: FastifyRequest): Promise<RecertificationList> {
    return this.recertifications.confirm(userIds, request);
  }

  @Patch(':id')
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Change name or phone of a colleague' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: UserView })
  changeUser(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UserChange,
    @Req() request: FastifyRequest,
  ): Promise<UserView> {
    return this.changes.change(id, ifMatch, body, request);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Last day of a membership; today ends it at once, with its sessions and places in teams' })
  @ApiOkResponse({ type: UserView })
  endUser(@Param('id') id: string, @Body() body: UserEnd, @Req() request: FastifyRequest): Promise<UserView> {
    return this.changes.end(id, body, request);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Take back an invitation that is no membership yet' })
  @ApiOkResponse({ type: UserView })
  withdrawInvitation(@Param('id') id: string, @Req() request: FastifyRequest): Promise<UserView> {
    return this.invitations.withdraw(id, request);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Ask anew for the second person of a role that two people grant' })
  @ApiOkResponse({ type: UserView })
  async askApproval(@Param('id') id: string, @Req() request: FastifyRequest): Promise<UserView> {
    await this.grants.askAgain(id);
    return this.users.get(id, request);
  }

  @Post(':id/link')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @NeverKept('a one-time link')
  @ApiOperation({ summary: 'A one-time link of 72 hours, for an invitation or another password; earlier ones end' })
  @ApiOkResponse({ type: UserLink })
  makeLink(@Param('id') id: string, @Req() request: FastifyRequest): Promise<UserLink> {
    return this.links.make(id, request);
  }

  @Post(':id/re-enrol')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Take the second factor of a colleague away, after a check of who she is' })
  @ApiOkResponse({ type: ReEnrolmentAnswer })
  reEnrol(
    @Param('id') id: string,
    @Body() body: ReEnrolment,
    @Req() request: FastifyRequest,
  ): Promise<ReEnrolmentAnswer> {
    return this.links.reEnrol(id, body, request);
  }
}
