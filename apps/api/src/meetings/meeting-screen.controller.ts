import { Body, Controller, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BackgroundRoute, Permits } from '../platform/access/permission.ts';
import { SessionStore } from '../platform/identity/session-store.ts';
import { ShownPlace, ShowPlace } from './meeting-screen.dto.ts';
import { MeetingScreens } from './meeting-screen.service.ts';

@ApiTags('meetings')
@Controller('meetings')
export class MeetingScreenController {
  constructor(
    private readonly screens: MeetingScreens,
    private readonly sessions: SessionStore,
  ) {}

  @Get(':id/shown')
  @Permits('MEETING.READ')
  @ApiOperation({ summary: 'Which place of a running meeting is shown, and who presents' })
  @ApiOkResponse({ type: ShownPlace })
  getShown(@Param('id') id: string): Promise<ShownPlace> {
    return this.screens.get(id);
  }

  @Put(':id/shown')
  @Permits('MEETING.UPDATE')
  @ApiOperation({ summary: 'Show a place to everybody who follows; only the presenter, or who takes over' })
  @ApiOkResponse({ type: ShownPlace })
  putShown(@Param('id') id: string, @Body() body: ShowPlace): Promise<ShownPlace> {
    return this.screens.show(id, body);
  }

  @Put(':id/following')
  @HttpCode(204)
  @Permits('MEETING.READ')
  @BackgroundRoute('the page of a running meeting says by itself that it is still open')
  @ApiOperation({
    summary: 'The page follows this running meeting: its session locks after 60 minutes while it says so',
  })
  @ApiNoContentResponse()
  async putFollowing(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.screens.follow(id, this.sessions.tokenHashOf(request));
  }
}
