import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { UserSessionList } from './user-session.dto.ts';
import { UserSessions } from './user-sessions.service.ts';

@ApiTags('users')
@Controller('users/:id/sessions')
export class UserSessionsController {
  constructor(private readonly sessions: UserSessions) {}

  @Get()
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Where a colleague is signed in to this practice now' })
  @ApiOkResponse({ type: UserSessionList })
  listUserSessions(@Param('id') id: string, @Req() request: FastifyRequest): Promise<UserSessionList> {
    return this.sessions.list(id, request);
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'End one of them: it works nowhere from the next request on' })
  @ApiNoContentResponse()
  endUserSession(
    @Param('id') id: string,
    @Param('sessionId') sessionId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.sessions.end(id, sessionId, request);
  }
}
